// SPDX-License-Identifier: Apache-2.0
import Statistics
import Tables
import Testing

@testable import Ingest

/// Files that are read side by side give what they give one after another.
@Suite struct FileQueueTests {
  private static let files: [(path: String, bytes: [UInt8])] = (0..<12).map { index in
    let month = 3 + index % 4
    let rows = Fixture.rows.map { row in
      row.replacing("202105", with: "20210\(month)")
        // Some files state the same, some contradict the one before, some have a fault.
        .replacing("100,500", with: index % 5 == 4 ? "1o0,500" : "\(100 + index / 6),500")
    }
    let lines = index % 3 == 0 ? [rows[0]] : rows
    return (
      "\(index).csv", Array(([Fixture.header] + lines).joined(separator: "\n").utf8)
    )
  }

  @Test func theOutcomeDoesNotHangOnThreads() throws {
    let definitions = try #require(Definitions.load(from: Workspace()).0)
    let alone = try Ingested(Self.files, definitions)
    for _ in 0..<5 {
      let ingest = ReturnsIngest(definitions: definitions, listsObservations: true)
      let bytes = Dictionary(uniqueKeysWithValues: Self.files.map { ($0.path, $0.bytes) })
      ingest.ingest(files: Self.files.map(\.path)) { path throws(ByteSourceError) in
        guard let bytes = bytes[path] else { throw ByteSourceError(reason: "no such file") }
        return MemorySource(bytes)
      }
      ingest.settle()
      #expect(ingest.sortedFindings == alone.findings)
      #expect(ingest.files == alone.files)
      #expect(ingest.observations() == alone.ingest.observations())
    }
  }

  @Test func aFileThatCannotBeOpenedIsAFinding() throws {
    let definitions = try #require(Definitions.load(from: Workspace()).0)
    let ingest = ReturnsIngest(definitions: definitions)
    ingest.ingest(files: ["a.csv"]) { _ throws(ByteSourceError) in
      throw ByteSourceError(reason: "Permission denied")
    }
    ingest.settle()
    #expect(ingest.sortedFindings.map(\.code) == [.unreadableFile])
    #expect(ingest.files.map(\.bytes) == [0])
  }
}
