// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Aggregation

struct StatedPartsTests {
  /// A table of industries states 39 beside the total.
  private func figures(_ period: String) throws -> Figures {
    var sample = Sample()
    try sample.state("value_added.39.ytd.level", period, "7", "亿元")
    try sample.state("value_added.total.ytd.level", period, "10", "亿元")
    return sample.figures
  }

  private func parts(_ figures: Figures, in period: String) throws -> [String] {
    let total = try #require(figures.sectors.first { $0.id == Figures.total })
    return figures.parts(
      of: total, by: .level(.division), in: try #require(Period(period))
    ).map(\.description)
  }

  @Test func anIndustrysStatementIsAPartOfTheTotal() throws {
    let figures = try figures("2021-05")
    #expect(try parts(figures, in: "2021-05") == ["total/division=39"])
    let period = try #require(Period("2021-05"))
    let all = try figures.all(of: period, by: .level(.division))
    let level = try #require(all.first { $0.name.measure == .level })
    #expect(level.exact == Ratio(7) && level.origin == .bureau)
    #expect(all.first { $0.name.measure == .share }?.exact == Ratio(70))
    #expect(try figures.checks(at: period).isEmpty)
  }

  @Test func aQuartersPartsAreThoseOfItsLastMonth() throws {
    #expect(try parts(figures("2021-06"), in: "2021-Q2") == ["total/division=39"])
  }

  @Test func namedSectorsAndMeasuresAreComputedInTheirOrder() throws {
    let period = try #require(Period("2021-05"))
    let all = try figures("2021-05").all(
      of: period, in: [SectorName("total/division=39"), SectorName("total")],
      measures: [.share, .level])
    #expect(
      all.map(\.name.series) == [
        "value_added.total/division=39.ytd.share", "value_added.total/division=39.ytd.level",
        "value_added.total.ytd.share", "value_added.total.ytd.level",
      ])
  }
}
