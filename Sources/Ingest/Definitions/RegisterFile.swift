// SPDX-License-Identifier: Apache-2.0
import Statistics
import Tables

/// Reads the register as `Input/layouts/register.yml` lays it out.
///
/// There may be a million units, so it works on bytes and makes no text of what it understands.
final class RegisterFile: TableReceiver {
  let layout: RegisterLayout
  private let bytes: [UInt8]
  private let file: String
  private let classes: ClassNumbers?
  private var findings: [Finding] = []
  private var sheet: String?
  private var header: DefinitionHeader?
  private var columns: RegisterColumns?
  private var units: RegisteredUnits
  private var flags: RegisterFlagCells
  private var periods: [String: Period] = [:]

  /// - Parameter classes: `nil` where the classification has errors; then industries are not checked.
  init(_ bytes: [UInt8], layout: RegisterLayout, classes: ClassNumbers?) {
    self.layout = layout
    self.bytes = bytes
    self.classes = classes
    file = SectorDefinitions.folder + layout.file
    // A line has a hundred bytes or so; what is more than a city's units makes room as it comes.
    units = RegisteredUnits(
      classes: classes, attributes: layout.attributes.map(\.id),
      expected: min(bytes.count / 100, 1 << 17))
    flags = RegisterFlagCells()
  }

  func load(findings found: inout [Finding]) -> Register? {
    let problems = readTable(from: MemorySource(bytes), to: self)
    if header == nil { findColumns(DefinitionHeader()) }
    found += problems.map { Finding($0, in: file) } + findings
    guard columns != nil else { return nil }
    return Register(file: file, units: units, flagNames: layout.flags)
  }

  // MARK: - Rows

  func beginTable(_ table: TableDescription) {}
  func beginSheet(_ sheet: SheetDescription) { self.sheet = sheet.name }
  func endSheet() {}

  func receive(_ row: borrowing Row) {
    if header != nil {
      if let columns { read(row, columns) }
      return
    }
    let texts = row.cells.map { (column: $0.column, text: CellText.trimmed(row.text(of: $0))) }
    guard texts.contains(where: { !$0.text.isEmpty }) else { return }
    let found = DefinitionHeader(texts)
    for cell in found.repeated(texts) {
      report(.repeatedColumn, row, cell.column, raw: cell.text, ["header": cell.text])
    }
    findColumns(found)
  }

  private func findColumns(_ header: DefinitionHeader) {
    self.header = header
    let missing = header.missing(RegisterColumns.required(layout, in: header), in: file)
    findings += missing
    if missing.isEmpty { columns = RegisterColumns(layout, in: header) }
  }

  private func read(_ row: borrowing Row, _ columns: RegisterColumns) {
    guard let code = code(row, columns.unit) else { return }
    let name = row.trimmedRange(at: columns.name)
    let stay = Register.Stay(
      enters: period(row, columns.enters), leaves: period(row, columns.leaves))
    let isNew = units.add(
      code, text: row.bytes[row.trimmedRange(at: columns.unit)], name: row.bytes[name],
      industry: industry(row, columns.industry), stay: stay, flags: flags(row, columns))
    for (index, column) in columns.attributes.enumerated() {
      let value = row.trimmedRange(at: column)
      units.add(row.bytes[value], toAttribute: index)
    }
    if !isNew {
      report(
        .repeatedName, row, columns.unit, raw: code.description, ["name": code.description])
    }
  }

  private func report(
    _ code: FindingCode, _ row: borrowing Row, _ column: Int, raw: String,
    _ arguments: [String: String] = [:]
  ) {
    let isThere = !row.trimmedRange(at: column).isEmpty
    let place = Location(
      file: file, sheet: sheet, row: row.number, column: isThere ? column : nil, line: row.line)
    findings.append(Finding(code, at: place, raw: raw, arguments))
  }

  // MARK: - Cells

  /// - Returns: `nil` where the row has none; that is a finding, unless the row is empty.
  private func code(_ row: borrowing Row, _ column: Int) -> UnitCode? {
    let range = row.trimmedRange(at: column)
    guard let code = UnitCode(row.bytes, from: range.lowerBound, to: range.upperBound) else {
      guard row.hasText else { return nil }
      report(.badUnitCode, row, column, raw: row.text(range))
      return nil
    }
    if range.count == 18, !UnitCode.hasItsCheckCharacter(row.bytes[range]), code.isDoubtful {
      report(
        .doubtfulUnitCode, row, column, raw: row.text(range),
        ["expected": code.expectedCheckCharacter ?? ""])
    }
    return code
  }

  /// - Returns: −1 where it is no class.
  private func industry(_ row: borrowing Row, _ column: Int) -> Int16 {
    guard let classes else { return -1 }
    let range = row.trimmedRange(at: column)
    if let number = classes.number(row.bytes, range) { return number }
    let text = row.text(range)
    if let number = classes[text] { return number }
    report(
      .unknownIndustry, row, column, raw: text,
      ["suggestion": suggestion(for: text, among: classes.classes) ?? ""])
    return -1
  }

  private func flags(_ row: borrowing Row, _ columns: RegisterColumns) -> Register.FlagSet {
    var set = Register.FlagSet()
    for (position, column) in columns.flags.enumerated() {
      let range = row.trimmedRange(at: column)
      if range.isEmpty || flags.add(RegisterFlags(position: position), row, range, to: &set) {
        continue
      }
      report(
        .badDefinition, row, column, raw: row.text(range),
        ["expected": "是, 否, 2021-03, 2021-03...2022-06"])
    }
    return set
  }

  private func period(_ row: borrowing Row, _ column: Int?) -> Period? {
    guard let column else { return nil }
    let range = row.trimmedRange(at: column)
    if range.isEmpty { return nil }
    let text = row.text(range)
    if let known = periods[text] { return known }
    guard let period = Period(registerText: text) else {
      report(.badPeriod, row, column, raw: text)
      return nil
    }
    periods[text] = period
    return period
  }
}
