// SPDX-License-Identifier: Apache-2.0
import CXLSXWriter

/// Writes cells of one sheet. Rows and columns are counted from 0.
final class SheetWriter {
  let sheet: UnsafeMutablePointer<lxw_worksheet>
  /// Keeps the library's memory, in which the sheet lies.
  private let file: WorkbookFile
  /// The first that the library refused; nothing more is written then.
  private var problem: WorkbookError?

  init(_ sheet: UnsafeMutablePointer<lxw_worksheet>, in file: WorkbookFile) {
    self.sheet = sheet
    self.file = file
    worksheet_gridlines(sheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
    worksheet_set_paper(sheet, 9)  // A4
    worksheet_fit_to_pages(sheet, 1, 0)
  }

  /// A text, never a formula, its deceptive characters visible.
  func write(_ text: String, row: Int, column: Int, _ style: CellStyle) {
    at(row, column) { worksheet_write_string(sheet, $0, $1, cellText(text), file.format(style)) }
  }

  func write(_ number: Double, row: Int, column: Int, _ style: CellStyle) {
    at(row, column) { worksheet_write_number(sheet, $0, $1, number, file.format(style)) }
  }

  /// A text that leads to the first cell of another sheet.
  func writeLink(to name: String, row: Int, column: Int, _ style: CellStyle) {
    let place = "internal:'" + name.replacing("'", with: "''") + "'!A1"
    at(row, column) {
      worksheet_write_url_opt(
        sheet, $0, $1, place, file.format(style), cellText(name), nil)
    }
  }

  /// Lines of text over neighbouring cells; over a single one, in it.
  func write(
    _ lines: [String], rows: ClosedRange<Int>, columns: ClosedRange<Int>, _ style: CellStyle
  ) {
    let text = shortened(lines.map(cellText).joined(separator: "\n"), to: longestText)
    at(rows.upperBound, columns.upperBound) { lastRow, lastColumn in
      guard rows.count > 1 || columns.count > 1 else {
        return worksheet_write_string(sheet, lastRow, lastColumn, text, file.format(style))
      }
      return worksheet_merge_range(
        sheet, lxw_row_t(rows.lowerBound), lxw_col_t(columns.lowerBound), lastRow, lastColumn,
        text, file.format(style))
    }
  }

  /// - Parameter width: in digits of the standard type.
  func setWidth(_ width: Int, ofColumn column: Int) {
    at(0, column) { worksheet_set_column(sheet, $1, $1, Double(width), nil) }
  }

  /// - Parameters:
  ///   - lines: how many of text it holds.
  ///   - size: of the type, in points.
  func setHeight(lines: Int, size: Int, ofRow row: Int) {
    // Half as much again as the type, and 409 points are the most that Excel has.
    let points = Double(min(lines, 100) * size * 3 + 4) / 2
    at(row, 0) { index, _ in worksheet_set_row(sheet, index, min(points, 409), nil) }
  }

  func repeatRows(_ rows: ClosedRange<Int>) {
    at(rows.upperBound, 0) { last, _ in
      worksheet_repeat_rows(sheet, lxw_row_t(rows.lowerBound), last)
    }
  }

  /// Keeps what stands above the row and left of the column in sight.
  func freeze(row: Int, column: Int) {
    at(row, column) { row, column in
      worksheet_freeze_panes(sheet, row, column)
      return LXW_NO_ERROR
    }
  }

  func setLandscape() { worksheet_set_landscape(sheet) }

  /// The title on the left and the page's number on the right of every printed page.
  func setFoot(_ title: String) {
    // 255 units are the most; an ampersand begins a code, two are one.
    let text = shortened(harmless(title), to: 100).replacing("&", with: "&&")
    at(0, 0) { _, _ in worksheet_set_footer(sheet, "&L" + text + "&R&P / &N") }
  }

  /// - Throws: what kept any of the calls before from being done.
  func finish() throws(WorkbookError) {
    if let problem { throw problem }
  }

  private func at(_ row: Int, _ column: Int, _ write: (lxw_row_t, lxw_col_t) -> lxw_error) {
    guard problem == nil else { return }
    guard row < Int(LXW_ROW_MAX), column < Int(LXW_COL_MAX) else {
      problem = .tooLarge
      return
    }
    let result = write(lxw_row_t(row), lxw_col_t(column))
    if result != LXW_NO_ERROR {
      problem = .notWritten(reason: String(cString: lxw_strerror(result)))
    }
  }
}

/// In UTF-16 units, of a cell.
private let longestText = 32_767

/// A text as a cell can hold it: harmless, at most 32,767 UTF-16 units (the rest is `…`), and
/// `_x0041_`, which would be read as `A`, with its first underscore escaped (ECMA-376 §22.9.2.19).
func cellText(_ text: String) -> String {
  let visible = harmless(text)
  let bounded =
    visible.utf16.count > longestText ? shortened(visible, to: longestText - 1) + "…" : visible
  guard bounded.utf8.contains(UInt8(ascii: "_")) else { return bounded }
  return escapingEscapes(bounded)
}

private func escapingEscapes(_ text: String) -> String {
  let bytes = Array(text.utf8)
  var result: [UInt8] = []
  for (index, byte) in bytes.enumerated() {
    if byte == UInt8(ascii: "_"), isEscape(bytes[index...].prefix(7)) {
      result += Array("_x005F".utf8)
    }
    result.append(byte)
  }
  return String(decoding: result, as: UTF8.self)
}

private func isEscape(_ bytes: ArraySlice<UInt8>) -> Bool {
  guard bytes.count == 7, bytes.last == UInt8(ascii: "_"),
    bytes[bytes.startIndex + 1] | 0x20 == UInt8(ascii: "x")
  else { return false }
  return bytes.dropFirst(2).dropLast().allSatisfy {
    (48...57).contains($0) || (97...102).contains($0 | 0x20)
  }
}
