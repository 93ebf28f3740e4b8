// SPDX-License-Identifier: Apache-2.0

/// Where the first byte lies that is not ASCII.
func firstNonASCII(in bytes: [UInt8]) -> Int? {
  firstIndex(in: bytes, from: 0) {
    $0.reduce(0, |) >= 0x80
  } where: {
    $0 >= 0x80
  }
}

/// Where the first NUL lies, at `start` or behind it.
func firstNUL(in bytes: [UInt8], from start: Int = 0) -> Int? {
  firstIndex(in: bytes, from: start) {
    $0.reduce(0xFF, min) == 0
  } where: {
    $0 == 0
  }
}

/// Searches by blocks: the compiler makes `blockHolds` work on many bytes at once, which a search
/// that may end at each byte forbids.
@inline(__always)
private func firstIndex(
  in bytes: [UInt8], from start: Int, blockHolds: (UnsafeBufferPointer<UInt8>) -> Bool,
  where isWanted: (UInt8) -> Bool
) -> Int? {
  bytes.withUnsafeBufferPointer { buffer in
    for start in stride(from: start, to: buffer.count, by: 1024) {
      let block = buffer[start..<min(start + 1024, buffer.count)]
      if blockHolds(UnsafeBufferPointer(rebasing: block)) {
        return block.firstIndex(where: isWanted)
      }
    }
    return nil
  }
}
