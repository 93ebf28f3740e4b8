// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Tables

@Suite struct ByteChunksTests {
  @Test(arguments: [1000, 100_000, 1_000_000])
  func chunksAreOfOneSizeHoweverTheBytesCome(step: Int) throws {
    let bytes = (0..<600_000).map { UInt8(truncatingIfNeeded: $0) }
    var chunks = ByteChunks(SourceStream(SlowSource(bytes, step: step)))
    var read: [UInt8] = []
    var sizes: [Int] = []
    while !chunks.isAtEnd {
      let before = read.count
      try chunks.append(to: &read)
      sizes.append(read.count - before)
    }
    #expect(read == bytes)
    #expect(sizes.dropLast().allSatisfy { $0 == ByteChunks.size })
    #expect(sizes.last == 600_000 % ByteChunks.size)
  }
}
