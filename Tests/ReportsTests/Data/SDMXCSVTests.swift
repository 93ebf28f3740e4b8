// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Reports

struct SDMXCSVTests {
  private func figure(
    sector: String = "total", measure: Measure = .yoy, period: String = "2021-05",
    unit: UnitOfMeasure = .percent, value: Figure.Value = .known(Ratio(5)),
    marks: Set<Figure.Mark> = []
  ) throws -> Figure {
    let name = FigureName(
      indicator: "value_added", sector: sector, basis: .ytd, measure: measure,
      period: try #require(Period(period)))
    return Figure(
      name: name, unit: unit, decimals: 1, value: value, origin: .returns, marks: marks)
  }

  /// The fields of the figure's line by column.
  private func fields(_ figure: Figure) throws -> [String: String] {
    let lines = SDMXCSV(area: "own").text([figure])
      .split(separator: "\n", omittingEmptySubsequences: false)
    try #require(lines.count == 3 && lines[2].isEmpty)
    let columns = lines[0].split(separator: ",", omittingEmptySubsequences: false)
    let fields = lines[1].split(separator: ",", omittingEmptySubsequences: false)
    try #require(columns.count == fields.count)
    return Dictionary(uniqueKeysWithValues: zip(columns.map(String.init), fields.map(String.init)))
  }

  @Test func beginsWithTheColumnsOfTheFormat() {
    #expect(SDMXCSV(area: "own").text([]).hasPrefix("STRUCTURE,STRUCTURE_ID,ACTION,"))
  }

  @Test func writesDimensionsValueAndAttributes() throws {
    let line = try fields(
      figure(measure: .level, unit: .hundredMillionYuan, value: .known(Ratio(1, over: 8))))
    let expected = [
      "STRUCTURE": "dataflow", "STRUCTURE_ID": "YUEBAO:FIGURES(1.0.0)", "ACTION": "I", "FREQ": "M",
      "REF_AREA": "own", "INDICATOR": "value_added", "SECTOR": "total", "BREAKDOWN": "_T",
      "BASIS": "ytd", "MEASURE": "level", "TIME_PERIOD": "2021-05", "OBS_VALUE": "0.125",
      "OBS_STATUS": "A", "UNIT_MEASURE": "CNY", "UNIT_MULT": "8", "DECIMALS": "1",
      "CONF_STATUS": "", "COMMENT_OBS": "",
    ]
    #expect(line == expected)
  }

  @Test(arguments: [
    ("2021-01..02", "M", "2021-01-01/P2M"), ("2021-05", "M", "2021-05"),
    ("2021-Q3", "Q", "2021-Q3"), ("2021-H2", "S", "2021-S2"), ("2021", "A", "2021"),
  ])
  func writesPeriodsOfTheStandard(period: String, frequency: String, text: String) throws {
    let line = try fields(figure(period: period))
    #expect(line["FREQ"] == frequency)
    #expect(line["TIME_PERIOD"] == text)
    #expect(Period.asSpoken(text)?.description == period)
  }

  @Test func cutsAnEndlessValueBehind15Decimals() throws {
    let line = try fields(figure(value: .known(try Ratio(-200, over: 3))))
    #expect(line["OBS_VALUE"] == "-66.666666666666667")
  }

  private static let statuses: [(Figure.Value, Set<Figure.Mark>, String)] = [
    (.missing(.notReported), [], "O"), (.missing(.confidential), [], "Q"),
    (.missing(.notSurveyed), [], "L"), (.missing(.noBase), [], "M"),
    (.known(.zero), [.approximate, .provisional], "E"),
    (.known(.zero), [.provisional, .springFestival], "P"),
    (.known(.zero), [.seriesBreak, .approximate], "B"), (.known(.zero), [.springFestival], "A"),
  ]

  @Test(arguments: statuses)
  func choosesOneStatus(value: Figure.Value, marks: Set<Figure.Mark>, status: String) throws {
    #expect(try fields(figure(value: value, marks: marks))["OBS_STATUS"] == status)
  }

  @Test func marksWhatIsConfidentialAndWritesNoNumber() throws {
    let line = try fields(figure(value: .missing(.confidential)))
    #expect(line["OBS_VALUE"] == "NaN")
    #expect(line["CONF_STATUS"] == "C")
    #expect(line["COMMENT_OBS"] == "confidential")
  }

  @Test func keepsAllMarks() throws {
    let line = try fields(figure(marks: [.springFestival, .approximate]))
    #expect(line["COMMENT_OBS"] == "approximate spring_festival")
  }

  @Test func namesAUnitForEachOfAnother() throws {
    let unit = try #require(UnitOfMeasure("万元/人"))
    let line = try fields(figure(measure: .level, unit: unit))
    #expect(line["UNIT_MEASURE"] == "CNY_PERS")
    #expect(line["UNIT_MULT"] == "4")
  }

  @Test func everyFieldOfARegistersTextIsHarmless() throws {
    let line = try fields(figure(sector: "total/community=官桥,\"=1+1\n"))
    #expect(
      line["BREAKDOWN"] == "community-$E5$AE$98$E6$A1$A5$2C$22$3D1$2B1$0A")
  }
}
