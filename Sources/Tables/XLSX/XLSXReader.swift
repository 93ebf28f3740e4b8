// SPDX-License-Identifier: Apache-2.0

/// Reads an Excel workbook (.xlsx, .xlsm, .xltx, .xltm, .xlam): the worksheets in the workbook's
/// order, with every value as it was last calculated.
///
/// Accepted: transitional and strict documents, whatever their parts are called; shared and inline
/// texts, rich or plain; number formats that show a number as a date, in both date systems; cells
/// and rows without a reference, and cells of a row in any order; parts in UTF-8 and UTF-16.
/// Chart, dialog and macro sheets hold no cells and are passed over.
///
/// Refused: binary workbooks (.xlsb) and other Office documents, a workbook without a worksheet, a
/// document type, rows that go back, a cell that stands twice or outside of its row, and references
/// to a shared text, cell format or part that is not there. An encrypted workbook is no zip archive
/// but a compound file.
///
/// White space in a text counts, with or without `xml:space="preserve"`: XML 1.0, §2.10, leaves the
/// default to the application, and keeping it loses nothing. Cells without a value and with an empty
/// text are no cells.
///
/// Large worksheets are read in pieces, on all cores; the rows and problems are the same and come in
/// the same order (`WorksheetPieces`).
///
/// Source: ECMA-376, 5th edition (ISO/IEC 29500), part 1, §18; part 2 (packages), part 3 (markup
/// compatibility), part 4 (transitional).
struct XLSXReader: TableReader {
  /// Below this, threads cost more than they bring.
  private static let largePart = 4 << 20

  private let package: OfficePackage
  /// The name of the workbook part.
  private let part: String

  /// - Returns: `nil` for an archive that is no Office document.
  /// - Throws: `.unsupportedFormat` for an Office document of another kind.
  init?(_ archive: ZipArchive, cores: Int) throws(TableProblem) {
    guard let package = OfficePackage(archive, cores: cores), let part = try package.mainPart()
    else { return nil }
    if let type = try package.contentType(of: part), let kind = XLSXReader.nameOfOther(type) {
      throw .unsupported(kind)
    }
    self.package = package
    self.part = part
  }

  /// What a main part of this media type begins, if it is no workbook in XML.
  private static func nameOfOther(_ type: String) -> String? {
    if type.contains("sheet.binary") { return "a binary Excel workbook (.xlsb)" }
    if type.contains("wordprocessingml") || type.contains("ms-word") {
      return "a Word document (.docx)"
    }
    if type.contains("presentationml") || type.contains("ms-powerpoint") {
      return "a PowerPoint document (.pptx)"
    }
    if type.contains("visio") { return "a Visio drawing (.vsdx)" }
    return nil
  }

  func read(into writer: SheetWriter) throws(TableProblem) {
    let limits = writer.limits
    let handler = try package.parse(part) { names in WorkbookHandler(names, limits: limits) }
    let relationships = try package.relationships(of: part)
    let sheets = try worksheets(handler.sheets, relationships)
    guard !sheets.isEmpty else {
      throw .unsupported("an Excel workbook without a worksheet")
    }
    let workbook = XLSXWorkbook(
      dateSystem: handler.dateSystem,
      dateFormats: try dateFormats(relationships, limits),
      sharedTexts: try sharedTexts(relationships, writer))
    for (sheet, part) in sheets {
      writer.beginSheet(name: sheet.name, isVisible: sheet.isVisible)
      try read(part, workbook, writer)
      writer.endSheet()
    }
  }

  private func read(
    _ part: String, _ workbook: XLSXWorkbook, _ writer: SheetWriter
  ) throws(TableProblem) {
    guard package.cores > 1, package.archive.size(of: part) > XLSXReader.largePart else {
      try package.parse(part) { names in
        WorksheetHandler(names, workbook: workbook, writer: writer)
      }
      return
    }
    do throws(TableProblem) {
      let stream = try package.archive.open(part)
      // So that the receiver says which columns it wants before the first piece is read.
      try writer.flush()
      try WorksheetPieces(stream, workbook, writer: writer, cores: package.cores).read()
    } catch {
      throw error.inPart(part)
    }
  }

  /// The sheets that hold cells, each with the name of its part.
  private func worksheets(
    _ sheets: [WorkbookHandler.Sheet], _ relationships: [PartRelationship]
  ) throws(TableProblem) -> [(WorkbookHandler.Sheet, part: String)] {
    let byID = Dictionary(relationships.map { ($0.id, $0) }) { first, _ in first }
    var worksheets: [(WorkbookHandler.Sheet, part: String)] = []
    // Excel 5's module sheets have an empty id and no part.
    for sheet in sheets where !sheet.id.isEmpty {
      guard let relationship = byID[sheet.id] else {
        throw TableProblem(
          .damagedContainer, detail: "no part is related as \"\(sheet.id)\"", sheet: sheet.name)
      }
      guard relationship.kind == "worksheet" else { continue }
      guard let part = relationship.part, package.archive.has(part) else {
        let name = relationship.part ?? "something outside of the file"
        throw TableProblem(
          .damagedContainer, detail: "the archive has no \(name)", sheet: sheet.name)
      }
      worksheets.append((sheet, part))
    }
    return worksheets
  }

  /// Without styles every number is one. Styles that are named and not there are another matter:
  /// dates would silently turn into numbers.
  private func dateFormats(
    _ relationships: [PartRelationship], _ limits: TableLimits
  ) throws(TableProblem) -> [DateFormat?] {
    guard let part = relationships.first(where: { $0.kind == "styles" })?.part else { return [] }
    return try package.parse(part) { names in StylesHandler(names, limits: limits) }.dateFormats
  }

  /// A part that is named and not there is missed by the first cell that refers to it.
  private func sharedTexts(
    _ relationships: [PartRelationship], _ writer: SheetWriter
  ) throws(TableProblem) -> SharedTexts {
    guard let part = relationships.first(where: { $0.kind == "sharedStrings" })?.part,
      package.archive.has(part)
    else { return SharedTexts() }
    return try package.parse(part) { names in
      SharedTextsHandler(names, limits: writer.limits, report: writer.report)
    }.texts
  }
}

/// What all sheets of a workbook share. It does not change while they are read.
final class XLSXWorkbook: @unchecked Sendable {
  let dateSystem: DateSystem
  /// By a cell's `s`: what it shows of a number, `nil` for the number itself.
  let dateFormats: [DateFormat?]
  let sharedTexts: SharedTexts

  init(dateSystem: DateSystem, dateFormats: [DateFormat?], sharedTexts: SharedTexts) {
    self.dateSystem = dateSystem
    self.dateFormats = dateFormats
    self.sharedTexts = sharedTexts
  }
}
