// SPDX-License-Identifier: Apache-2.0

/// The text of a cell's paragraphs, with blanks collapsed nearly as OpenDocument 1.3 part 3, §6.1.2
/// says: a run of blanks is one space, and none at a paragraph's beginning. At its end the standard
/// drops the space too; but LibreOffice, Excel and all readers that were looked at keep it, so it is
/// what the sender saw. Blanks that count are the elements `text:s`, `text:tab` and
/// `text:line-break`.
struct OpenDocumentText {
  /// Whether the open paragraph has shown something.
  private var hasBegun = false
  /// Whether a run of blanks has been shown, of which more may follow.
  private var isInBlanks = false
  private var paragraphs = 0

  mutating func beginCell() { paragraphs = 0 }

  /// Paragraphs stand on lines of their own.
  mutating func beginParagraph(_ writer: SheetWriter) {
    if paragraphs > 0 { writer.append(UInt8(ascii: "\n")) }
    paragraphs += 1
    hasBegun = false
    isInBlanks = false
  }

  mutating func append(
    _ bytes: UnsafeBufferPointer<UInt8>, to writer: SheetWriter
  ) throws(TableProblem) {
    var start = 0
    for index in 0..<bytes.count where isBlank(bytes[index]) {
      // A single space between words is what it will be.
      let isSingle = bytes[index] == 32 && index > start && index + 1 < bytes.count
      if isSingle && !isBlank(bytes[index + 1]) { continue }
      if index > start { try appendSolid(bytes, start..<index, to: writer) }
      start = index + 1
      if hasBegun && !isInBlanks { writer.append(UInt8(ascii: " ")) }
      isInBlanks = true
    }
    if start < bytes.count { try appendSolid(bytes, start..<bytes.count, to: writer) }
  }

  private mutating func appendSolid(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to writer: SheetWriter
  ) throws(TableProblem) {
    hasBegun = true
    isInBlanks = false
    try writer.append(UnsafeBufferPointer(rebasing: bytes[range]))
  }

  /// Appends a blank that counts, so many times.
  mutating func append(
    _ blank: UInt8, count: Int = 1, to writer: SheetWriter
  ) throws(TableProblem) {
    let most = writer.limits.cellBytes
    if count > most { throw writer.limit("cellBytes", most) }
    hasBegun = true
    isInBlanks = false
    try writer.append(repeatElement(blank, count: count))
  }
}
