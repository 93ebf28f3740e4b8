// SPDX-License-Identifier: Apache-2.0

import Statistics
import Testing

@testable import SyntheticData

/// The sample tells the plan's story: 突破60亿元, one target narrowly missed.
@Suite struct CalibrationTests {
  private static func workspace(units: Int = 300) throws -> SyntheticWorkspace {
    try Fixture.workspace(units: units, from: "2020-01..02", to: "2022-12")
  }

  @Test(arguments: [(300, 1_973_000), (2000, 13_153_333), (7, 46_037)])
  func smartEquipmentOf2019IsExact(units: Int, thousands: Int) throws {
    let sums = try Fixture.valueAdded(Self.workspace(units: units), of: 2020) {
      $0.profile.course.isSmartEquipment
    }
    #expect(sums.reference == thousands)
  }

  @Test func totalsFollowThePlan() throws {
    let years = try (2020...2022).map {
      try Fixture.valueAdded(Self.workspace(), of: $0) { _ in true }
    }
    #expect((4_600_000...4_800_000).contains(years[0].reference))
    #expect((6_000_000...6_120_000).contains(years[2].current))
    let growth = years.map { ($0.current - $0.reference) * 1000 / $0.reference }
    #expect((15...25).contains(growth[0]))
    #expect((120...130).contains(growth[1]))
    #expect((55...68).contains(growth[2]))
  }

  @Test(arguments: [("39", 1_000_000...1_050_000), ("38", 780_000...799_000)])
  func divisionsOf2022(division: String, range: ClosedRange<Int>) throws {
    let sums = try Fixture.valueAdded(Self.workspace(), of: 2022) {
      $0.profile.industry.hasPrefix(division)
    }
    #expect(range.contains(sums.current))
  }

  @Test func smartEquipmentGrowsToThirtyFour() throws {
    let sums = try Fixture.valueAdded(Self.workspace(), of: 2022) {
      $0.profile.course.isSmartEquipment
    }
    #expect((3_400_000...3_500_000).contains(sums.current))
  }

  @Test func masksBoomAndFall() throws {
    let boom = try Fixture.valueAdded(Self.workspace(), of: 2020) { $0.profile.course.isMask }
    let fall = try Fixture.valueAdded(Self.workspace(), of: 2021) { $0.profile.course.isMask }
    #expect(boom.current * 2 > boom.reference * 3)
    #expect(fall.current * 4 < fall.reference * 3)
  }

  @Test func sevenUnitsHaveMoreThanABillionOfRevenue() throws {
    let workspace = try Self.workspace()
    let large = (0..<300).count {
      let model = workspace.scale.model(of: workspace.population.unit($0))
      return model.yearToDate(2022, through: 10).cumulative.revenue > 1_000_000
    }
    #expect(large == 7)
  }

  @Test func investmentCompoundsToThePlan() throws {
    let investment = try Self.workspace().investment
    let first = try #require(Period(year: 2019, month: 12))
    let last = try #require(Period(year: 2022, month: 12))
    let growth = Investment.Kind.allCases.map {
      investment.cumulative($0, last) * 1000 / investment.cumulative($0, first)
    }
    #expect(growth == [1331, 1303])
  }
}
