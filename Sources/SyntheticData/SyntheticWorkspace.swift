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
      precondition(first.firstSurveyPeriod <= last.lastSurveyPeriod, "periods run backwards")
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
  let bureauRows: [[Int]]
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
      var writer = PeriodWriter(workspace: self, period: period, sink: sink)
      try writer.writeReturns(options.format.returns(number))
      try writer.writeValueAdded(options.format.bureau(number))
      try writer.writeCity(options.format.investment)
      try writer.writeInvestment(options.format.investment)
    }
  }

  private func writeRegister(to sink: any FileSink) throws {
    let table = try TableWriter(path: "Input/reference/register", dialect: .plainCSV, sink: sink)
    let register = RegisterTable(population: population)
    try register.writeHeader(to: table)
    for number in 0..<population.count {
      let unit = population.unit(number)
      if let exit = unit.exit, exit <= periods[0] { continue }
      try register.write(unit, to: table)
    }
    try table.end()
  }
}
