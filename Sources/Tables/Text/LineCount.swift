// SPDX-License-Identifier: Apache-2.0

/// The line that a text has come to. LF, CR and CRLF each end one.
struct LineCount {
  /// Counted from 1.
  private(set) var line = 1
  private var endsWithCR = false

  /// Goes on by the first `end` bytes of a text.
  mutating func count(_ text: [UInt8], upTo end: Int) {
    text.withUnsafeBufferPointer { count($0[..<end]) }
  }

  /// Goes on by a text.
  mutating func count(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    guard let last = bytes.last else { return }
    line += occurrences(of: 10, in: bytes)
    let returns = occurrences(of: 13, in: bytes)
    if returns > 0 {
      line += returns - bytes.indices.dropFirst().count { bytes[$0] == 10 && bytes[$0 - 1] == 13 }
    }
    if endsWithCR && bytes.first == 10 { line -= 1 }
    endsWithCR = last == 13
  }

  /// The whole file goes through here, so the compiler must be able to work on many bytes at once:
  /// blocks whose count a byte holds, and no comparison, which it makes a jump.
  private func occurrences(of wanted: UInt8, in bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    var others = 0
    for start in stride(from: 0, to: bytes.count, by: 128) {
      let block = UnsafeBufferPointer(rebasing: bytes[start..<min(start + 128, bytes.count)])
      others += Int(
        block.reduce(0 as UInt8) { count, byte in
          let difference = byte ^ wanted
          return count &+ ((difference | (0 &- difference)) &>> 7)
        })
    }
    return bytes.count - others
  }
}
