// SPDX-License-Identifier: Apache-2.0

/// Writes cells one after another into a sink, as CSV or as SpreadsheetML 2003.
///
/// Holds at most a buffer of 64 KiB and one row.
final class TableWriter {
  private let dialect: FileDialect
  private let sink: any FileSink
  private let encoder: GB18030Encoder?
  private var buffer: [UInt8] = []
  /// Columns of this row that are written or left out.
  private var columns = 0
  /// Whether cells were left out before the next one, so that it must say where it stands.
  private var skipped = false

  init(path: String, dialect: FileDialect, sink: any FileSink) throws {
    self.dialect = dialect
    self.sink = sink
    encoder = dialect.encoding == .gb18030 ? try GB18030Encoder() : nil
    buffer.reserveCapacity(80 << 10)
    try sink.begin(path: path + "." + dialect.ending)
    if dialect.encoding == .utf8WithMark { buffer += [0xEF, 0xBB, 0xBF] }
    if isXML { raw(SpreadsheetML.head(encoding: encoder == nil ? "UTF-8" : "GB2312")) }
  }

  private var isXML: Bool { dialect.syntax == .spreadsheetML }

  func end() throws {
    if isXML { raw(SpreadsheetML.foot) }
    try flush()
    try sink.end()
  }

  /// CSV has no sheets: call it once there.
  func beginSheet(_ name: String) {
    if isXML { raw("<Worksheet ss:Name=\"" + SpreadsheetML.escaped(name) + "\"><Table>\n") }
  }

  func endSheet() {
    if isXML { raw("</Table></Worksheet>\n") }
  }
}

// MARK: - Cells

extension TableWriter {
  func beginRow() {
    columns = 0
    skipped = false
    if isXML { raw("<Row>") }
  }

  func endRow() throws {
    raw(isXML ? "</Row>\n" : dialect.lineEnding)
    if buffer.count >= 64 << 10 { try flush() }
  }

  /// - Parameter across: how many columns the cell covers; only SpreadsheetML can say so.
  func text(_ text: String, across: Int = 1) {
    guard isXML else {
      separate()
      CSV.append(text, to: &buffer)
      return
    }
    openCell(across: across)
    raw("<Data ss:Type=\"String\">")
    SpreadsheetML.append(text, to: &buffer)
    raw("</Data></Cell>")
  }

  /// - Parameter digits: a number's text, such as `-12.3`.
  func number(_ digits: String) {
    openNumber()
    raw(digits)
    closeNumber()
  }

  func number(_ value: Int) {
    openNumber()
    append(value)
    closeNumber()
  }

  /// A cell without a value.
  func blank() {
    if isXML {
      columns += 1
      skipped = true
    } else {
      separate()
    }
  }

  private func openNumber() {
    if isXML {
      openCell(across: 1)
      raw("<Data ss:Type=\"Number\">")
    } else {
      separate()
    }
  }

  private func closeNumber() {
    if isXML { raw("</Data></Cell>") }
  }

  private func openCell(across: Int) {
    columns += across
    raw("<Cell")
    if skipped {
      raw(" ss:Index=\"")
      append(columns - across + 1)
      raw("\"")
      skipped = false
    }
    if across > 1 { raw(" ss:MergeAcross=\"\(across - 1)\"") }
    raw(">")
  }

  private func separate() {
    if columns > 0 { buffer.append(UInt8(ascii: ",")) }
    columns += 1
  }
}

// MARK: - Bytes

extension TableWriter {
  private func raw(_ text: String) { buffer += text.utf8 }

  private func append(_ value: Int) { buffer.append(decimal: value) }

  private func flush() throws {
    try sink.write(encoder?.encode(buffer) ?? buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}

extension [UInt8] {
  /// A whole number's digits: most of what a file of returns is made of.
  fileprivate mutating func append(decimal value: Int) {
    if value < 0 { append(UInt8(ascii: "-")) }
    var scale: UInt = 1
    while value.magnitude / scale >= 10 { scale *= 10 }
    while scale > 0 {
      append(48 + UInt8(truncatingIfNeeded: value.magnitude / scale % 10))
      scale /= 10
    }
  }
}
