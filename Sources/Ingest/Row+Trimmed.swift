// SPDX-License-Identifier: Apache-2.0
import Tables

extension Row {
  /// Where a cell's text lies in `bytes`, without blanks at both ends; empty where there is none.
  ///
  /// - Parameter column: counted from 1.
  func trimmedRange(at column: Int) -> Range<Int> {
    guard let cell = cell(at: column), cell.start < cell.end else { return 0..<0 }
    if bytes[cell.start].beginsPlainText, endsPlainly(cell) { return cell.start..<cell.end }
    let scalars = text(of: cell).unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.isBlank }),
      let last = scalars.lastIndex(where: { !$0.isBlank })
    else { return 0..<0 }
    let before = scalars.utf8Length(before: first)
    return cell.start + before..<cell.start + scalars.utf8Length(before: scalars.index(after: last))
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Whether a cell has a text.
  var hasText: Bool { cells.contains { !trimmedRange(at: $0.column).isEmpty } }

  private func endsPlainly(_ cell: Cell) -> Bool {
    let last = bytes[cell.end - 1]
    if last < 0x80 { return last.beginsPlainText }
    return cell.end - cell.start >= 3 && bytes[cell.end - 3].beginsPlainText
      && bytes[cell.end - 3] >= 0x80
  }
}

extension UInt8 {
  /// Whether no blank begins with it: visible ASCII, and Chinese characters.
  fileprivate var beginsPlainText: Bool {
    (0x21...0x7E).contains(self) || (0xE4...0xE9).contains(self)
  }
}

extension String.UnicodeScalarView {
  fileprivate func utf8Length(before index: Index) -> Int {
    self[..<index].reduce(0) { $0 + UTF8.width($1) }
  }
}
