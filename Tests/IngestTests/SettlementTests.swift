// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Ingest

/// What counts where several files speak of one thing, and that their order does not matter.
@Suite struct SettlementTests {
  private static let workspace = Workspace().with(
    CorrectionsFile.file,
    "file,date,reason\nb.csv,2021-07-02,漏填\nInput/returns/c.csv,2021-08-01,再次更正\n")

  private static func file(_ name: String, _ ytd: String) -> (path: String, bytes: [UInt8]) {
    let text = Fixture.header + "\n" + Fixture.rows[0].replacing("500,400", with: ytd + ",400")
    return ("Input/returns/" + name, Array(text.utf8))
  }

  @Test func theLatestCorrectionWins() throws {
    let read = try Ingested(
      [Self.file("a.csv", "500"), Self.file("b.csv", "501"), Self.file("c.csv", "502")],
      Self.workspace)
    #expect(read.marks == [])
    #expect(try read.level("value_added.total.ytd.level", "2021-05") == "0.00502")
    let corrected = read.findings.filter { $0.code == .corrected }
    #expect(
      corrected.map { "\($0.arguments["old"] ?? "") \($0.arguments["new"] ?? "")" }
        == ["500 千元 501 千元", "501 千元 502 千元"])
    #expect(corrected.first?.arguments["reason"] == "漏填")
    #expect(
      corrected.last?.arguments["first"] == "Input/returns/b.csv:2:6"
        && corrected.last?.location?.description == "Input/returns/c.csv:2:6")
  }

  /// A correction's blank says nothing.
  @Test func aBlankCorrectsNothing() throws {
    let blank =
      Fixture.header + "\n"
      + Fixture.rows[0].replacing("100,500,400,10,11,12", with: ",503,400,,,")
    let read = try Ingested(
      [Self.file("a.csv", "500"), ("Input/returns/b.csv", Array(blank.utf8))], Self.workspace)
    #expect(try read.level("value_added.total.ytd.level", "2021-05") == "0.00503")
    #expect(try read.level("employment.total.month.level", "2021-05") == "10")
  }

  @Test func aCorrectionOfABureausTable() throws {
    let corrected = Fixture.bureau.replacing("12.5,", with: "12.6,")
    let read = try Ingested(
      [
        ("Input/returns/a.csv", Array(Fixture.bureau.utf8)),
        ("Input/returns/b.csv", Array(corrected.utf8)),
      ], Self.workspace)
    #expect(read.marks == ["correctionNotFound Input/corrections.csv:3:1"])
    #expect(try read.level("value_added.total.ytd.level", "2021-05") == "12.6")
    #expect(read.codes.contains(.corrected))
  }

  private static let pool: [(path: String, bytes: [UInt8])] = {
    let april = Fixture.returns.replacing("202105", with: "202104")
    let rows = Fixture.rows
    return [
      ("Input/returns/a.csv", Array(Fixture.returns.utf8)),
      ("Input/returns/d.csv", Array(april.utf8)),
      file("e.csv", "777"), file("b.csv", "778"),
      ("Input/returns/f.csv", Array((Fixture.header + "\n" + rows[1]).utf8)),
      ("Input/returns/g.csv", Array(Fixture.bureau.utf8)),
      ("Input/returns/h.csv", Array(Fixture.bureau.replacing("12.5,", with: "12.7,").utf8)),
      ("Input/returns/i.csv", Array(Fixture.returns.replacing("500", with: "5o0").utf8)),
    ]
  }()

  /// Property: any order of files gives the same observations, findings and counts.
  @Test(arguments: 0..<40) func theOrderOfFilesDoesNotMatter(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let reference = try Ingested(Self.pool, Self.workspace)
    let shuffled = try Ingested(Self.pool.shuffled(using: &generator), Self.workspace)
    #expect(shuffled.findings == reference.findings)
    #expect(shuffled.ingest.observations() == reference.ingest.observations())
    #expect(shuffled.files == reference.files)
    #expect(shuffled.bureau == reference.bureau)
  }

  /// Property: any order of rows gives the same values and, but for row numbers, the same
  /// findings; and no row disappears.
  @Test(arguments: 0..<40) func theOrderOfRowsDoesNotMatter(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let rows = [
      Fixture.rows[0], Fixture.rows[1], Fixture.rows[0], "91C,丙,4420,202104,1,2,3,4,5,6",
      "91Z,丁,3911,202105,1,2,3,4,5,6", "91C,丙,4420,202103,x,2,3,4,5,6",
      "91C,丙,4420,202103,1,2,3,4,5,6", "91C,丙,4420,202103,1,9,3,4,5,6", "注：样例,,,,,,,,,",
      ",,,,7,,,,,",
    ]
    let reference = try Ingested(csv: ([Fixture.header] + rows).joined(separator: "\n"))
    let order = rows.shuffled(using: &generator)
    let shuffled = try Ingested(csv: ([Fixture.header] + order).joined(separator: "\n"))
    func values(_ read: Ingested) -> [String] { SeriesTests.lines(read).sorted() }
    #expect(values(shuffled) == values(reference))
    #expect(shuffled.codes.map(\.rawValue).sorted() == reference.codes.map(\.rawValue).sorted())
    let file = try #require(shuffled.files.first)
    #expect(file.accepted + file.rejected + file.passedOver == rows.count)
    #expect(file.accepted == reference.files.first?.accepted)
  }
}
