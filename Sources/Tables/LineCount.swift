// SPDX-License-Identifier: Apache-2.0

/// The line that a text has come to. LF, CR and CRLF each end one.
struct LineCount {
  /// Counted from 1.
  private(set) var line = 1
  private var endsWithCR = false

  /// Goes on by the first `end` bytes of a text.
  mutating func count(_ text: [UInt8], upTo end: Int) {
    guard end > 0 else { return }
    text.withUnsafeBufferPointer { buffer in
      let bytes = UnsafeBufferPointer(rebasing: buffer[..<end])
      var ends = 0
      // Three plain loops: the compiler makes them work on many bytes at once.
      for byte in bytes { ends &+= byte == 10 ? 1 : 0 }
      var returns = 0
      for byte in bytes { returns &+= byte == 13 ? 1 : 0 }
      if returns > 0 {
        for index in 1..<end where bytes[index] == 10 && bytes[index - 1] == 13 { returns &-= 1 }
      }
      if endsWithCR && bytes[0] == 10 { ends &-= 1 }
      line += ends + returns
      endsWithCR = bytes[end - 1] == 13
    }
  }
}
