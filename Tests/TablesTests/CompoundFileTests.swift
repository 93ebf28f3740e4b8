// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Tables

@Suite struct CompoundFileTests {
  private let small = Array(
    "a stream that lies in the mini stream, longer than a sector of it".utf8)
  private let large = (0..<20_000).map { UInt8(truncatingIfNeeded: $0 / 7) }

  private func read(_ name: String, of bytes: [UInt8]) throws -> [UInt8]? {
    let file = try CompoundFile(MemorySource(bytes), limits: .standard)
    guard let entry = file.entry(named: name) else { return nil }
    let stream = try file.open(entry)
    let read = try stream.bytes.bytes(0..<stream.bytes.size)
    if stream.isCutOff || read.count < stream.bytes.size { throw stream.ending }
    return read
  }

  @Test(arguments: [3, 4], [false, true])
  func streamsAreReadWhereTheyLie(version: Int, interleaves: Bool) throws {
    var writer = CompoundFileWriter(
      [("Large", large), ("Small", small), ("Other", large.reversed()), ("Empty", [])],
      version: version, interleaves: interleaves)
    let bytes = writer.write()
    #expect(try read("Large", of: bytes) == large)
    #expect(try read("small", of: bytes) == small)
    #expect(try read("Other", of: bytes) == large.reversed())
    #expect(try read("Empty", of: bytes) == [])
    #expect(try read("None", of: bytes) == nil)
  }

  @Test func aPieceOfAStreamIsRead() throws {
    var writer = CompoundFileWriter([("A", large), ("B", large)], interleaves: true)
    let file = try CompoundFile(MemorySource(writer.write()), limits: .standard)
    let stream = try file.open(try #require(file.entry(named: "B")))
    #expect(try stream.bytes.bytes(500..<1600) == Array(large[500..<1600]))
    #expect(try stream.bytes.bytes(19_990..<20_010) == Array(large[19_990...]))
  }

  @Test func aFileOfMoreThanOnePieceOfItsTableIsRead() throws {
    let huge = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 / 300) }
    var writer = CompoundFileWriter([("Huge", huge)])
    #expect(try read("Huge", of: writer.write()) == huge)
  }

  @Test func aChainThatGoesInACircleEndsThere() throws {
    var writer = CompoundFileWriter([("Large", large)])
    var bytes = writer.write()
    // The second entry of the table, which is in the last sector.
    let table = bytes.count - 512
    bytes.replaceSubrange(table + 4..<table + 8, with: littleEndian(0, 4))
    #expect(throws: TableProblem.damaged("the sectors of the stream Large go in a circle")) {
      try read("Large", of: bytes)
    }
  }

  @Test func aChainThatLeavesTheFileEndsThere() throws {
    var writer = CompoundFileWriter([("Large", large)])
    var bytes = writer.write()
    let table = bytes.count - 512
    bytes.replaceSubrange(table + 4..<table + 8, with: littleEndian(0x00FF_FFFF, 4))
    #expect(throws: TableProblem.damaged("the stream Large goes on outside of the file")) {
      try read("Large", of: bytes)
    }
  }

  @Test func aDirectoryThatGoesInACircleIsDamaged() throws {
    var writer = CompoundFileWriter([("A", large), ("B", small)])
    var bytes = writer.write()
    let name = Array("B".utf8) + [0, 0, 0]
    let place = try #require(bytes.firstRange(of: name + [0, 0, 0, 0, 0, 0])).lowerBound
    bytes.replaceSubrange(place + 72..<place + 76, with: littleEndian(1, 4))
    #expect(throws: TableProblem.damaged("the directory goes in a circle")) {
      try read("A", of: bytes)
    }
  }

  @Test func tooManyEntriesAreALimit() {
    var limits = TableLimits.standard
    limits.archiveEntries = 2
    var writer = CompoundFileWriter([("A", small), ("B", small), ("C", small)])
    #expect(throws: TableProblem.limit("archiveEntries", 2)) {
      try CompoundFile(MemorySource(writer.write()), limits: limits)
    }
  }

  @Test func aFileIsNeverReadWrongWhereverItIsCutOff() {
    var writer = CompoundFileWriter([("Large", Array(large[..<5000])), ("Small", small)])
    let bytes = writer.write()
    for end in stride(from: 8, to: bytes.count, by: 3) {
      let read = try? read("Large", of: Array(bytes[..<end]))
      #expect(read == nil || read == .some(nil) || read == Array(large[..<5000]))
    }
  }
}
