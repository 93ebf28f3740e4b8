// SPDX-License-Identifier: Apache-2.0

/// The key of a unit: its 统一社会信用代码 (GB 32100, 18 characters), or an older, shorter code.
///
/// 1 to 18 digits and capital letters, kept as one integer so that half a million of them make a
/// small dictionary.
package struct UnitCode: Hashable, Sendable {
  /// Base 37: 0 is no character, then the digits, then A to Z.
  private let packed: UInt128

  /// Reads ASCII digits and letters; small letters become capitals. `nil` for anything else.
  package init?(_ bytes: some Collection<UInt8>) {
    guard (1...18).contains(bytes.count) else { return nil }
    var packed: UInt128 = 0
    for byte in bytes {
      guard let value = UnitCode.value(of: byte) else { return nil }
      packed = packed * 37 + value
    }
    self.packed = packed
  }

  package init?(_ text: String) { self.init(Array(text.utf8)) }

  /// Reads `bytes[start..<end]`: the same, made for inputs of millions of rows.
  package init?(_ bytes: [UInt8], from start: Int, to end: Int) {
    guard (1...18).contains(end - start) else { return nil }
    // Nine characters fit 64 bits.
    let middle = min(start + 9, end)
    var (high, low, shift): (UInt64, UInt64, UInt64) = (0, 0, 1)
    for index in start..<middle {
      guard let value = UnitCode.digit(bytes[index]) else { return nil }
      high = high &* 37 &+ value
    }
    for index in middle..<end {
      guard let value = UnitCode.digit(bytes[index]) else { return nil }
      low = low &* 37 &+ value
      shift &*= 37
    }
    packed = UInt128(high) * UInt128(shift) + UInt128(low)
  }

  /// The same as `value(of:)`, without a table.
  @inline(__always)
  private static func digit(_ byte: UInt8) -> UInt64? {
    let digit = byte &- UInt8(ascii: "0")
    if digit <= 9 { return UInt64(digit) &+ 1 }
    let letter = (byte & 0xDF) &- UInt8(ascii: "A")
    return letter <= 25 ? UInt64(letter) &+ 11 : nil
  }

  private static func value(of byte: UInt8) -> UInt128? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt128(byte - UInt8(ascii: "0")) + 1
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt128(byte - UInt8(ascii: "A")) + 11
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt128(byte - UInt8(ascii: "a")) + 11
    default: nil
    }
  }
}

extension UnitCode: CustomStringConvertible {
  package var description: String {
    var characters: [UInt8] = []
    var rest = packed
    while rest > 0 {
      let value = UInt8(rest % 37)
      characters.append(
        value <= 10 ? UInt8(ascii: "0") + value - 1 : UInt8(ascii: "A") + value - 11)
      rest /= 37
    }
    return String(decoding: characters.reversed(), as: UTF8.self)
  }
}
