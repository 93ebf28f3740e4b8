// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Statistics
import SyntheticData
import Testing

@testable import Ingest

/// Invented workspaces, from their generator through memory to figures.
@Suite struct SyntheticWorkspaceTests {
  private static func read(_ format: SyntheticWorkspace.Format) throws -> (Ingested, register: Int)
  {
    let shipped = try #require(Definitions.load(from: Repository()).0)
    func classes(_ id: String) -> Set<String> {
      guard case .classes(let classes) = shipped.sectors.first(where: { $0.id == id })?.definition
      else { return [] }
      return classes
    }
    let (first, last) = (Period(year: 2020, month: 12), Period(year: 2021, month: 4))
    let workspace = SyntheticWorkspace(
      options: .init(
        units: 60, first: try #require(first), last: try #require(last), format: format),
      sectors: BureauSectors(advanced: classes("advanced"), highTech: classes("high_tech")))
    let sink = MemorySink()
    try workspace.write(to: sink)
    let register = "Input/reference/register.csv"
    let definitions = Definitions.load(
      from: Repository(inMemory: [register: sink.files[register] ?? []]))
    #expect(definitions.findings == [])
    let files = sink.files.filter { $0.key.hasPrefix("Input/returns/") }
    let read = try Ingested(
      files.map { (path: $0.key, bytes: $0.value) }, try #require(definitions.0))
    return (read, try #require(definitions.0?.register).expectedCount(in: try #require(last)))
  }

  @Test(arguments: SyntheticWorkspace.Format.allCases)
  func givesNoErrorAndNoWarning(format: SyntheticWorkspace.Format) throws {
    let (read, registered) = try Self.read(format)
    #expect(read.findings.filter { $0.severity != .info } == [])
    #expect(read.files.allSatisfy { $0.rejected == 0 && $0.accepted > 0 })
    #expect(
      read.figures.periods.map(\.description) == ["2020-12", "2021-01..02", "2021-03", "2021-04"])
    let last = try #require(Period("2021-04"))
    #expect(read.ingest.unitsReported(in: last) == 60 && registered == 60)
    #expect(read.ingest.unreported(in: last).isEmpty)
  }

  /// Every value of the bureau's tables but investment has an own sum that prints the same.
  @Test(arguments: SyntheticWorkspace.Format.allCases)
  func ownFiguresPrintLikeTheBureausTables(format: SyntheticWorkspace.Format) throws {
    let (read, _) = try Self.read(format)
    var compared = 0
    for name in read.bureau.keys where name.indicator == "value_added" {
      let figure = try read.figures.figure(name)
      #expect(figure.ownValue?.rounded(decimals: figure.decimals) == figure.rounded, "\(name)")
      compared += 1
    }
    #expect(compared > 60)
    for period in read.figures.periods { #expect(try read.figures.checks(at: period).isEmpty) }
  }

  @Test func everyFormatGivesTheSameFigures() throws {
    let figures = try SyntheticWorkspace.Format.allCases.map { format in
      let (read, _) = try Self.read(format)
      return try read.figures.periods.flatMap { try read.figures.all(of: $0) }
    }
    #expect(figures[0].count > 200)
    #expect(figures[1] == figures[0] && figures[2] == figures[0])
  }
}

/// A workspace's files in memory.
private final class MemorySink: FileSink {
  private(set) var files: [String: [UInt8]] = [:]
  private var current = ""

  func begin(path: String) {
    current = path
    files[path] = []
  }

  func write(_ bytes: [UInt8]) { files[current, default: []] += bytes }

  func end() {}
}
