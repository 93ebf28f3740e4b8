// SPDX-License-Identifier: Apache-2.0
import Statistics
import Tables

/// Goes through one file: finds each sheet's header and layout, then hands its rows to the
/// layout's reader.
final class FileReader: TableReceiver {
  /// Rows above a header that are searched for it.
  private static let searchedRows = 60

  private let file: String
  private let ingest: ReturnsIngest
  private var table: TableDescription?
  private var sheet: SheetDescription?
  private var preamble: Preamble
  private var searched = 0
  private var closest: (layout: Layout, header: HeaderRow, known: Int, hasTitle: Bool)?
  private var reader: (any SheetReader)?
  private var readers: [any SheetReader] = []
  private var forms: [String] = []
  private var unrecognised: [Finding] = []

  private(set) var findings: [Finding] = []

  init(file: String, ingest: ReturnsIngest) {
    self.file = file
    self.ingest = ingest
    preamble = Preamble(sheet: nil, file: file)
  }

  func beginTable(_ table: TableDescription) { self.table = table }

  func beginSheet(_ sheet: SheetDescription) {
    self.sheet = sheet
    preamble = Preamble(sheet: sheet.name, file: file)
    searched = 0
    closest = nil
    reader = nil
  }

  func receive(_ row: borrowing Row) {
    let location = Location(file: file, sheet: sheet?.name, row: row.number, line: row.line)
    if let reader {
      reader.read(row, at: location)
    } else if searched < Self.searchedRows {
      searched += 1
      search(row, at: location)
    }
  }

  var wantedColumns: ColumnSelection? { reader?.wantedColumns }

  func endSheet() {
    guard reader == nil, searched > 0 else { return }
    unrecognised += unrecognisedSheet()
  }

  /// Closes the file: nothing that was in it may go unmentioned.
  func finish(problems: [TableProblem]) {
    findings += problems.map { Finding($0, in: file) }
    for reader in readers { findings += reader.findings }
    let isBroken = problems.contains(where: \.isFatal)
    if readers.isEmpty {
      if unrecognised.isEmpty, !isBroken {
        findings.append(
          Finding(.emptyFile, at: Location(file: file), ["detail": "no cell with content"]))
      }
      findings += isBroken ? [] : unrecognised
    } else {
      // A sheet of notes beside the returns is no error, but it is said. One that nearly is a form
      // stays an error: its rows must not go missing.
      findings += unrecognised.map { finding in
        let isNearlyAForm = finding.arguments["form"] != nil
        return isNearlyAForm ? finding : Finding(.sheetNotUsed, at: finding.location)
      }
      if !isBroken, readers.allSatisfy({ $0.accepted + $0.rejected == 0 }) {
        findings.append(Finding(.noRows, at: Location(file: file)))
      }
    }
  }

  func coverage(size: Int) -> Coverage.File {
    Coverage.File(
      path: file, bytes: size, format: table?.format.rawValue, encoding: table?.encoding.rawValue,
      form: forms.isEmpty ? nil : Set(forms).sorted().joined(separator: ", "),
      periods: readers.reduce(into: Set<Period>()) { $0.formUnion($1.periods) }.sorted(),
      accepted: readers.reduce(0) { $0 + $1.accepted },
      rejected: readers.reduce(0) { $0 + $1.rejected })
  }

  // MARK: - Finding the layout

  private func search(_ row: borrowing Row, at location: Location) {
    let header = HeaderRow(row, at: location, period: preamble.period)
    let fitting = ingest.definitions.layouts.filter {
      $0.recognises(header, below: preamble)
    }
    guard let best = fitting.max(by: { $0.knownHeaders(in: header) < $1.knownHeaders(in: header) })
    else {
      remember(header)
      for cell in header.headers { preamble.add(cell.text) }
      return
    }
    let equals = fitting.filter { $0.knownHeaders(in: header) == best.knownHeaders(in: header) }
    if equals.count > 1 {
      findings.append(
        Finding(
          .severalLayoutsFit, at: location,
          ["layouts": equals.map(\.file).sorted().joined(separator: ", ")]))
    }
    begin(best, header)
  }

  private func remember(_ header: HeaderRow) {
    for layout in ingest.definitions.layouts {
      let known = layout.knownHeaders(in: header)
      if known > (closest?.known ?? 0) {
        closest = (layout, header, known, preamble.hasTitle(layout.titleWords))
      }
    }
  }

  private func begin(_ layout: Layout, _ header: HeaderRow) {
    let ingest = ingest
    let reader: any SheetReader
    switch layout.shape {
    case .unitRows(let rows):
      reader = UnitRowsReader(
        layout: rows, header: header, preamble: preamble, definitions: ingest.definitions
      ) { unitReturn, location, column in
        ingest.accept(unitReturn, at: location, column: column)
      }
    case .bureauTable(let table):
      reader = BureauTableReader(
        layout: table, header: header, preamble: preamble, definitions: ingest.definitions
      ) { observation in ingest.accept(observation) }
    }
    self.reader = reader
    readers.append(reader)
    forms.append(layout.form)
  }

  /// What kept the sheet from being a form: the headers that the closest layout misses.
  private func unrecognisedSheet() -> [Finding] {
    guard let closest, closest.known >= 2 else {
      return [Finding(.noLayoutFits, at: Location(file: file, sheet: sheet?.name))]
    }
    let missing = closest.layout.headers.filter { !closest.header.has($0) }
    guard closest.hasTitle, !missing.isEmpty else {
      return [
        Finding(
          .noLayoutFits, at: closest.header.location,
          ["form": closest.layout.form, "title": closest.layout.titleWords.joined(separator: " ")])
      ]
    }
    return missing.map { header in
      let near = closest.header.nearest(
        to: header, notAmong: closest.layout.knownHeaders)
      return Finding(
        .missingColumn, at: closest.header.location,
        ["header": header, "form": closest.layout.form, "suggestion": near ?? ""])
    }
  }
}
