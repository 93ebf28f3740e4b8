// SPDX-License-Identifier: Apache-2.0
import Rules
import Statistics
import Testing

@testable import Ingest

@Suite struct WaiversFileTests {
  private static func workspace(_ rows: String) -> Workspace {
    RulesFileTests.workspace(
      "value_added.month <= value_added.ytd",
      waivers: "rule,unit,period,reason,by,until\n" + rows)
  }

  @Test func waiversAreRead() throws {
    let workspace = Self.workspace("one,91A,2021-03,重组,张,2021-12-31\none,,,试行,李,2021-06\n")
    let waivers = try #require(Definitions.load(from: workspace).0).waivers
    #expect(waivers.map(\.unit) == [UnitCode("91A"), nil])
    #expect(waivers.map(\.period) == [Period("2021-03"), nil])
    #expect(waivers.map(\.until) == [Period("2021-12"), Period("2021-06")])
    #expect(waivers[0].reason == "重组" && waivers[0].by == "张")
    #expect(waivers[0].location.line == 2)
  }

  @Test(arguments: [
    ("tow,,,r,b,2021-12", FindingCode.unknownName, "2:1"),
    ("one,91Z,,r,b,2021-12", .unknownName, "2:2"), ("one,9-Z,,r,b,2021-12", .badUnitCode, "2:2"),
    ("one,,2021,r,b,2021-12", .badPeriod, "2:3"), ("one,,,,b,2021-12", .missingKey, "2"),
    ("one,,,r,,2021-12", .missingKey, "2"), ("one,,,r,b,", .missingKey, "2"),
    ("one,,,r,b,2021", .badPeriod, "2:6"), ("one,,,r,b,2021-13-01", .badPeriod, "2:6"),
    ("one,,2021-05,r,b,2021-04", .badDefinition, "2:6"), (",,,r,b,2021-12", .missingKey, "2"),
  ])
  func slipsAreFound(row: String, code: FindingCode, place: String) {
    let found = Self.workspace(row + "\n").findings
    #expect(found.map(\.code) == [code])
    #expect(found.first?.location?.description == "\(WaiversFile.file):\(place)")
  }

  @Test func aWaiverOfABrokenRuleIsNoSecondError() {
    let workspace = RulesFileTests.workspace(
      "value_added.month <=", waivers: "rule,unit,period,reason,by,until\none,,,r,b,2021-12\n")
    #expect(workspace.findings.map(\.code) == [.ruleSyntax])
  }

  @Test func columnsAreRequired() {
    let workspace = RulesFileTests.workspace(
      "value_added.month > 0", waivers: "rule,unit,period,reason,by\n")
    #expect(workspace.findings.map(\.code) == [.missingColumn])
  }
}
