// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Statistics

extension ExplanationDocument {
  /// A sum over returns. Amounts are in the node's unit of measure.
  struct ReturnsEntry: Encodable {
    let adds: String
    let indicator: String?
    let basis: String?
    let side: String?
    /// In the indicator's base unit of measure.
    let minimum: String?
    let period: String
    let sector: String
    let flag: String?
    let classes: [String]?
    let units: Int
    let divisions: [DivisionEntry]
    let listed: [UnitEntry]
    let rest: RestEntry
    let missing: [UnitEntry]
    let missingUnits: Int

    enum CodingKeys: String, CodingKey {
      case adds, indicator, basis, side, minimum, period, sector, flag, classes, units, divisions
      case listed, rest, missing
      case missingUnits = "missing_units"
    }

    init(_ breakdown: ReturnsBreakdown, _ definitions: FigureDefinitions) {
      let sum = breakdown.sum
      adds = breakdown.addition.rawValue
      indicator = sum.slot.map { definitions.indicators[$0.indicator].id }
      basis = sum.slot?.basis.rawValue
      side = sum.slot.map { $0.side == .current ? "current" : "reference" }
      if case .atLeast(_, let least) = sum.addend {
        minimum = least.description
      } else {
        minimum = nil
      }
      period = sum.period.description
      sector = sum.sector.description
      flag = sum.flag
      classes = sum.classes?.sorted()
      units = sum.units
      divisions = breakdown.divisions.map(DivisionEntry.init)
      listed = breakdown.units.map { UnitEntry($0.value, amount: $0.amount) }
      rest = RestEntry(
        units: breakdown.rest.units, amount: breakdown.rest.amount.exactText)
      missing = breakdown.missing.map { UnitEntry($0, amount: nil) }
      missingUnits = breakdown.missingCount
    }
  }

  struct DivisionEntry: Encodable {
    let code: String
    let name: String?
    let amount: String
    let units: Int
    let missingUnits: Int

    enum CodingKeys: String, CodingKey {
      case code, name, amount, units
      case missingUnits = "missing_units"
    }

    init(_ division: ReturnsBreakdown.Division) {
      code = division.code
      name = division.name?.zh
      amount = division.amount.exactText
      units = division.units
      missingUnits = division.missing
    }
  }

  struct RestEntry: Encodable {
    let units: Int
    let amount: String
  }

  struct UnitEntry: Encodable {
    let unit: String
    let name: String?
    let industry: String
    let amount: String?
    /// In the base unit of measure: 元, 人.
    let value: String?
    /// In which the file states it.
    let statedUnit: String?
    let missing: String?
    let at: PlaceEntry

    enum CodingKeys: String, CodingKey {
      case unit, name, industry, amount, value, missing, at
      case statedUnit = "stated_unit"
    }

    init(_ value: UnitValue, amount: Ratio?) {
      unit = value.unit.description
      name = value.name
      industry = value.industry
      self.amount = amount?.exactText
      self.value = value.value?.decimal?.description
      statedUnit = value.statedUnit?.symbol
      missing = value.value?.reason?.rawValue
      at = PlaceEntry(value.location)
    }
  }
}
