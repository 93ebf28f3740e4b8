// SPDX-License-Identifier: Apache-2.0

/// Reads binary Excel workbooks (.xls): those of Excel 97 to 2003 ("BIFF8", [MS-XLS] of Microsoft's
/// Open Specifications), and those of Excel 5.0 and 95, whose texts are in a code page.
///
/// Accepted: all kinds of cells; the value of a formula that was calculated last; records of a sheet
/// in any order, of which the last one for a cell counts, as in Excel; charts within sheets, which
/// are passed over; a stream of records outside of a compound file. Hidden sheets are sheets.
/// Sheets of charts, macros or modules are none.
///
/// Refused: encrypted workbooks; those from before Excel 5.0; other compound files, by name; a
/// stream or sheet that is cut off; a record that is shorter than what it must hold; a shared text
/// that is not there.
///
/// A number is the shortest decimal that reads back to the same binary number. A number with a
/// format for dates is a date. Numbers that are none, which the standard forbids, are `#NUM!`, as
/// Excel shows them, and a problem.
struct XLSReader: TableReader {
  let workbook: XLSWorkbook
  private let records: BIFFRecords

  /// Reads what stands before the sheets.
  init(_ source: any ByteSource, _ options: TableOptions) throws(TableProblem) {
    records = BIFFRecords(try XLSReader.openWorkbook(in: source, options.limits))
    workbook = try XLSWorkbook(records, wanted: options.encoding, limits: options.limits)
  }

  /// Whether a file begins as the workbooks do that this reads or refuses by name.
  static func recognises(_ head: [UInt8]) -> Bool {
    head.starts(with: CompoundFile.signature) || isBareStream(head)
  }

  /// Whether a file begins with a record that begins a workbook or sheet of some version of Excel.
  private static func isBareStream(_ head: [UInt8]) -> Bool {
    guard head.count >= 8, head[0] == 0x09 else { return false }
    let length = head.littleEndian16(at: 2)
    switch head[1] {
    case 0x00: return length == 4 || length == 6
    case 0x02, 0x04: return length == 6 || length == 8
    case 0x08: return length == 8 || length == 16
    default: return false
    }
  }

  private static func openWorkbook(
    in source: any ByteSource, _ limits: TableLimits
  ) throws(TableProblem) -> CompoundFile.Stream {
    if isBareStream(try source.bytes(0..<8)) {
      return CompoundFile.Stream(
        bytes: source, isCutOff: false, ending: .damaged("the file ends inside a record"))
    }
    let file = try CompoundFile(source, limits: limits)
    if let entry = file.entry(named: "Workbook") ?? file.entry(named: "Book") {
      return try file.open(entry)
    }
    if file.entry(named: "EncryptedPackage") != nil {
      throw TableProblem(.encryptedFile, detail: "the workbook is protected with a password")
    }
    throw .unsupported(nameOfCompoundKind(file.entries.map(\.name)))
  }

  func read(into writer: SheetWriter) throws(TableProblem) {
    let sheetReader = XLSSheetReader(workbook, records, writer)
    for sheet in workbook.sheets { try sheetReader.read(sheet) }
  }
}

/// What a compound file that is no workbook seems to be, from what is in its root.
private func nameOfCompoundKind(_ names: [String]) -> String {
  let known = [
    "WordDocument": "a Word document (.doc)", "PowerPoint Document": "a PowerPoint file (.ppt)",
    "VisioDocument": "a Visio drawing (.vsd)", "Quill": "a Publisher document (.pub)",
    "__properties_version1.0": "an Outlook message (.msg)",
    "WksSSWorkBook": "a Works spreadsheet (.xlr); save it as .xlsx",
  ]
  for name in names { if let kind = known[name] { return kind } }
  // The Windows Installer writes two characters of a name in one.
  let isInstaller = names.contains { name in
    name.unicodeScalars.contains { (0x3800...0x4840).contains($0.value) }
  }
  return isInstaller ? "a Windows Installer package (.msi)" : "a compound file without a workbook"
}
