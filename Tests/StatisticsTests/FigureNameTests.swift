// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Statistics

@Suite struct FigureNameTests {
  private static let period = Period(year: 2021, month: 5)

  @Test(arguments: Basis.allCases, Measure.allCases)
  func readsItsOwnSeries(basis: Basis, measure: Measure) throws {
    let period = try #require(Self.period)
    let name = FigureName(
      indicator: "value_added", sector: "high_tech", basis: basis, measure: measure, period: period)
    #expect(FigureName(series: name.series, period: period) == name)
    #expect(name.description == name.series + "@2021-05")
  }

  @Test(arguments: [
    "", "value_added", "value_added.total.ytd", "value_added.total.ytd.level.x",
    "value_added.total.year.level", "value_added.total.ytd.growth", "value_added.total.ytd.Level",
    "value_added.total.ytd.level@2021-05",
  ])
  func refusesOtherText(text: String) throws {
    #expect(FigureName(series: text, period: try #require(Self.period)) == nil)
  }

  @Test func changesOnePartAtATime() throws {
    let period = try #require(Self.period)
    let name = FigureName(
      indicator: "i", sector: "s", basis: .ytd, measure: .level, period: period)
    #expect(name.with(.yoy).description == "i.s.ytd.yoy@2021-05")
    #expect(name.with(sector: "total").description == "i.total.ytd.level@2021-05")
    #expect(name.with(period: period.yearEarlier).description == "i.s.ytd.level@2020-05")
  }
}
