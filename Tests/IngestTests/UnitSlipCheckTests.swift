// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Ingest

/// Values that are off by a power of ten, against history, the value beside them, and peers.
@Suite struct UnitSlipCheckTests {
  /// Eight units of one class without a register; each row: month, ytd, reference ytd, then persons.
  private static let workspace = Workspace().with(Workspace.registerLayout, nil)
    .replacing("flag: 智能装备", with: "published: true", in: Workspace.sectors)

  private static func table(_ period: String, _ months: Int, _ change: (Int) -> [Int]?) -> String {
    let rows = (1...8).map { unit -> String in
      let month = 1000 * unit + 37
      let plain = [month, month * months, month * months * 9 / 10, 50 + unit, 50 + unit, 48 + unit]
      let values = change(unit) ?? plain
      return (["U\(unit)", "甲", "3911", period] + values.map(String.init)).joined(separator: ",")
    }
    return ([Fixture.header] + rows).joined(separator: "\n")
  }

  private static func slips(_ files: [(String, String)]) throws -> [Finding] {
    let read = try Ingested(files.map { ($0.0, Array($0.1.utf8)) }, workspace)
    return read.findings.filter { [.valueSlip, .rowSlip, .columnSlip].contains($0.code) }
  }

  @Test func ordinaryMonthsHaveNone() throws {
    #expect(
      try Self.slips([
        ("4.csv", Self.table("202104", 4) { _ in nil }),
        ("5.csv", Self.table("202105", 5) { _ in nil }),
      ]) == [])
  }

  /// 10, 10³, 10⁴ and 10⁸, up and down; a ten needs both witnesses.
  @Test(arguments: [(1, "10"), (3, "1000"), (4, "10000"), (8, "100000000")])
  func aValueNamesItsFactor(power: Int, factor: String) throws {
    let size = (0..<power).reduce(1) { product, _ in product * 10 }
    let found = try Self.slips([
      ("4.csv", Self.table("202104", 4) { _ in nil }),
      (
        "5.csv",
        Self.table("202105", 5) {
          $0 == 3 ? [3037, 3037 * 5 * size, 3037 * 5 * 9 / 10, 53, 53, 51] : nil
        }
      ),
    ])
    #expect(found.map(\.code) == [.valueSlip])
    #expect(found.first?.location?.description == "5.csv:4:6")
    #expect(found.first?.arguments["factor"] == factor)
  }

  @Test func aRowIsOneFinding() throws {
    let found = try Self.slips([
      ("4.csv", Self.table("202104", 4) { _ in nil }),
      (
        "5.csv",
        Self.table("202105", 5) {
          $0 == 3 ? [3, 15, 13, 53, 53, 51].map { $0 } : nil
        }
      ),
    ])
    #expect(found.contains { $0.arguments["factor"] == "1/1000" })
    #expect(found.allSatisfy { $0.unit?.description == "U3" })
  }

  /// The whole column in 万元 where 千元 is expected, and the month after is not blamed for it.
  @Test func aColumnIsOneFinding() throws {
    let found = try Self.slips([
      ("3.csv", Self.table("202103", 3) { _ in nil }),
      (
        "4.csv",
        Self.table("202104", 4) { unit in
          let month = 1000 * unit + 37
          return [
            month, month * 4 * 10, month * 4 * 9 / 10, 50 + unit, 50 + unit, 48 + unit,
          ]
        }
      ),
      ("5.csv", Self.table("202105", 5) { _ in nil }),
    ])
    #expect(found.map(\.code) == [.columnSlip])
    #expect(found.first?.location?.file == "4.csv" && found.first?.location?.column == 6)
    #expect(found.first?.arguments["factor"] == "10")
    #expect(found.first?.arguments["count"] == "8")
  }

  /// No history and nothing beside it: the peers' ratio to another value tells.
  @Test func peersAreTheLastWitness() throws {
    let layout = try #require(Workspace().texts[Workspace.returnsLayout])
      .replacing("  reference_ytd: \"{header}_上年同期_1-本月\"\n", with: "")
      .replacing(", required: [ytd, reference_ytd]", with: "")
      .replacing(
        "{indicator: employment, header: 用工, unit: 人}",
        with: "{indicator: investment, header: 投资, unit: 千元}")
    let rows = (1...8).map { unit in
      "U\(unit),甲,3911,202105,\(1000 * unit),\(5000 * unit),\(100 * unit),"
        + "\(unit == 5 ? 2_500_000 : 500 * unit)"
    }
    let header =
      "统一社会信用代码,单位详细名称,行业代码,报告期,工业增加值_本月(千元),工业增加值_1-本月(千元),投资_本月(千元),投资_1-本月(千元)"
    let read = try Ingested(
      csv: ([header] + rows).joined(separator: "\n"),
      Self.workspace.with(Workspace.returnsLayout, layout))
    let found = read.findings.filter { $0.code == .valueSlip }
    #expect(Set(found.map { $0.unit?.description }) == ["U5"])
    #expect(found.contains { $0.arguments["factor"] == "1000" })
  }
}
