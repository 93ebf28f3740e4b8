// SPDX-License-Identifier: Apache-2.0
import CLibXML2

/// Corrects the text that libxml2's HTML parser gives to what the HTML standard says (§13.2.5):
///
/// - `<![if …]>`, Office's conditional mark, is a comment up to the next `>`, not text.
/// - `&nbsp` without a semicolon is a reference, as are all names of HTML's first entities.
/// - `&#128;` to `&#159;` mean what Windows-1252 has at these numbers.
struct HTMLCharacters {
  private var isInMark = false
  /// The piece before was an `&` that begins no reference that libxml2 knows.
  private var isBehindAmpersand = false

  typealias Tell = (UnsafeBufferPointer<UInt8>) throws(TableProblem) -> Void

  /// - Parameters:
  ///   - cursor: where the parser stands in its input.
  ///   - tell: takes the corrected pieces.
  mutating func read(
    _ piece: UnsafeBufferPointer<UInt8>, before cursor: UnsafePointer<UInt8>, tell: Tell
  ) throws(TableProblem) {
    let first = piece.first ?? 0
    if isInMark { return try readMark(piece, tell) }
    if isBehindAmpersand {
      isBehindAmpersand = false
      return try readName(piece, tell)
    }
    if piece.count == 1 && first == UInt8(ascii: "<") && cursor[0] == first {
      // libxml2 gives a `<` that begins no tag alone, and stands before it.
      if cursor[1] == UInt8(ascii: "!") {
        isInMark = true
        return
      }
    } else if piece.count == 1 && first == UInt8(ascii: "&") {
      // Behind a reference to it stands a semicolon.
      isBehindAmpersand = cursor[-1] != UInt8(ascii: ";")
      if isBehindAmpersand { return }
    } else if piece.count == 2 && first == 0xC2 && piece[1] < 0xA0 {
      return try tellCharacter(windows1252[Int(piece[1] & 0x1F)], tell)
    }
    try tell(piece)
  }

  /// What is open ends with the text before a tag.
  mutating func endText() {
    isInMark = false
    isBehindAmpersand = false
  }

  private mutating func readMark(
    _ piece: UnsafeBufferPointer<UInt8>, _ tell: Tell
  ) throws(TableProblem) {
    guard let end = piece.firstIndex(of: UInt8(ascii: ">")) else { return }
    isInMark = false
    let rest = UnsafeBufferPointer(rebasing: piece[(end + 1)...])
    if !rest.isEmpty { try tell(rest) }
  }

  /// Reads a name behind an `&` whose longest beginning that is one of the first entities counts.
  private func readName(
    _ piece: UnsafeBufferPointer<UInt8>, _ tell: Tell
  ) throws(TableProblem) {
    // They have 2 to 6 letters.
    for length in stride(from: min(6, piece.count), through: 2, by: -1) {
      guard let codePoint = firstEntity(piece[..<length]) else { continue }
      try tellCharacter(codePoint, tell)
      let rest = UnsafeBufferPointer(rebasing: piece[length...])
      if !rest.isEmpty { try tell(rest) }
      return
    }
    try tellCharacter(0x26, tell)
    try tell(piece)
  }

  /// The Latin-1 character that a name stands for also without a semicolon.
  private func firstEntity(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32? {
    let entity = (Array(name) + [0]).withUnsafeBufferPointer { htmlEntityLookup($0.baseAddress) }
    guard let value = entity?.pointee.value, value < 256, value != 39 else { return nil }
    return value
  }

  private func tellCharacter(_ codePoint: UInt32, _ tell: Tell) throws(TableProblem) {
    guard let scalar = Unicode.Scalar(codePoint) else { return }
    try Array(String(Character(scalar)).utf8).withUnsafeBufferPointer {
      bytes throws(TableProblem) in
      try tell(bytes)
    }
  }
}

/// What the numbers 0x80 to 0x9F stand for (HTML Living Standard, §13.2.5.80).
private let windows1252: [UInt32] = [
  0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
  0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
  0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
]
