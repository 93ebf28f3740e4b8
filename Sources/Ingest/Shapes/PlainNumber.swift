// SPDX-License-Identifier: Apache-2.0

/// Numbers that are read without making a text. What it does not read, `NumberText` does.
enum PlainNumber {
  /// Reads `-1234.5`, up to 18 digits.
  ///
  /// - Returns: the digits as a whole number and how many stand behind the point; `nil` for any
  ///   other text.
  static func read(_ bytes: [UInt8], _ start: Int, _ end: Int) -> (Int64, scale: Int)? {
    let isNegative = start < end && bytes[start] == UInt8(ascii: "-")
    var index = isNegative ? start + 1 : start
    guard index < end, end - index <= 18, bytes[index] != UInt8(ascii: ".") else { return nil }
    var value: Int64 = 0
    var scale = -1
    while index < end {
      let digit = bytes[index] &- 48
      if digit <= 9 {
        value = value &* 10 &+ Int64(digit)
        if scale >= 0 { scale &+= 1 }
      } else if bytes[index] == UInt8(ascii: "."), scale < 0, index + 1 < end {
        scale = 0
      } else {
        return nil
      }
      index &+= 1
    }
    return (isNegative ? -value : value, max(scale, 0))
  }
}
