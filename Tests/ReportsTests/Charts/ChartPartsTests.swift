// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Reports

/// Numbers, axes and runs.
struct ChartPartsTests {
  @Test(arguments: [
    ("58.36", 58_360), ("-0.1", -100), ("7", 7000), ("0.0004", 0), ("0.0005", 1),
    ("1000000000000000", ChartNumber.limit), ("-1000000000000000", -ChartNumber.limit),
    ("1000000000000001", nil), ("99999999999999999999999999", nil), ("", nil), ("1e5", nil),
  ])
  func aNumberStandsWhereItsLabelSays(digits: String, thousandths: Int?) {
    #expect(ChartNumber(digits: digits)?.thousandths == thousandths)
  }

  @Test func aPartOfASumStandsAtItsExactValue() throws {
    let number = try #require(ChartNumber(Ratio(1, over: 3), decimals: 1))
    #expect(number.digits == "0.3" && number.thousandths == 333)
  }

  @Test func noAxisIsFinerThanWhatIsPrinted() throws {
    let units = try [ChartSpecimens.number("1"), ChartSpecimens.number("2")]
    #expect(ChartNumber.finestStep(of: units) == 1000)
    let amounts = try units + [ChartSpecimens.number("0.35")]
    #expect(ChartNumber.finestStep(of: amounts) == 10)
    let scale = ChartScale(around: [120, 350], finest: 10, holdsZero: false)
    #expect(scale.labels(in: .chinese) == ["0.10", "0.15", "0.20", "0.25", "0.30", "0.35"])
  }

  @Test func aScaleHoldsItsEndsWhateverTheValues() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<500 {
      let range = -ChartNumber.limit...ChartNumber.limit
      let shift = Int.random(in: 0...59, using: &generator)
      let values = (0..<3).map { _ in Int.random(in: range, using: &generator) >> shift }
      let intervals = Int.random(in: 1...6, using: &generator)
      let holdsZero = Bool.random(using: &generator)
      let scale = ChartScale(
        around: values, finest: 10, intervals: intervals, holdsZero: holdsZero)
      #expect((2...(intervals + 3)).contains(scale.ticks.count))
      for value in values {
        #expect((scale.lowest...scale.highest).contains(value))
        #expect((200...3000).contains(scale.place(value, from: 3000, to: 200)))
      }
    }
  }

  @Test func runsEndAtGapsAndBreaks() throws {
    let points = try ChartSpecimens.course("2020-10", ["1", "2", "3", "4", nil, "6", "7", "8"])
    #expect(points.runs(joiningYears: true).map(\.count) == [4, 3])
    #expect(points.runs(joiningYears: false).map(\.count) == [3, 1, 3])
    let change = ChartBreak(period: try #require(Period("2021-05")), label: "")
    #expect(points.runs(joiningYears: true, breaks: [change]).map(\.count) == [4, 1, 2])
  }

  @Test func yearsAreNeighboursOfYears() throws {
    let points = try [2020, 2021, 2023].map { year in
      ChartPoint(
        period: try #require(Period.year(year)), number: try ChartSpecimens.number("1"))
    }
    #expect(points.runs(joiningYears: true).map(\.count) == [2, 1])
  }

  /// Of 1 to 70 months, in every width.
  @Test func labelsOfMonthsStandApart() throws {
    let canvas = ChartCanvas(
      palette: .page, size: .wide, catalogue: ChartSpecimens.chinese, id: "axis")
    let all = try ChartSpecimens.periods("2016-08", "2022-12")
    for count in 1...all.count {
      for right in [1400, 2400, 5000] {
        let axis = try #require(MonthAxis(Array(all.prefix(count)), left: 400, right: right))
        let text = axis.labels(below: 0, current: all[count - 1], on: canvas)
        let boxes = try DrawingCheck("<svg viewBox=\"0 0 9 9\">\(text)</svg>").textBoxes
        for (index, box) in boxes.enumerated() {
          for other in boxes[(index + 1)...] where box.overlaps(other) {
            Issue.record("\(count) in \(right): \(box.text) and \(other.text)")
          }
        }
      }
    }
  }

  @Test func longTextIsCutAndHeapedAccentsToo() {
    #expect(
      fittedLabel(String(repeating: "长", count: 10_000), width: 60, lines: 2) == ["长长长长长", "长长长长…"])
    #expect(fittedLabel("Wwwwwwwwwwww", width: 42, lines: 3) == ["Wwwwww", "wwwwww"])
    let tower = "e" + String(repeating: "\u{301}", count: 500)
    #expect(fittedLabel(tower, width: 100, lines: 1).joined().unicodeScalars.count <= 8)
    #expect(fittedLabel("", width: 100, lines: 1) == [])
  }
}
