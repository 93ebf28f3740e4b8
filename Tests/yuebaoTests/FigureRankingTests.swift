// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import yuebao

@Suite struct FigureRankingTests {
  private func figure(
    _ sector: String, _ value: Ratio?, indicator: String = "value_added"
  ) throws -> Figure {
    let name = FigureName(
      indicator: indicator, sector: sector, basis: .ytd, measure: .yoy,
      period: try #require(Period("2021-05")))
    return Figure(
      name: name, unit: .percent, decimals: 1, value: value.map { .known($0) } ?? .missing(.empty),
      origin: .returns)
  }

  private func ranked(_ figures: [Figure], top: Int? = nil) -> [String] {
    FigureRanking(top: top).ranked(figures) { $0 }.map { "\($0.name.indicator).\($0.name.sector)" }
  }

  @Test func goesByTheExactValueAndPutsMissingOnesLast() throws {
    let figures = [
      try figure("a", Ratio(1, over: 3)), try figure("b", nil),
      try figure("c", Ratio(333_333_333, over: 1_000_000_000)), try figure("d", Ratio(-5)),
    ]
    #expect(
      ranked(figures) == ["value_added.a", "value_added.c", "value_added.d", "value_added.b"])
  }

  @Test func equalOnesKeepTheirOrder() throws {
    let figures = try ["b", "a", "c"].map { try figure($0, Ratio(1)) }
    #expect(ranked(figures) == ["value_added.b", "value_added.a", "value_added.c"])
  }

  @Test func topIsOfEachIndicatorAndOfEachBrokenDownSector() throws {
    let figures = [
      try figure("total/division=38", Ratio(1)), try figure("total/division=39", Ratio(2)),
      try figure("high_tech/division=39", Ratio(9)),
      try figure("total/division=39", Ratio(7), indicator: "sales"),
    ]
    #expect(
      ranked(figures, top: 1) == [
        "value_added.total/division=39", "value_added.high_tech/division=39",
        "sales.total/division=39",
      ])
  }
}
