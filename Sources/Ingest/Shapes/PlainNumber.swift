// SPDX-License-Identifier: Apache-2.0
import Tables

/// The usual numbers, read without making a text. What it does not read, `NumberText` does.
enum PlainNumber {
  /// Reads 1 to 8 digits, eight bytes at once.
  ///
  /// - Returns: `nil` for any other text, and at the very end of the bytes.
  @inline(__always)
  static func count(_ bytes: UnsafeRawBufferPointer, _ cell: Cell) -> Int32? {
    let (start, length) = (cell.start, cell.end - cell.start)
    guard (1...8).contains(length), start >= 0, start + 8 <= bytes.count,
      cell.isTextOrNumber
    else { return nil }
    let loaded = UInt64(
      littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
    // The first digit is the lowest byte: what lies behind the cell is shifted out, and noughts come
    // in front.
    let zeros: UInt64 = 0x3030_3030_3030_3030
    let unused = UInt64(truncatingIfNeeded: 8 - length) &* 8
    let word = loaded &<< unused | (unused > 0 ? zeros &>> (64 &- unused) : 0)
    let high: UInt64 = 0xF0F0_F0F0_F0F0_F0F0
    // Each byte is '0'…'9': its upper half is 3, also with 6 more.
    guard word & high == zeros, (word &+ 0x0606_0606_0606_0606) & high == zeros else {
      return nil
    }
    let digits = word &- zeros
    // Neighbours make pairs, pairs make fours, fours the number.
    let pairs = digits &* 10 &+ digits &>> 8
    let mask: UInt64 = 0x0000_00FF_0000_00FF
    let upper = (pairs & mask) &* 0x000F_4240_0000_0064
    let lower = (pairs &>> 16 & mask) &* 0x0000_2710_0000_0001
    return Int32(truncatingIfNeeded: (upper &+ lower) &>> 32)
  }

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
