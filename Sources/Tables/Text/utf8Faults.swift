// SPDX-License-Identifier: Apache-2.0

/// Where the first bytes lie, among those from `start` and before `end`, that are not UTF-8.
/// - Parameter end: `nil` for the end of the array.
func firstUTF8Fault(in bytes: [UInt8], from start: Int = 0, upTo end: Int? = nil) -> Int? {
  do throws(UTF8.ValidationError) {
    _ = try UTF8Span(validating: bytes.span.extracting(start..<(end ?? bytes.count)))
    return nil
  } catch {
    return start + error.byteOffsets.lowerBound
  }
}

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
