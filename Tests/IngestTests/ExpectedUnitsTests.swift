// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Ingest

@Suite struct ExpectedUnitsTests {
  @Test func unitsStandByCommunityAndOnlyInTheirTime() throws {
    let lines = """
      代码,名称,行业,入库,退库,口罩,智能装备,社区
      91A,甲,3911,,,,,东
      91B,乙,3911,2021-05,,,,西
      91C,丙,3911,,2021-04,,,东
      91D,,3911,,,,,东
      91E,戊,3911,,,,,

      """
    let workspace = Workspace().with(Workspace.register, lines)
      .replacing(
        "leaves: 退库}", with: "leaves: 退库, community: 社区}", in: Workspace.registerLayout)
    let (definitions, findings) = Definitions.load(from: workspace)
    let register = try #require(definitions?.register, "\(findings)")
    func words(_ period: String) throws -> [String] {
      register.expectedUnits(in: try #require(Period(period))).map { group in
        "\(group.community ?? "-"): \(group.units.joined(separator: ","))"
      }
    }
    #expect(try words("2021-03") == ["东: 甲,丙,91D", "-: 戊"])
    #expect(try words("2021-05") == ["东: 甲,91D", "西: 乙", "-: 戊"])
    #expect(register.expectedCount(in: try #require(Period("2021-05"))) == 4)
  }
}
