// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Tables

@Suite struct AheadStreamTests {
  @Test(arguments: [0, 1, 1 << 18, (1 << 18) + 1, 3_000_000])
  func givesTheSameBytes(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 13) }
    let stream = try #require(AheadStream(SourceStream(MemorySource(bytes))))
    var all: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 100_001)
    while true {
      let got = try room.withUnsafeMutableBytes { try stream.read(into: $0) }
      all += room.prefix(got)
      if got < room.count { break }
    }
    #expect(all == bytes)
  }

  @Test func endsWhenNobodyWantsMore() throws {
    let stream = AheadStream(SourceStream(MemorySource([UInt8](repeating: 0, count: 5_000_000))))
    #expect(stream != nil)
  }

  @Test func passesProblemsOn() throws {
    let stream = try #require(AheadStream(BrokenStream()))
    var room = [UInt8](repeating: 0, count: 10)
    for _ in 0..<2 {
      #expect(throws: TableProblem(.unreadable, detail: "x")) {
        _ = try room.withUnsafeMutableBytes { try stream.read(into: $0) }
      }
    }
  }

  private final class BrokenStream: ByteStream {
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(TableProblem) -> Int {
      throw TableProblem(.unreadable, detail: "x")
    }
  }
}
