// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Ingest

/// Who has not filed which form.
@Suite struct PopulationCheckTests {
  private static let finance = """
    form: B203
    name: 财务
    shape: unit-rows
    recognise: {headers: [统一社会信用代码, 行业代码, 投资_1-本月]}
    keys: {unit: 统一社会信用代码, industry: 行业代码, period: 报告期}
    values: [{indicator: investment, unit: 千元, columns: {ytd: 投资_1-本月}}]

    """

  private static func unreported(_ finance: String) throws -> [String] {
    let read = try Ingested(
      [("a.csv", Array(Fixture.returns.utf8)), ("b.csv", Array(finance.utf8))],
      Workspace().with("Input/layouts/b203.yml", Self.finance))
    let period = try #require(Period("2021-05"))
    return read.ingest.unreported(in: period).map {
      "\($0.raw ?? "") \($0.arguments["form"] ?? "")"
    }
  }

  private static let header = "统一社会信用代码,行业代码,报告期,投资_1-本月(千元)\n"

  @Test func eachFormIsMissedOnItsOwn() throws {
    #expect(try Self.unreported(Self.header + "91A,3911,202105,5\n") == ["91B B203"])
    // A form without any value has been filed all the same.
    #expect(
      try Self.unreported(Self.header + "91A,3911,202105,5\n91B,3811,202105,\n") == [])
  }
}
