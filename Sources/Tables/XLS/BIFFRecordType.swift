// SPDX-License-Identifier: Apache-2.0

/// What a record is ([MS-XLS] §2.3.2). Those that hold no cell and say nothing of one are not named.
struct BIFFRecordType: Hashable {
  let code: UInt16

  init(code: Int) { self.code = UInt16(truncatingIfNeeded: code) }

  static let none = BIFFRecordType(code: 0xFFFF)

  // Of the whole workbook.
  static let begin = BIFFRecordType(code: 0x0809)
  static let end = BIFFRecordType(code: 0x000A)
  static let sheet = BIFFRecordType(code: 0x0085)
  static let codePage = BIFFRecordType(code: 0x0042)
  static let dateSystem = BIFFRecordType(code: 0x0022)
  static let password = BIFFRecordType(code: 0x002F)
  static let numberFormat = BIFFRecordType(code: 0x041E)
  static let cellFormat = BIFFRecordType(code: 0x00E0)
  static let sharedTexts = BIFFRecordType(code: 0x00FC)
  static let continuation = BIFFRecordType(code: 0x003C)

  // Of a sheet.
  static let blank = BIFFRecordType(code: 0x0201)
  static let blanks = BIFFRecordType(code: 0x00BE)
  static let number = BIFFRecordType(code: 0x0203)
  static let packedNumber = BIFFRecordType(code: 0x027E)
  static let packedNumbers = BIFFRecordType(code: 0x00BD)
  static let text = BIFFRecordType(code: 0x0204)
  static let richText = BIFFRecordType(code: 0x00D6)
  static let sharedText = BIFFRecordType(code: 0x00FD)
  static let booleanOrError = BIFFRecordType(code: 0x0205)
  static let formula = BIFFRecordType(code: 0x0006)
  /// What formulas of Excel 3.0 and 4.0 are, which some programs write into later workbooks.
  static let formula3 = BIFFRecordType(code: 0x0206)
  static let formula4 = BIFFRecordType(code: 0x0406)
  /// Between a formula and its text may stand one of these.
  static let sharedFormula = BIFFRecordType(code: 0x04BC)
  static let arrayFormula = BIFFRecordType(code: 0x0221)
  static let dataTable = BIFFRecordType(code: 0x0236)
  static let formulaText = BIFFRecordType(code: 0x0207)
  static let mergedCells = BIFFRecordType(code: 0x00E5)
}
