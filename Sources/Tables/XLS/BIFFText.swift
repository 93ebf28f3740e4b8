// SPDX-License-Identifier: Apache-2.0

/// Reads texts in Unicode out of a record and those that continue it ([MS-XLS] §2.5.293, §2.5.294).
///
/// Each character has two bytes, or one where all have an upper byte of zero. A record that
/// continues a text says anew which. What belongs to a text besides, runs of fonts and phonetic
/// notes, is passed over.
struct BIFFText {
  private let records: BIFFRecords
  /// In the current record.
  private var offset: Int
  /// The first half of a surrogate pair, until the second comes.
  private var firstHalf: UInt16?
  /// Whether the last text held half of a surrogate pair, which is no character.
  private(set) var hasFault = false

  init(_ records: BIFFRecords, at offset: Int) {
    self.records = records
    self.offset = offset
  }

  /// Whether anything follows, in this record or one that continues it.
  func hasMore() throws(TableProblem) -> Bool {
    if offset < records.length { return true }
    return try records.nextType() == .continuation
  }

  /// Appends the text that begins here.
  /// - Parameters:
  ///   - hasLongCount: whether its count of characters has two bytes.
  ///   - canBeBare: whether an empty one may end behind its count, as some programs write it.
  mutating func append(
    to text: inout [UInt8], hasLongCount: Bool = true, canBeBare: Bool = true
  ) throws(TableProblem) {
    hasFault = false
    let count = hasLongCount ? try integer16() : try byte()
    if count == 0 && canBeBare { return }
    let flags = try byte()
    let runs = flags & 0x08 != 0 ? try integer16() : 0
    let noteSize = flags & 0x04 != 0 ? try integer16() | integer16() << 16 : 0
    try appendCharacters(count, areWide: flags & 1 != 0, to: &text)
    try skip(4 * runs + noteSize)
  }

  private mutating func appendCharacters(
    _ count: Int, areWide: Bool, to text: inout [UInt8]
  ) throws(TableProblem) {
    var areWide = areWide
    var left = count
    while left > 0 {
      if offset >= records.length {
        try goOn()
        areWide = try byte() & 1 != 0
      }
      let room = (records.length - offset) / (areWide ? 2 : 1)
      let piece = min(left, room)
      if piece == 0 { throw records.tooShort }
      let bytes = try records.bytes(offset..<offset + (areWide ? 2 * piece : piece))
      if areWide { appendWide(bytes, to: &text) } else { appendNarrow(bytes, to: &text) }
      offset += bytes.count
      left -= piece
    }
    endPair(in: &text)
  }

  private mutating func appendNarrow(_ bytes: ArraySlice<UInt8>, to text: inout [UInt8]) {
    endPair(in: &text)
    for byte in bytes {
      if byte < 0x80 { text.append(byte) } else { text += [0xC0 | byte >> 6, 0x80 | byte & 0x3F] }
    }
  }

  private mutating func appendWide(_ bytes: ArraySlice<UInt8>, to text: inout [UInt8]) {
    for index in stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2) {
      let unit = UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8
      if unit < 0x80 && firstHalf == nil { text.append(bytes[index]) } else { append(unit, &text) }
    }
  }

  private mutating func append(_ unit: UInt16, _ text: inout [UInt8]) {
    if let high = firstHalf, unit & 0xFC00 == 0xDC00 {
      firstHalf = nil
      let scalar = 0x1_0000 + UInt32(high & 0x3FF) << 10 + UInt32(unit & 0x3FF)
      if let character = Unicode.Scalar(scalar) { text += character.utf8 }
      return
    }
    endPair(in: &text)
    if unit & 0xFC00 == 0xD800 {
      firstHalf = unit
    } else if let scalar = Unicode.Scalar(unit) {
      text += scalar.utf8
    } else {
      appendHalf(unit, to: &text)
    }
  }

  /// A first half without its second is no character.
  private mutating func endPair(in text: inout [UInt8]) {
    guard let half = firstHalf else { return }
    firstHalf = nil
    appendHalf(half, to: &text)
  }

  /// No character is replaced: half of a pair is given as Excel writes it into an .xlsx workbook.
  private mutating func appendHalf(_ unit: UInt16, to text: inout [UInt8]) {
    hasFault = true
    text += "_x\(String(unit, radix: 16, uppercase: true))_".utf8
  }

  // MARK: - Bytes, across records

  private mutating func byte() throws(TableProblem) -> Int {
    if offset >= records.length { try goOn() }
    offset += 1
    return try records.byte(at: offset - 1)
  }

  private mutating func integer16() throws(TableProblem) -> Int { try byte() | byte() << 8 }

  private mutating func skip(_ count: Int) throws(TableProblem) {
    var left = count
    while left > 0 {
      if offset >= records.length { try goOn() }
      let piece = min(left, records.length - offset)
      offset += piece
      left -= piece
    }
  }

  private mutating func goOn() throws(TableProblem) {
    guard try records.nextType() == .continuation, try records.next() else {
      throw TableProblem(.damagedTable, detail: "a text is longer than its record")
    }
    offset = 0
  }
}
