// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import yuebao

@Suite struct FiguresCSVTests {
  private func fields(
    sector: String = "total", _ value: Figure.Value, own: Ratio? = nil
  ) throws -> [String: String] {
    let name = FigureName(
      indicator: "value_added", sector: sector, basis: .ytd, measure: .yoy,
      period: try #require(Period("2021-01..02")))
    let figure = Figure(
      name: name, unit: .percent, decimals: 1, value: value, origin: .bureau,
      marks: [.springFestival, .approximate], ownValue: own)
    let lines = FiguresCSV(area: "own").text(of: [figure]).split(separator: "\n")
    let columns = lines[0].split(separator: ",").map(String.init)
    let values = lines[1].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    try #require(columns.count == values.count)
    return Dictionary(uniqueKeysWithValues: zip(columns, values))
  }

  @Test func writesEveryPartOfTheName() throws {
    let line = try fields(sector: "total/division=39", .known(Ratio(5)), own: Ratio(4))
    let expected = [
      "figure": "value_added.total/division=39.ytd.yoy@2021-01..02", "area": "own",
      "indicator": "value_added", "sector": "total", "dimension": "division", "part": "39",
      "basis": "ytd", "measure": "yoy", "period": "2021-01..02", "value": "5", "fraction": "",
      "rounded": "5.0", "decimals": "1", "unit": "%", "origin": "bureau",
      "marks": "approximate spring_festival", "missing": "", "own_value": "4", "difference": "1",
    ]
    #expect(line == expected)
  }

  /// 12/7 is 7 December to a spreadsheet.
  @Test func anEndlessValueIsADecimalAndAFractionThatIsNoDate() throws {
    let line = try fields(.known(try Ratio(12, over: 7)))
    #expect(line["value"] == "1.714285714285714")
    #expect(line["fraction"] == "'12/7")
  }

  @Test func aMissingValueSaysWhy() throws {
    let line = try fields(.missing(.noBase))
    #expect(line["value"] == "" && line["rounded"] == "" && line["missing"] == "no_base")
  }

  @Test func aRegistersTextIsNoFormula() throws {
    let line = try fields(sector: "total/community==1+1", .known(.zero))
    #expect(line["part"] == "'=1+1")
  }
}
