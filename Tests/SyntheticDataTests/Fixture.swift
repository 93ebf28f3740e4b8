// SPDX-License-Identifier: Apache-2.0

import Statistics
import Testing

@testable import SyntheticData

/// Small workspaces that the tests share.
enum Fixture {
  /// Like the real lists where it matters here: classes of several divisions, and both overlap.
  static let sectors = BureauSectors(
    advanced: ["3912", "3982", "3841", "3421", "3491", "3670", "2770"],
    highTech: ["3912", "3982", "3841", "4011", "2770"])

  static func workspace(
    units: Int = 60, from first: String = "2020-10", to last: String = "2021-04",
    seed: UInt64 = SyntheticWorkspace.Options.defaultSeed,
    format: SyntheticWorkspace.Format = .csv
  ) throws -> SyntheticWorkspace {
    let options = SyntheticWorkspace.Options(
      units: units, first: try #require(Period(first)), last: try #require(Period(last)),
      seed: seed, format: format)
    return SyntheticWorkspace(options: options, sectors: sectors)
  }

  static func written(_ workspace: SyntheticWorkspace) throws -> MemorySink {
    let sink = MemorySink()
    try workspace.write(to: sink)
    return sink
  }

  /// Value added of a year in 千元 over the units that report in its December and satisfy
  /// `condition`, with their value a year before.
  static func valueAdded(
    _ workspace: SyntheticWorkspace, of year: Int, where condition: (SyntheticUnit) -> Bool
  ) throws -> (current: Int, reference: Int) {
    let december = try #require(Period(year: year, month: 12))
    var sums = (current: 0, reference: 0)
    for number in 0..<workspace.population.count {
      let unit = workspace.population.unit(number)
      guard unit.reports(in: december), condition(unit) else { continue }
      let values = UnitReturnValues(workspace.scale.model(of: unit), december)
      sums.current += values.current.cumulative.valueAdded
      sums.reference += values.reference.cumulative.valueAdded
    }
    return sums
  }
}
