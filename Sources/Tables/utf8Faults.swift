// SPDX-License-Identifier: Apache-2.0

/// Where the first bytes lie, among those before `end`, that are not UTF-8.
func firstUTF8Fault(in bytes: [UInt8], upTo end: Int) -> Int? {
  do throws(UTF8.ValidationError) {
    _ = try UTF8Span(validating: bytes.span.extracting(0..<end))
    return nil
  } catch {
    return error.byteOffsets.lowerBound
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
