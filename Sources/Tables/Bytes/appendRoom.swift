// SPDX-License-Identifier: Apache-2.0

extension [UInt8] {
  /// Appends so many zeros, to be overwritten: block by block, which is fast in every build.
  mutating func appendRoom(_ room: Int) {
    reserveCapacity(count + room)
    var rest = room
    while rest > 0 {
      let block = Swift.min(rest, zeros.count)
      append(contentsOf: zeros[..<block])
      rest -= block
    }
  }
}

private let zeros = [UInt8](repeating: 0, count: 64 << 10)
