// SPDX-License-Identifier: Apache-2.0

/// One unit's numbers in any year, from integers alone.
struct UnitModel: Sendable {
  private let unit: SyntheticUnit
  private let baseOutput: Int
  /// Value added in output, in 1/10,000.
  private let valueAddedRate: Int
  /// In thousandths of sales; 0 for a unit that sells at home.
  private let exportRate: Int
  /// In the base year 2019.
  private let baseEmployment: Int
  private let correction: Int

  /// - Parameters:
  ///   - scale: the factor for smart equipment in 10⁻⁹; see `SmartEquipmentScale`.
  ///   - correction: 千元 that the unit's value added of December 2019 is raised by.
  init(_ unit: SyntheticUnit, scale: Int, correction: Int) {
    self.unit = unit
    self.correction = correction
    let own = unit.draw.at(Attribute.size).permille(unit.slot.isLead ? 30 : 120)
    let output = (unit.slot.output * own).divided(by: 1000)
    baseOutput =
      unit.profile.course.isSmartEquipment
      ? (output * scale).divided(by: 1_000_000_000) : output
    valueAddedRate = unit.profile.valueAddedRate * unit.draw.at(Attribute.rate).permille(40) / 10
    exportRate = UnitModel.exportRate(of: unit)
    baseEmployment = max(8, output / UnitModel.productivity(of: unit))
  }

  /// Output a person and year, in 千元.
  private static func productivity(of unit: SyntheticUnit) -> Int {
    unit.slot.isLead ? 1600 : 500 + unit.draw.at(Attribute.productivity).below(600)
  }

  private static func exportRate(of unit: SyntheticUnit) -> Int {
    let draw = unit.draw.at(Attribute.exports)
    let isExporter = unit.slot.isLead || draw.at(0).below(100) < 60
    guard isExporter, unit.profile.exportRate > 0 else { return 0 }
    return min(950, unit.profile.exportRate * draw.at(1).permille(250) * 3 / 200)
  }

  /// Output of the whole year, in 千元.
  private func output(of year: Int) -> Int {
    var output = baseOutput
    for next in stride(from: 2020, through: year, by: 1) {
      output = (output * growth(in: next)).divided(by: 1_000_000)
    }
    for next in stride(from: 2019, to: year, by: -1) {
      output = (output * 1_000_000).divided(by: growth(in: next))
    }
    return output
  }

  /// Against the year before, in millionths.
  private func growth(in year: Int) -> Int {
    unit.profile.course.growth(in: year)
      * unit.draw.at(year).at(-1).permille(unit.slot.isLead ? 20 : 70)
  }
}

extension UnitModel {
  /// What it reports for `year` up to the survey period at `slot` (0 for 01..02).
  func yearToDate(_ year: Int, through slot: Int) -> YearToDate {
    let annual = output(of: year)
    let season = unit.profile.course.season(of: year)
    let staff = employment(annual)
    var result = YearToDate()
    var staffMonths = 0
    for position in 0...slot {
      let draw = unit.draw.at(year).at(position)
      result.month = flows(annual * season[position], draw)
      if year == 2019, position == 10 { result.month.valueAdded += correction }
      result.cumulative += result.month
      result.monthEmployment = (staff * draw.at(5).permille(15)).divided(by: 1000)
      staffMonths += result.monthEmployment * (position == 0 ? 2 : 1)
    }
    result.averageEmployment = staffMonths.divided(by: slot + 2)
    return result
  }

  /// - Parameter expected: the period's output in 千元, times a million.
  private func flows(_ expected: Int, _ draw: Draw) -> Flows {
    // A small unit stands still for a month now and then: zero is a value, not a gap.
    if !unit.slot.isLead, draw.at(6).below(900) == 0 { return Flows() }
    var flows = Flows()
    flows.output = (expected / 1000 * draw.at(0).permille(50)).divided(by: 1_000_000)
    flows.sales = (flows.output * (draw.at(1).permille(16) - 18)).divided(by: 1000)
    flows.exports = min(
      flows.sales, (flows.sales * exportRate * draw.at(2).permille(80)).divided(by: 1_000_000))
    flows.valueAdded =
      (flows.output * valueAddedRate * draw.at(3).permille(15)).divided(by: 10_000_000)
    flows.revenue = (flows.sales * (draw.at(4).permille(18) + 4)).divided(by: 1000)
    return flows
  }

  /// A third of what output gains or loses.
  private func employment(_ annual: Int) -> Int {
    guard baseOutput > 0 else { return baseEmployment }
    return max(5, (baseEmployment * (annual + 2 * baseOutput)).divided(by: 3 * baseOutput))
  }
}
