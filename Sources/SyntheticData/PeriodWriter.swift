// SPDX-License-Identifier: Apache-2.0

import Statistics

/// Writes the files of one survey period: the returns first, for the bureau's table of value added
/// is what they add up to.
struct PeriodWriter {
  private let workspace: SyntheticWorkspace
  private let period: Period
  private let sink: any FileSink
  private var sums = BureauSums()

  init(workspace: SyntheticWorkspace, period: Period, sink: any FileSink) {
    self.workspace = workspace
    self.period = period
    self.sink = sink
  }

  mutating func writeReturns(_ arrangement: ReturnsArrangement) throws {
    let count = workspace.population.count
    let middle = workspace.population.units / 2
    let halves = [0..<middle, middle..<count]
    switch arrangement.parts {
    case .one: try writeReturns("", sheets: [0..<count], arrangement.dialect)
    case .sheets: try writeReturns("", sheets: halves, arrangement.dialect)
    case .files:
      try writeReturns("-part1", sheets: [halves[0]], arrangement.dialect)
      try writeReturns("-part2", sheets: [halves[1]], arrangement.dialect)
    }
  }

  func writeValueAdded(_ dialect: FileDialect) throws {
    let table = try begin("bureau-value-added-", dialect: dialect)
    table.beginSheet("规上工业")
    try ValueAddedTable(period: period, sums: sums).write(to: table)
    table.endSheet()
    try table.end()
  }

  func writeCity(_ dialect: FileDialect) throws {
    let table = try begin("city-value-added-", dialect: dialect)
    table.beginSheet("全市规上工业")
    try CityTable(period: period, sums: sums).write(to: table)
    table.endSheet()
    try table.end()
  }

  func writeInvestment(_ dialect: FileDialect) throws {
    let table = try begin("bureau-investment-", dialect: dialect)
    table.beginSheet("工业投资")
    try InvestmentTable(period: period, investment: workspace.investment).write(to: table)
    table.endSheet()
    try table.end()
  }
}

extension PeriodWriter {
  private func begin(
    _ kind: String, part: String = "", dialect: FileDialect
  ) throws -> TableWriter {
    let path = "Input/returns/\(period.year)/\(kind)\(period.fileText)\(part)"
    return try TableWriter(path: path, dialect: dialect, sink: sink)
  }

  /// - Parameter sheets: the units' numbers of each sheet.
  private mutating func writeReturns(
    _ part: String, sheets: [Range<Int>], _ dialect: FileDialect
  ) throws {
    let table = try begin("b204-1-", part: part, dialect: dialect)
    for (number, units) in sheets.enumerated() {
      table.beginSheet(sheets.count == 1 ? "B204-1表" : "B204-1表（\(number + 1)）")
      try writeRows(units, to: table)
      table.endSheet()
    }
    try table.end()
  }

  private mutating func writeRows(_ units: Range<Int>, to table: TableWriter) throws {
    let returns = ReturnsTable(period: period, population: workspace.population)
    try returns.writeHeader(to: table)
    for number in units {
      let unit = workspace.population.unit(number)
      guard unit.reports(in: period) else { continue }
      let values = UnitReturnValues(workspace.scale.model(of: unit), period)
      sums.add(values, to: workspace.bureauRows[unit.slot.profile])
      try returns.write(unit, values, to: table)
    }
  }
}
