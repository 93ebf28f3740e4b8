// SPDX-License-Identifier: Apache-2.0

import Statistics

/// A workspace's inputs, invented: returns, register and a bureau's tables of any size.
///
/// Deterministic: equal options give equal bytes on every machine. Nothing is kept from file to
/// file and only a buffer within one, so memory does not grow with units or periods.
package struct SyntheticWorkspace: Sendable {
  /// How the files are written.
  package enum Format: String, Hashable, Sendable, CaseIterable {
    case csv
    case spreadsheetML = "spreadsheetml"
    /// What a bureau's folder really holds: encodings, wrong endings, parts and several sheets.
    case mixed
  }

  package struct Options: Hashable, Sendable {
    /// The units that report in the last period; made for 300 to 500,000.
    package let units: Int
    package let first: Period
    package let last: Period
    package let seed: UInt64
    package let format: Format

    /// - Precondition: `units` is within `unitRange`, both years are within `yearRange`, and
    ///   `first` does not begin after `last` ends.
    package init(
      units: Int, first: Period, last: Period, seed: UInt64 = defaultSeed, format: Format
    ) {
      precondition(Options.unitRange.contains(units), "units out of range")
      precondition(Options.yearRange.contains(first.year), "first year out of range")
      precondition(Options.yearRange.contains(last.year), "last year out of range")
      precondition(first.surveyPeriods[0] <= last.lastSurveyPeriod, "periods run backwards")
      self.units = units
      self.first = first
      self.last = last
      self.seed = seed
      self.format = format
    }

    /// What credit codes and names suffice for.
    package static let unitRange = 1...900_000
    /// Outside of it yearly growth, compounded from 2019, says nothing any more.
    package static let yearRange = 2000...2049
    /// The day of the plan. The calibration was done with it; other seeds come near.
    package static let defaultSeed: UInt64 = 20_200_429
  }

  package let options: Options
  let population: Population
  let scale: SmartEquipmentScale
  /// The rows of a bureau's table that each profile counts in.
  private let bureauRows: [[Int]]
  let investment: Investment

  /// - Complexity: O(units): the smart equipment of 2019 is added up to meet the plan's figure.
  package init(options: Options, sectors: BureauSectors) {
    self.options = options
    bureauRows = IndustryProfile.all.map { sectors.rows(of: $0.industry) }
    let seed = Draw(seed: options.seed)
    population = Population(units: options.units, last: options.last, seed: seed)
    scale = SmartEquipmentScale(population)
    investment = Investment(units: options.units, seed: seed.at(2))
  }

  /// The survey periods that it has returns for, oldest first.
  var periods: [Period] { options.first.surveyPeriods(through: options.last) }

  /// Writes every file, the register first, then period by period.
  package func write(to sink: any FileSink) throws {
    try writeRegister(to: sink)
    for (number, period) in periods.enumerated() {
      let sums = try writeReturns(period, options.format.returns(number), to: sink)
      try writeBureauTables(period, sums, options.format.bureau(number), to: sink)
    }
  }
}

// MARK: - Files

extension SyntheticWorkspace {
  private func writeRegister(to sink: any FileSink) throws {
    let table = try TableWriter(path: "Input/reference/register", dialect: .plainCSV, sink: sink)
    let register = RegisterTable(population: population)
    try register.writeHeader(to: table)
    for number in 0..<population.count {
      let unit = population.unit(number)
      if let exit = unit.exit, let first = periods.first, exit <= first { continue }
      try register.write(unit, to: table)
    }
    try table.end()
  }

  private func writeReturns(
    _ period: Period, _ arrangement: ReturnsArrangement, to sink: any FileSink
  ) throws -> BureauSums {
    let path = "Input/returns/\(period.year)/b204-1-\(period.fileText)"
    let middle = population.units / 2
    let halves = [0..<middle, middle..<population.count]
    var sums = BureauSums()
    switch arrangement.parts {
    case .one:
      try writeFile(path, [0..<population.count], period, arrangement.dialect, sink, &sums)
    case .sheets:
      try writeFile(path, halves, period, arrangement.dialect, sink, &sums)
    case .files:
      for (number, half) in halves.enumerated() {
        let part = "\(path)-part\(number + 1)"
        try writeFile(part, [half], period, arrangement.dialect, sink, &sums)
      }
    }
    return sums
  }

  /// - Parameter sheets: the units' numbers of each sheet.
  private func writeFile(
    _ path: String, _ sheets: [Range<Int>], _ period: Period, _ dialect: FileDialect,
    _ sink: any FileSink, _ sums: inout BureauSums
  ) throws {
    let table = try TableWriter(path: path, dialect: dialect, sink: sink)
    for (number, units) in sheets.enumerated() {
      table.beginSheet(sheets.count == 1 ? "B204-1表" : "B204-1表（\(number + 1)）")
      try writeRows(units, period, to: table, &sums)
      table.endSheet()
    }
    try table.end()
  }

  private func writeRows(
    _ units: Range<Int>, _ period: Period, to table: TableWriter, _ sums: inout BureauSums
  ) throws {
    let returns = ReturnsTable(period: period, population: population)
    try returns.writeHeader(to: table)
    for number in units {
      let unit = population.unit(number)
      guard unit.reports(in: period) else { continue }
      let values = UnitReturnValues(scale.model(of: unit), period)
      sums.add(values, to: bureauRows[unit.slot.profile])
      try returns.write(unit, values, to: table)
    }
  }

  private func writeBureauTables(
    _ period: Period, _ sums: BureauSums, _ dialect: FileDialect, to sink: any FileSink
  ) throws {
    let folder = "Input/returns/\(period.year)/"
    let valueAdded = try TableWriter(
      path: folder + "bureau-value-added-" + period.fileText, dialect: dialect, sink: sink)
    valueAdded.beginSheet("规上工业")
    try ValueAddedTable(period: period, sums: sums).write(to: valueAdded)
    valueAdded.endSheet()
    try valueAdded.end()
    let table = try TableWriter(
      path: folder + "bureau-investment-" + period.fileText,
      dialect: options.format == .mixed ? .chineseCSV : dialect, sink: sink)
    table.beginSheet("工业投资")
    try InvestmentTable(period: period, investment: investment).write(to: table)
    table.endSheet()
    try table.end()
  }
}
