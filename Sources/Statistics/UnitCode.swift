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
    guard let high = UnitCode.word(bytes, start, middle),
      let low = UnitCode.word(bytes, middle, end)
    else { return nil }
    packed = UInt128(high) * UInt128(UnitCode.powers[end - middle]) + UInt128(low)
  }

  private static func word(_ bytes: [UInt8], _ start: Int, _ end: Int) -> UInt64? {
    var word: UInt64 = 0
    for index in start..<end {
      let value = UnitCode.values[Int(bytes[index])]
      if value == 0 { return nil }
      word = word &* 37 &+ UInt64(value)
    }
    return word
  }

  /// By byte; 0 for those that no code has.
  private static let values: [UInt8] = (0...255).map { byte in
    UInt8(truncatingIfNeeded: value(of: byte) ?? 0)
  }

  /// 37 to the power of 0…9.
  private static let powers: [UInt64] = (0...9).map { count in
    (0..<count).reduce(1) { power, _ in power * 37 }
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
