// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import yuebao

@Suite struct FigureSeriesTests {
  private func series(_ periods: [String], breaks: [String]) throws -> FigureSeries {
    let figures = try periods.map { text in
      let name = FigureName(
        indicator: "value_added", sector: "total", basis: .ytd, measure: .level,
        period: try #require(Period(text)))
      return Figure(
        name: name, unit: .percent, decimals: 1, value: .missing(.notReported), origin: .returns)
    }
    return FigureSeries(figures: figures, breaks: try breaks.map { try #require(Period($0)) })
  }

  @Test(arguments: [
    (["2020-12", "2021-01..02", "2021-03"], ["2021-01..02"], [1]),
    (["2020-12", "2021-03"], ["2021-01..02"], [1]), (["2021-01..02", "2021-03"], ["2021-03"], [1]),
    (["2020-11", "2020-12", "2021-01..02"], ["2020-12", "2021-01..02"], [1, 2]),
    (["2021-03", "2021-04"], [], []),
  ])
  func aBreakLiesBeforeItsFirstPeriod(periods: [String], breaks: [String], places: [Int]) throws {
    #expect(try series(periods, breaks: breaks).breakPlaces == Set(places))
  }

  @Test func itsNameHasNoPeriod() throws {
    #expect(try series(["2021-03"], breaks: []).name == "value_added.total.ytd.level")
  }
}
