// SPDX-License-Identifier: Apache-2.0
import Statistics

/// `Input/reference/value-added-rates.csv` and `output-prices.csv`: what value added is computed from
/// gross output with. Asked for where an indicator says `from-output`.
struct ValueAddedFiles {
  static let rates = "Input/reference/value-added-rates.csv"
  static let prices = "Input/reference/output-prices.csv"

  private(set) var tables = ValueAddedTables()
  private(set) var findings: [Finding] = []
  private let classification: Classification?

  /// - Parameter classification: `nil` where it has errors; then codes are not checked.
  init(rates: [UInt8]?, prices: [UInt8]?, classification: Classification?) {
    self.classification = classification
    if let rates { load(rates: rates) }
    if let prices { load(prices: prices) }
  }

  /// Columns: `code`, a category of any level; `from`, the first survey period that it is for; `rate`, in %.
  private mutating func load(rates bytes: [UInt8]) {
    let table = DefinitionTable(file: Self.rates, bytes: bytes)
    defer { findings += table.findings }
    guard table.require(["code", "from", "rate"]) else { return }
    for record in table.records {
      let (code, from) = (code(record, table), period(record, "from", table))
      let rate = number(record, "rate", table)
      guard let code, let from, let rate else { continue }
      if !tables.add(rate: rate, of: code, from: from) {
        reportRepeated(record, "\(code) \(from)", table)
      }
    }
  }

  /// Columns: `code`, a category of any level; `period`; `basis`, month or ytd; `index`, the same period
  /// of the year before = 100.
  private mutating func load(prices bytes: [UInt8]) {
    let table = DefinitionTable(file: Self.prices, bytes: bytes)
    defer { findings += table.findings }
    guard table.require(["code", "period", "basis", "index"]) else { return }
    for record in table.records {
      let (code, period) = (code(record, table), period(record, "period", table))
      let index = number(record, "index", table)
      let basis = Basis(rawValue: record["basis"] ?? "")
      if basis == nil { report(record, "basis", "month or ytd", table) }
      guard let code, let period, let index, let basis else { continue }
      if !tables.add(price: index, of: code, in: period, basis: basis) {
        reportRepeated(record, "\(code) \(period) \(basis.rawValue)", table)
      }
    }
  }

  // MARK: - Cells

  private func code(_ record: DefinitionTable.Record, _ table: DefinitionTable) -> String? {
    guard let code = record["code"] else {
      report(record, "code", "a code of the classification", table)
      return nil
    }
    guard let classification, classification[code] == nil else { return code }
    table.report(
      .unknownName, at: record.location(of: "code"), raw: code,
      ["name": code, "suggestion": suggestion(for: code, among: classification.codes) ?? ""])
    return nil
  }

  private func period(
    _ record: DefinitionTable.Record, _ header: String, _ table: DefinitionTable
  ) -> Period? {
    if let text = record[header], let period = Period(text), period.isSurveyPeriod {
      return period
    }
    table.report(.badPeriod, at: record.location(of: header), raw: record[header], [:])
    return nil
  }

  /// Rates and indices are above zero; an index near 1 or a rate of more than 100 is a slip.
  private func number(
    _ record: DefinitionTable.Record, _ header: String, _ table: DefinitionTable
  ) -> ValueAddedTables.Entry? {
    let range = header == "rate" ? (0, 100) : (10, 1000)
    if let value = record[header].flatMap({ ExactDecimal($0) }),
      Ratio(value) > Ratio(Int128(range.0)), Ratio(value) <= Ratio(Int128(range.1))
    {
      return ValueAddedTables.Entry(value: value, location: record.location(of: header))
    }
    report(record, header, "a number above \(range.0), at most \(range.1)", table)
    return nil
  }

  private func report(
    _ record: DefinitionTable.Record, _ header: String, _ expected: String,
    _ table: DefinitionTable
  ) {
    table.report(
      .badDefinition, at: record.location(of: header), raw: record[header],
      ["expected": expected])
  }

  private func reportRepeated(
    _ record: DefinitionTable.Record, _ name: String, _ table: DefinitionTable
  ) {
    table.report(.repeatedName, at: record.location, raw: name, ["name": name])
  }
}
