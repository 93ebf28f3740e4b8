// SPDX-License-Identifier: Apache-2.0
import Ingest
import Reports
import Statistics
import Tables

/// One reading of a file for `yuebao table`: looks through it first where that is needed, then
/// reads and prints it, then says what was wrong with it.
struct TableReading {
  private let source: any ByteSource
  private let command: TableCommand
  private let findings: FindingsPrinter
  private let options: TableOptions

  init(_ source: any ByteSource, command: TableCommand, findings: FindingsPrinter) {
    self.source = source
    self.command = command
    self.findings = findings
    // A reading that ends early looks ahead no further than that, so it always finds the same.
    options = TableOptions(
      encoding: command.encoding, separator: command.separator,
      cores: command.rows == nil ? nil : 1)
  }

  func print() throws {
    if command.proposeLayout {
      return try ProposalPrinting(command: command, options: options, findings: findings)
        .print(source)
    }
    let survey = look()
    let selection = TableSelection(
      sheets: try sheets(survey), rows: command.rows ?? 1...Int.max)
    let printer = tablePrinter
    let selector = TableSelector(selection, survey: survey, to: printer)
    let problems = selector.concerning(readTable(from: source, options: options, to: selector))
    let fatal = problems.last { $0.isFatal }
    if fatal == nil, !selector.foundSheet, let name = command.sheet {
      throw Stop.noSuchSheet(name, selector.sheets.map { ($0.number, $0.name) })
    }
    printer.finish()
    try printer.output.finish()
    report(problems, selector)
    if let fatal { throw stop(fatal, hasCells: selector.foundSheet) }
  }

  private var tablePrinter: any TablePrinter {
    let firstRow = command.rows?.lowerBound ?? 1
    return switch command.format {
    case .text: TableTextPrinter(file: command.file, catalogue: findings.catalogue)
    case .json: TableJSONPrinter(file: command.file, firstRow: firstRow)
    case .csv: TableCSVPrinter(firstRow: firstRow)
    }
  }

  // MARK: - Before

  /// What must be known before the first cell is printed.
  private func look() -> TableSurvey {
    // The number 5 may also be the name of a sheet that stands elsewhere.
    let mayBeNumber = command.sheet.map { Int($0) != nil } ?? false
    let isOpen = command.format == .csv && command.sheet == nil
    let survey = TableSurvey(sheet: command.sheet, needsSheets: mayBeNumber || isOpen)
    var options = options
    options.cores = TableOptions().cores
    _ = readTable(from: source, options: options, to: survey)
    return survey
  }

  private func sheets(_ survey: TableSurvey) throws -> TableSelection.Sheets {
    if let name = command.sheet {
      if survey.sheets.contains(where: { $0.name == name }) { return .named(name) }
      return Int(name).map { .number($0) } ?? .named(name)
    }
    guard command.format == .csv, survey.format != .csv else { return .all }
    let filled = survey.sheets.filter(\.hasCells)
    if filled.count > 1 { throw severalSheets(survey.sheets) }
    return (filled.first ?? survey.sheets.first).map { .number($0.number) } ?? .all
  }

  private func severalSheets(_ sheets: [TableSurvey.Sheet]) -> Stop {
    let list = Stop.list(sheets.map { ($0.number, $0.name) })
    return Stop(.usage, Message("table_several_sheets", ["sheets": list]))
  }

  // MARK: - Afterwards

  private func report(_ problems: [TableProblem], _ selector: TableSelector) {
    findings.print(problems.map { Finding($0, in: command.file) })
    let most = options.limits.problems
    if problems.count(where: { !$0.isFatal }) >= most {
      findings.note(Message("table_more_findings", ["count": String(most)]))
    }
    if let first = selector.firstCovered {
      let place = Location(
        file: command.file, sheet: first.sheet, row: first.row, column: first.column)
      findings.note(
        Message(
          "table_covered",
          ["count": String(selector.coveredValues), "place": place.description]))
    }
  }

  private func stop(_ fatal: TableProblem, hasCells: Bool) -> Stop {
    Stop(
      fatal.kind == .unreadable ? .noInput : .badData,
      Message(hasCells ? "table_cut_off" : "table_not_read"))
  }
}

extension Stop {
  static func noSuchSheet(_ name: String, _ sheets: [(Int, String?)]) -> Stop {
    Stop(.usage, Message("table_no_such_sheet", ["sheet": name, "sheets": list(sheets)]))
  }

  fileprivate static func list(_ sheets: [(number: Int, name: String?)]) -> String {
    sheets.map { "\n    \($0.number)  \(($0.name ?? "–").onOneLine)" }.joined()
  }
}
