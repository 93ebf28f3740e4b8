// SPDX-License-Identifier: Apache-2.0

/// Where the first bytes lie, among those from `start` and before `end`, that are not UTF-8.
///
/// ASCII is passed over eight bytes at a time: it is most of what a table holds.
/// - Parameter end: `nil` for the end of the array.
func firstUTF8Fault(in bytes: [UInt8], from start: Int = 0, upTo end: Int? = nil) -> Int? {
  bytes.withUnsafeBytes { firstUTF8Fault(in: $0, start..<(end ?? bytes.count)) }
}

private func firstUTF8Fault(in bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int? {
  let ascii: UInt64 = 0x8080_8080_8080_8080
  var index = range.lowerBound
  let end = range.upperBound
  while index < end {
    if bytes[index] < 0x80 {
      if index + 8 <= end {
        let high = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & ascii
        index += high == 0 ? 8 : UInt64(littleEndian: high).trailingZeroBitCount >> 3
      } else {
        index += 1
      }
    } else {
      let length = lengthOfUTF8Character(in: bytes, at: index, before: end)
      if length == 0 { return index }
      index += length
    }
  }
  return nil
}

/// The bytes of a character that is not ASCII; 0 where it is not well-formed (Unicode, table 3-7).
@inline(__always)
private func lengthOfUTF8Character(
  in bytes: UnsafeRawBufferPointer, at index: Int, before end: Int
) -> Int {
  let first = bytes[index]
  guard first >= 0xC2, index + 1 < end else { return 0 }
  let second = bytes[index + 1]
  if first < 0xE0 { return isContinuation(second) ? 2 : 0 }
  guard index + 2 < end, isContinuation(bytes[index + 2]) else { return 0 }
  if first < 0xF0 {
    let least: UInt8 = first == 0xE0 ? 0xA0 : 0x80
    let most: UInt8 = first == 0xED ? 0x9F : 0xBF
    return second >= least && second <= most ? 3 : 0
  }
  guard first <= 0xF4, index + 3 < end, isContinuation(bytes[index + 3]) else { return 0 }
  let least: UInt8 = first == 0xF0 ? 0x90 : 0x80
  let most: UInt8 = first == 0xF4 ? 0x8F : 0xBF
  return second >= least && second <= most ? 4 : 0
}

@inline(__always)
private func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

/// How many bytes at the end begin a UTF-8 character without ending it: 0…3.
func lengthOfCutCharacter(atEndOf bytes: [UInt8]) -> Int {
  for length in 1...3 where length <= bytes.count {
    let byte = bytes[bytes.count - length]
    if byte < 0x80 { return 0 }
    if byte >= 0xC0 {
      let whole = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      return whole > length ? length : 0
    }
  }
  return 0
}
