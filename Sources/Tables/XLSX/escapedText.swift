// SPDX-License-Identifier: Apache-2.0

extension [UInt8] {
  /// Replaces the `_xHHHH_` escapes from `start` on by the UTF-16 units that they stand for
  /// (ST_Xstring, ECMA-376 part 1, §22.9.2.19). `_x005F_` is an underscore that begins no escape.
  ///
  /// Two that are a surrogate pair are one character. Half of a pair is none: it stays as written.
  /// - Returns: whether there was no such half.
  mutating func decodeEscapes(from start: Int) -> Bool {
    var isWhole = true
    var from = start
    var to = start
    while from < count {
      guard let unit = escapedUnit(at: from) else {
        self[to] = self[from]
        from += 1
        to += 1
        continue
      }
      guard let (scalar, length) = scalar(unit, at: from) else {
        isWhole = false
        for _ in 0..<7 {
          self[to] = self[from]
          from += 1
          to += 1
        }
        continue
      }
      // An escape is longer than its character, so this never overtakes what is still to be read.
      for byte in UTF8.encode(scalar).map(Array.init) ?? [] {
        self[to] = byte
        to += 1
      }
      from += length
    }
    removeLast(count - to)
    return isWhole
  }

  /// The scalar of the escape at a place, which may take two escapes.
  private func scalar(_ unit: UInt32, at index: Int) -> (Unicode.Scalar, length: Int)? {
    if let scalar = Unicode.Scalar(unit) { return (scalar, 7) }
    guard unit < 0xDC00, let low = escapedUnit(at: index + 7), 0xDC00...0xDFFF ~= low,
      let scalar = Unicode.Scalar(0x1_0000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    else { return nil }
    return (scalar, 14)
  }

  /// The unit that `_xHHHH_` at a place stands for; `nil` where something else stands there.
  private func escapedUnit(at index: Int) -> UInt32? {
    let underscore = UInt8(ascii: "_")
    guard index + 7 <= count, self[index] == underscore, self[index + 1] == UInt8(ascii: "x"),
      self[index + 6] == underscore
    else { return nil }
    var unit: UInt32 = 0
    for byte in self[(index + 2)..<(index + 6)] {
      guard let digit = hexDigit(byte) else { return nil }
      unit = unit << 4 | digit
    }
    return unit
  }
}

/// The value of a hexadecimal digit of either case; `nil` for another byte.
func hexDigit(_ byte: UInt8) -> UInt32? {
  switch byte {
  case 48...57: UInt32(byte - 48)
  case 65...70: UInt32(byte - 55)
  case 97...102: UInt32(byte - 87)
  default: nil
  }
}
