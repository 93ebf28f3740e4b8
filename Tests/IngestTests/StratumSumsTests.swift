// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Ingest

/// Sums by class, flags and an attribute of the register, against a sum over the rows themselves.
@Suite struct StratumSumsTests {
  private static let register = """
    代码,名称,行业,入库,退库,口罩,智能装备,规模
    91A,甲,3911,,,是,2021-05,大型
    91B,乙,3911,,,是,是,小型
    91C,丙,3911,,,是,,大型
    91D,丁,3811,,,,,

    """

  private static func read() throws -> Ingested {
    let rows = [
      "91A,甲,3911,202104,1,1,1,1,1,1", "91A,甲,3911,202105,2,2,1,1,1,1",
      "91B,乙,3911,202105,4,4,1,1,1,1", "91C,丙,3911,202105,8,8,1,1,1,1",
      "91D,丁,3811,202105,16,16,1,1,1,1",
    ]
    let workspace = Workspace().with(Workspace.register, register)
      .with(
        Workspace.registerLayout,
        (Workspace().texts[Workspace.registerLayout] ?? "") + "attributes: {size: 规模}\n")
    return try Ingested(csv: ([Fixture.header] + rows).joined(separator: "\n"), workspace)
  }

  /// `period class flags attribute: units`, and the month value in 千元.
  private static func texts(_ sums: [StratumSums]) -> [String] {
    sums.flatMap { sums in
      sums.strata.enumerated().map { place, stratum in
        let slot = sums.columns[0]
        let amount = "\(slot?.counts[place] ?? 0)e\(slot?.exponent ?? 0)"
        return "\(sums.period) \(stratum.industry) \(stratum.flags.rawValue) "
          + "\(stratum.attributeValue ?? "-"): \(slot?.known[place] ?? 0) \(amount)"
      }
    }.sorted()
  }

  @Test func unitsOfOneClassAndTheSameFlagsAreOneStratum() throws {
    #expect(
      try Self.texts(Self.read().ingest.sums()) == [
        "2021-04 3911 1 -: 1 1e3", "2021-05 3811 0 -: 1 16e3", "2021-05 3911 1 -: 1 8e3",
        "2021-05 3911 3 -: 2 6e3",
      ])
  }

  @Test func anAttributeSplitsThem() throws {
    #expect(
      try Self.texts(#require(Self.read().ingest.sums(by: "size"))) == [
        "2021-04 3911 1 大型: 1 1e3", "2021-05 3811 0 -: 1 16e3", "2021-05 3911 1 大型: 1 8e3",
        "2021-05 3911 3 大型: 1 2e3", "2021-05 3911 3 小型: 1 4e3",
      ])
  }

  @Test func anUnknownAttributeHasNoSums() throws {
    #expect(try Self.read().ingest.sums(by: "ownership") == nil)
  }
}
