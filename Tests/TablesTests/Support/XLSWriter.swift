// SPDX-License-Identifier: Apache-2.0

/// Writes the stream of an Excel workbook out of records ([MS-XLS]).
struct XLSWriter {
  /// The records of a sheet, without its first and last.
  struct Sheet {
    var name = "Sheet1"
    var state = 0
    var kind = 0
    var records: [[UInt8]] = []
  }

  /// Records before the sheets: formats, shared texts.
  var globals: [[UInt8]] = []
  var sheets: [Sheet] = []
  var isUnicode = true

  /// A workbook of one sheet.
  static func file(
    globals: [[UInt8]] = [], _ records: [[UInt8]], isUnicode: Bool = true
  ) -> [UInt8] {
    XLSWriter(globals: globals, sheets: [Sheet(records: records)], isUnicode: isUnicode).file()
  }

  func file() -> [UInt8] {
    var container = CompoundFileWriter([(isUnicode ? "Workbook" : "Book", stream())])
    return container.write()
  }

  func stream() -> [UInt8] {
    var bytes = begin(0x0005) + globals.joined()
    var places: [Int] = []
    for sheet in sheets {
      places.append(bytes.count + 4)
      let name = isUnicode ? Self.text(sheet.name, hasShortCount: true) : Self.bytes(sheet.name)
      bytes += Self.record(
        0x0085, littleEndian(0, 4) + [UInt8(sheet.state), UInt8(sheet.kind)] + name)
    }
    bytes += Self.record(0x000A)
    for (sheet, place) in zip(sheets, places) {
      bytes.replaceSubrange(place..<place + 4, with: littleEndian(bytes.count, 4))
      bytes += begin(0x0010) + sheet.records.joined() + Self.record(0x000A)
    }
    return bytes
  }

  private func begin(_ kind: Int) -> [UInt8] {
    Self.record(
      0x0809,
      littleEndian(isUnicode ? 0x0600 : 0x0500, 2) + littleEndian(kind, 2)
        + [UInt8](repeating: 0, count: isUnicode ? 12 : 4))
  }

  // MARK: - Records

  static func record(_ type: Int, _ data: [UInt8] = []) -> [UInt8] {
    littleEndian(type, 2) + littleEndian(data.count, 2) + data
  }

  /// A record of one cell; row and column counted from 0.
  static func cell(
    _ type: Int, _ row: Int, _ column: Int, _ value: [UInt8] = [], format: Int = 0
  ) -> [UInt8] {
    record(type, littleEndian(row, 2) + littleEndian(column, 2) + littleEndian(format, 2) + value)
  }

  static func number(_ row: Int, _ column: Int, _ value: Double, format: Int = 0) -> [UInt8] {
    cell(0x0203, row, column, double(value), format: format)
  }

  static func label(_ row: Int, _ column: Int, _ value: String) -> [UInt8] {
    cell(0x0204, row, column, text(value))
  }

  static func sharedText(_ row: Int, _ column: Int, _ index: Int) -> [UInt8] {
    cell(0x00FD, row, column, littleEndian(index, 4))
  }

  /// - Parameter value: the eight bytes of the value that was calculated last.
  static func formula(_ row: Int, _ column: Int, _ value: [UInt8], format: Int = 0) -> [UInt8] {
    cell(0x0006, row, column, value + [UInt8](repeating: 0, count: 8), format: format)
  }

  static func formula(_ row: Int, _ column: Int, kind: UInt8, _ value: UInt8 = 0) -> [UInt8] {
    formula(row, column, [kind, 0, value, 0, 0, 0, 0xFF, 0xFF])
  }

  static func double(_ value: Double) -> [UInt8] {
    littleEndian(Int(truncatingIfNeeded: value.bitPattern), 8)
  }

  /// A text in two bytes for each character, with its count.
  static func text(_ text: String, hasShortCount: Bool = false) -> [UInt8] {
    littleEndian(text.utf16.count, hasShortCount ? 1 : 2) + [1] + units(text)
  }

  static func units(_ text: String) -> [UInt8] {
    text.utf16.flatMap { littleEndian(Int($0), 2) }
  }

  /// A text in one byte for each character, with its count, as Excel 5.0 has it.
  static func bytes(_ text: String) -> [UInt8] { [UInt8(text.utf8.count)] + text.utf8 }

  static func sharedTexts(_ texts: [String]) -> [UInt8] {
    record(
      0x00FC,
      littleEndian(texts.count, 4) + littleEndian(texts.count, 4)
        + texts.flatMap { text($0) })
  }

  static func numberFormat(_ index: Int, _ code: String) -> [UInt8] {
    record(0x041E, littleEndian(index, 2) + text(code))
  }

  static func cellFormat(_ numberFormat: Int) -> [UInt8] {
    record(0x00E0, littleEndian(0, 2) + littleEndian(numberFormat, 2) + littleEndian(0, 16))
  }
}
