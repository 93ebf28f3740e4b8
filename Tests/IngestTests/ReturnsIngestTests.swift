// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Statistics
import Testing

@testable import Ingest

@Suite struct ReturnsIngestTests {
  private static let april = Fixture.returns.replacing("202105", with: "202104")
  /// Five faults in five rows, and a good one.
  private static let faulty = [
    Fixture.header, "91A,甲,3911,202106,1o0,500,400,10,11,12", "91Z,丁,3911,202106,1,5,4,1,1,1",
    "91B,乙,38,202106,1,5,4,1,1,1", "91B,乙,3811,六月,1,5,4,1,1,1", "91-B,乙,3811,202106,1,5,4,1,1,1",
    "91B,乙,3811,202106,1,5,4,1,1,1",
  ].joined(separator: "\n")

  private static let contents: [[UInt8]] = [
    Array(april.utf8), Array(Fixture.returns.utf8), Array(faulty.utf8), Array(Fixture.bureau.utf8),
    SpreadsheetML.workbook([("七月", Fixture.returns.replacing("202105", with: "202107"))]), [],
  ]

  private static func read(names: [String]) throws -> Ingested {
    try Ingested(zip(names, contents).map { (path: $0, bytes: $1) })
  }

  @Test func everyFaultIsFoundInOnePass() throws {
    let read = try Self.read(names: ["1.csv", "2.csv", "3.csv", "4.csv", "5.xml", "6.csv"])
    #expect(
      read.marks
        == [
          "notANumber 3.csv:2:5", "unknownUnit 3.csv:3:1", "unknownIndustry 3.csv:4:3",
          "badPeriod 3.csv:5:4", "badUnitCode 3.csv:6:1", "emptyFile 6.csv",
          "industryDiffers 3.csv:4:3",
        ].filter { !$0.hasPrefix("industryDiffers") })
  }

  @Test func acceptedAndRejectedAreWhatWasRead() throws {
    let read = try Self.read(names: ["1.csv", "2.csv", "3.csv", "4.csv", "5.xml", "6.csv"])
    #expect(read.files.map(\.accepted) == [2, 2, 1, 2, 2, 0])
    #expect(read.files.map(\.rejected) == [0, 0, 5, 0, 0, 0])
    #expect(read.returns.count == 7)
    #expect(read.files.map(\.bytes) == Self.contents.map(\.count))
  }

  /// Renamed files are read in another order, and their names do not matter for their format.
  @Test(arguments: [
    ["f.csv", "e.csv", "d.csv", "c.csv", "b.xml", "a.csv"], ["b", "a", "d", "c", "f", "e"],
    ["1.xls", "2.xlsx", "3.txt", "4.xml", "5.csv", "6.pdf"],
  ])
  func renamedFilesGiveTheSameFiguresAndFindings(names: [String]) throws {
    let plain = ["1.csv", "2.csv", "3.csv", "4.csv", "5.xml", "6.csv"]
    let (first, second) = try (Self.read(names: plain), Self.read(names: names))
    for period in ["2021-04", "2021-05", "2021-06", "2021-07"] {
      let period = try #require(Period(period))
      #expect(try first.figures.all(of: period) == second.figures.all(of: period))
    }
    let renamed = Dictionary(uniqueKeysWithValues: zip(names, plain))
    #expect(
      Set(first.findings.map { Self.text($0, [:]) })
        == Set(second.findings.map { Self.text($0, renamed) }))
    #expect(first.findings.count == second.findings.count)
  }

  private static func text(_ finding: Finding, _ names: [String: String]) -> String {
    let place = finding.location
    let file = place.map { names[$0.file] ?? $0.file } ?? ""
    return "\(finding.code) \(file) \(place?.row ?? 0) \(place?.column ?? 0) \(finding.raw ?? "")"
  }

  @Test func rowsInAnotherOrderGiveTheSameFigures() throws {
    let plain = try Ingested(csv: Fixture.returns)
    let reversed = try Ingested(
      csv: ([Fixture.header] + Fixture.rows.reversed()).joined(separator: "\n"))
    let period = try #require(Period("2021-05"))
    let figures = try plain.figures.all(of: period)
    #expect(!figures.isEmpty)
    #expect(try reversed.figures.all(of: period) == figures)
  }

  /// Whatever happens to one byte of a file: nothing crashes, and a return that is lost is said.
  @Test(arguments: [Array(Fixture.returns.utf8), SpreadsheetML.workbook([("表", Fixture.returns)])])
  func noChangedByteLosesAReturnSilently(bytes: [UInt8]) throws {
    var generator = RepeatableGenerator(state: 31)
    for _ in 0..<300 {
      var changed = bytes
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: changed[place] = UInt8.random(in: 0...255, using: &generator)
      case 1: changed.remove(at: place)
      default: changed.insert(UInt8.random(in: 9...127, using: &generator), at: place)
      }
      let read = try Ingested([("a.csv", changed)])
      let isSaid = read.findings.contains { $0.severity != .info }
      #expect(read.returns.count == 2 || isSaid, "\(String(decoding: changed, as: UTF8.self))")
    }
  }

  // MARK: - The register

  @Test func unitsThatDidNotReportAreNamed() throws {
    let read = try Ingested(csv: [Fixture.header, Fixture.rows[0]].joined(separator: "\n"))
    let missing = read.ingest.unreported(in: try #require(Period("2021-05")))
    #expect(missing.map(\.raw) == ["91B"])
    #expect(missing.map(\.code) == [.notReported])
    #expect(missing.first?.arguments["name"] == "乙厂")
    #expect(missing.first?.location?.file == Workspace.register)
  }

  /// 91B enters in March, 91C has left by May.
  @Test(arguments: [("2021-01..02", 2), ("2021-03", 3), ("2021-04", 3), ("2021-05", 2)])
  func theRegisterExpectsWhoHasEnteredAndNotLeft(text: String, count: Int) throws {
    let register = try #require(Definitions.load(from: Workspace()).0?.register)
    #expect(register.expectedCount(in: try #require(Period(text))) == count)
  }

  @Test func aPeriodWithoutReturnsHasNoOneMissing() throws {
    let read = try Ingested(csv: Fixture.returns)
    let period = try #require(Period("2021-06"))
    #expect(read.ingest.unreported(in: period).isEmpty)
    #expect(read.ingest.unitsReported(in: period) == 0)
    #expect(read.ingest.unitsReported(in: try #require(Period("2021-05"))) == 2)
  }

  @Test func withoutARegisterEveryUnitIsTaken() throws {
    let workspace = Workspace().with(Workspace.registerLayout, nil)
      .replacing("flag: 智能装备", with: "published: true", in: Workspace.sectors)
    let read = try Ingested(csv: Fixture.returns.replacing("91A", with: "Z9"), workspace)
    #expect(read.findings == [])
    #expect(read.ingest.unreported(in: try #require(Period("2021-05"))).isEmpty)
  }
}

/// Numbers that are the same in every run (an LCG of 64 bits, its high half).
private struct RepeatableGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state >> 32) | (state << 32)
  }
}
