// SPDX-License-Identifier: Apache-2.0
import Statistics
import Tables

/// Goes through one file: finds each sheet's header and layout, then hands its rows to the
/// layout's reader.
final class FileReader: TableReceiver {
  /// Rows above a header that are searched for it.
  private static let searchedRows = 60

  private let file: String
  let contents: FileContents
  private var table: TableDescription?
  private var sheet: SheetDescription?
  private var search: LayoutSearch
  private var searched = 0
  private var merged: [MergedArea] = []
  /// A header, until the next rows show that it is complete; and those rows.
  private var pending: LayoutSearch.Found?
  private var held: [Row] = []
  private var reader: (any SheetReader)?
  /// Tables of one row a unit or an observation may be long, and no other stands below them.
  private var isAloneOnSheet = false
  private var openHeader: Header?
  private var readers: [any SheetReader] = []
  private var forms: [String] = []
  private var unrecognised: [Finding] = []

  init(file: String, contents: FileContents) {
    self.file = file
    self.contents = contents
    search = LayoutSearch(file: file, sheet: nil, layouts: contents.definitions.layouts)
  }

  func beginTable(_ table: TableDescription) { self.table = table }

  func beginSheet(_ sheet: SheetDescription) {
    self.sheet = sheet
    search = LayoutSearch(file: file, sheet: sheet.name, layouts: contents.definitions.layouts)
    searched = 0
    merged = []
    pending = nil
    held = []
    reader = nil
    openHeader = nil
  }

  func receive(_ row: borrowing Row) {
    if let reader {
      if isAloneOnSheet || !beginsTable(row) { reader.read(row) }
    } else if pending != nil || searched < Self.searchedRows {
      searched += 1
      lookForHeader(row)
    }
  }

  func merge(_ area: MergedArea) { merged.append(area) }

  var wantedColumns: ColumnSelection? { reader?.wantedColumns }

  func endSheet() {
    beginPending()
    checkSpans()
    if let reader {
      reader.finish()
      self.reader = nil
    } else if searched > 0 {
      unrecognised += search.closest()
    }
  }

  private func lookForHeader(_ row: borrowing Row) {
    search.add(RowTexts(row), line: row.line, merged: merged)
    let next = search.found()
    guard let found = pending else {
      if let next { take(next) }
      return
    }
    // The first row of a deep header may pass for a whole one, and so may a line above it: then
    // the rows below it fit better.
    if let next, next.known > found.known { return take(next) }
    held.append(copy row)
    if held.count >= search.deepest - 1 { beginPending() }
  }

  /// Begins with the rows below a header, or waits whether they make it a better one.
  private func take(_ found: LayoutSearch.Found) {
    pending = found
    held = []
    if search.deepest == 1 { beginPending() }
  }

  /// Begins with the header that was found, and the rows that were held back since.
  private func beginPending() {
    guard let found = pending else { return }
    pending = nil
    begin(found)
    for row in held { reader?.read(row) }
    held = []
  }

  private func reportSeveral(_ found: LayoutSearch.Found) {
    if found.layouts.count > 1 {
      contents.findings.add(
        Finding(
          .severalLayoutsFit, at: found.header.location,
          ["layouts": found.layouts.map(\.file).sorted().joined(separator: ", ")]))
    }
  }

  /// Whether a row below a table begins another one: a header that a layout recognises.
  private func beginsTable(_ row: borrowing Row) -> Bool {
    search.add(RowTexts(row), line: row.line, merged: merged)
    guard search.mayBeHeader, let found = search.found() else { return false }
    reader?.finish()
    reader = nil
    take(found)
    return true
  }

  private func begin(_ found: LayoutSearch.Found) {
    reportSeveral(found)
    let layout = found.layouts[0]
    let context = SheetContext(
      file: file, sheet: sheet?.name, layout: layout, header: found.header,
      preamble: found.preamble, contents: contents)
    let reader: any SheetReader =
      switch layout.shape {
      case .unitRows(let shape): UnitRowsReader(shape, context)
      case .unitForm(let shape): UnitFormReader(shape, context)
      case .bureauTable(let shape): BureauTableReader(shape, context)
      case .series(let shape): SeriesReader(shape, context)
      case .long(let shape): LongReader(shape, context)
      }
    self.reader = reader
    isAloneOnSheet = reader is UnitRowsReader || reader is LongReader
    openHeader = found.header
    readers.append(reader)
    forms.append(layout.form)
    search.restart()
  }

  /// Where a header's spans were taken from blank cells and the file says afterwards which cells
  /// it had merged, both must agree: else columns may have the wrong names.
  private func checkSpans() {
    guard let header = openHeader else { return }
    for span in header.assumedSpans {
      let (text, blank) = (span.columns.lowerBound, span.columns.upperBound)
      let area = merged.first {
        $0.rows.contains(span.row) && ($0.columns.contains(text) || $0.columns.contains(blank))
      }
      guard let area, !area.columns.contains(text) || !area.columns.contains(blank) else {
        continue
      }
      contents.findings.add(
        Finding(
          .headerSpanDiffers,
          at: Location(file: file, sheet: sheet?.name, row: span.row, column: blank)))
    }
  }

  /// Closes the file: nothing that was in it may go unmentioned.
  func finish(problems: [TableProblem]) {
    // After a fatal problem the sheet has no end.
    beginPending()
    if let reader { reader.finish() }
    for problem in problems { contents.findings.add(Finding(problem, in: file)) }
    let isBroken = problems.contains(where: \.isFatal)
    if readers.isEmpty {
      if unrecognised.isEmpty, !isBroken {
        contents.findings.add(
          Finding(.emptyFile, at: Location(file: file), ["detail": "no cell with content"]))
      }
      if !isBroken { unrecognised.forEach { contents.findings.add($0) } }
      return
    }
    // A sheet of notes beside the returns is no error, but it is said. One that nearly is a form
    // stays an error: its rows must not go missing.
    for finding in unrecognised {
      let isNearlyAForm = finding.arguments["form"] != nil
      contents.findings.add(isNearlyAForm ? finding : Finding(.sheetNotUsed, at: finding.location))
    }
    if !isBroken, readers.allSatisfy({ $0.counts.accepted + $0.counts.rejected == 0 }) {
      contents.findings.add(Finding(.noRows, at: Location(file: file)))
    }
  }

  func coverage(size: Int) -> Coverage.File {
    Coverage.File(
      path: file, bytes: size, format: table?.format.rawValue, encoding: table?.encoding.rawValue,
      form: forms.isEmpty ? nil : Set(forms).sorted().joined(separator: ", "),
      periods: readers.reduce(into: Set<Period>()) { $0.formUnion($1.periods) }.sorted(),
      accepted: readers.reduce(0) { $0 + $1.counts.accepted },
      rejected: readers.reduce(0) { $0 + $1.counts.rejected },
      passedOver: readers.reduce(0) { $0 + $1.counts.passedOver })
  }
}
