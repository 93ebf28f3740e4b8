// SPDX-License-Identifier: Apache-2.0

/// What a workbook says of itself before its sheets: the "globals" ([MS-XLS] §2.1.7.20.3).
struct XLSWorkbook {
  struct Sheet {
    var name: String?
    var isVisible = true
    /// Where its records begin in the stream.
    var position: Int
  }

  /// In the workbook's order; charts, macros and modules are not among them.
  private(set) var sheets: [Sheet] = []
  private(set) var dateSystem = DateSystem.from1900
  private(set) var texts = XLSSharedTexts()
  /// `nil` where texts are in Unicode, as they are since Excel 97.
  private(set) var codePage: CodePage?
  /// Those that the workbook defines, also in place of built-in ones; `nil` for a plain number.
  private var numberFormats: [Int: DateFormat?] = [:]
  /// The number format of each cell format.
  private var cellFormats: [UInt16] = []
  /// What of a date each cell format shows.
  private var dateFormats: [DateFormat?] = []
  private var codePageNumber: Int?
  /// In the code page.
  private var rawNames: [[UInt8]] = []
  private let isUnicode: Bool

  var encoding: TextEncoding { codePage?.encoding ?? .utf16LittleEndian }
  /// Whether the workbook names its encoding or needs none.
  var encodingIsCertain: Bool { isUnicode || codePageNumber != nil }

  /// Reads the beginning of the stream.
  /// - Parameter wanted: the encoding that a person named, for workbooks without Unicode.
  init(_ records: BIFFRecords, wanted: TextEncoding?, limits: TableLimits) throws(TableProblem) {
    guard try records.next(), records.type == .begin else {
      throw .unsupported("an Excel workbook from before Excel 5.0; save it as .xlsx")
    }
    let version = try records.integer16(at: 0)
    guard version == 0x0500 || version == 0x0600 else {
      throw .unsupported("an Excel workbook from before Excel 5.0; save it as .xlsx")
    }
    isUnicode = version == 0x0600
    if try records.integer16(at: 2) == XLSSheetReader.worksheet {
      // A sheet alone, as Excel 4.0 kept it. Its records say the same things.
      sheets = [Sheet(position: 0)]
    }
    try readGlobals(records, limits)
    dateFormats = cellFormats.map { dateFormat(ofNumberFormat: Int($0)) }
    if !isUnicode { try decodeNames(wanted) }
  }

  private mutating func readGlobals(
    _ records: BIFFRecords, _ limits: TableLimits
  ) throws(TableProblem) {
    while try records.next() {
      switch records.type {
      case .end: return
      case .password:
        throw TableProblem(.encryptedFile, detail: "the workbook is protected with a password")
      case .sheet: try readSheet(records, limits)
      case .codePage: codePageNumber = try records.integer16(at: 0)
      case .dateSystem: dateSystem = try records.integer16(at: 0) == 1 ? .from1904 : .from1900
      case .numberFormat: try readNumberFormat(records)
      case .cellFormat: try readCellFormat(records)
      case .sharedTexts: texts = try XLSSharedTexts(records, limits: limits)
      default: break
      }
    }
    throw TableProblem(.damagedTable, detail: "the workbook ends before its sheets begin")
  }

  /// A sheet's name, kind and visibility (§2.4.28).
  private mutating func readSheet(
    _ records: BIFFRecords, _ limits: TableLimits
  ) throws(TableProblem) {
    guard try records.byte(at: 5) == 0 else { return }
    if sheets.count == limits.sheets { throw .limit("sheets", limits.sheets) }
    var sheet = Sheet(position: try records.integer32(at: 0))
    sheet.isVisible = try records.byte(at: 4) & 3 == 0
    if isUnicode {
      var name: [UInt8] = []
      var text = BIFFText(records, at: 6)
      try text.append(to: &name, hasLongCount: false)
      sheet.name = String(decoding: name, as: UTF8.self)
    } else {
      rawNames.append(Array(try records.bytes(7..<7 + records.byte(at: 6))))
    }
    sheets.append(sheet)
  }

  private mutating func decodeNames(_ wanted: TextEncoding?) throws(TableProblem) {
    let page =
      if let wanted { try CodePage(wanted) } else { try CodePage(codePageNumber ?? 1252) }
    for (index, rawName) in rawNames.enumerated() {
      var name: [UInt8] = []
      try page.append(rawName[...], to: &name)
      sheets[index].name = String(decoding: name, as: UTF8.self)
    }
    codePage = page
  }

  // MARK: - Formats

  /// What a number format's code (§2.4.126) says of dates. Only its ASCII characters tell, so a
  /// code that is longer than its record, as some are, is read as far as it goes.
  private mutating func readNumberFormat(_ records: BIFFRecords) throws(TableProblem) {
    let index = try records.integer16(at: 0)
    let start = isUnicode ? 5 : 3
    let isWide = isUnicode && records.length > 4 ? try records.byte(at: 4) & 1 != 0 : false
    let width = isWide ? 2 : 1
    let count = isUnicode ? try records.integer16(at: 2) : try records.byte(at: 2)
    let room = max(0, records.length - start) / width
    var code: [UInt8] = []
    for place in 0..<min(count, room) {
      let offset = start + place * width
      let character = isWide ? try records.integer16(at: offset) : try records.byte(at: offset)
      code.append(character < 0x80 ? UInt8(character) : 0x7F)
    }
    numberFormats.updateValue(NumberFormat.dateFormat(ofCode: code), forKey: index)
  }

  private mutating func readCellFormat(_ records: BIFFRecords) throws(TableProblem) {
    // Numbers of cell formats have 16 bits.
    guard cellFormats.count <= 0xFFFF else { return }
    cellFormats.append(UInt16(truncatingIfNeeded: try records.integer16(at: 2)))
  }

  /// What of a date a cell format shows; `nil` where it shows a number, or does not exist.
  func dateFormat(ofCellFormat index: Int) -> DateFormat? {
    index < dateFormats.count ? dateFormats[index] : nil
  }

  private func dateFormat(ofNumberFormat index: Int) -> DateFormat? {
    if let defined = numberFormats[index] { return defined }
    return NumberFormat.dateFormat(ofBuiltIn: index)
  }
}
