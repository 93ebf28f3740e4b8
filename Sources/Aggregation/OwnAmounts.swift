// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Amounts summed over unit returns.
struct OwnAmounts: Sendable {
  let indicators: [Indicator]
  let sums: SectorSums

  /// The amount in the indicator's printing unit.
  ///
  /// Cumulative: the value at the period's last month. Month: the survey period's own value; for a
  /// quarter, a half year or a year the sum of its survey periods, where January and February
  /// enter with their cumulative value.
  func amount(_ name: FigureName, side: Side) throws(ArithmeticError) -> Amount {
    guard let position = indicators.firstIndex(where: { $0.id == name.indicator }) else {
      return .missing(.notReported)
    }
    let period = name.period
    if name.basis == .ytd || period.isSurveyPeriod {
      return try reported(
        name, indicator: position, basis: name.basis, side: side, in: period.lastSurveyPeriod)
    }
    guard indicators[position].isAdditive else { return .missing(.notApplicable) }
    var sum = Amount.known(.zero)
    for part in period.surveyPeriods {
      let basis: Basis = part.months == 1...2 ? .ytd : .month
      sum = try sum + reported(name, indicator: position, basis: basis, side: side, in: part)
    }
    return sum
  }

  private func reported(
    _ name: FigureName, indicator: Int, basis: Basis, side: Side, in period: Period
  ) throws(ArithmeticError) -> Amount {
    let slot = ReturnSlot(indicator: indicator, basis: basis, side: side)
    guard let cell = sums.cell(sector: name.sector, period: period, slot: slot) else {
      return .missing(.notReported)
    }
    guard cell.missing == 0 else {
      if cell.known > 0 { return .missing(.partMissing) }
      return .missing(basis == .month && period.months == 1...2 ? .notSurveyed : .notReported)
    }
    // No unit's form has the value.
    if cell.known == 0 { return .missing(.notReported) }
    let unit = indicators[indicator].unit
    let base = UnitOfMeasure(unit.dimension)
    guard let factor = base.factor(to: unit) else { return .missing(.notApplicable) }
    return .known(try Ratio(cell.sum.value).multiplied(by: factor))
  }
}
