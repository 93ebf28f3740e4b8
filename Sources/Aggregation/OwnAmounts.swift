// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Amounts computed from unit returns.
struct OwnAmounts: Sendable {
  let definitions: FigureDefinitions
  let cells: SectorCells

  /// The amount in the indicator's printing unit.
  ///
  /// Cumulative: the value at the period's last month. Month: the survey period's own value; for a
  /// quarter, a half year or a year the sum of its survey periods, where January and February
  /// enter with their cumulative value.
  func amount(_ name: FigureName, side: Side) throws(ArithmeticError) -> Derivation {
    guard let indicator = definitions.indicator(name.indicator) else {
      return .missing(.notReported)
    }
    let name = name.with(.level)
    if name.basis == .ytd || name.period.isSurveyPeriod {
      let period = name.basis == .ytd ? name.period.lastSurveyPeriod : name.period
      return try reported(name.with(period: period), of: indicator, side: side).named(name, side)
    }
    guard indicator.isAdditive else { return .missing(.notApplicable, indicator.unit) }
    var parts: [Derivation] = []
    for part in name.period.surveyPeriods {
      let basis: Basis = part.months == 1...2 ? .ytd : .month
      let partName = name.with(period: part).with(basis)
      parts.append(try reported(partName, of: indicator, side: side).named(partName, side))
    }
    return try .sum(parts, in: indicator.unit).named(name, side)
  }

  /// - Parameter name: of a survey period.
  private func reported(
    _ name: FigureName, of indicator: Indicator, side: Side
  ) throws(ArithmeticError) -> Derivation {
    switch indicator.source {
    case .reported: try stated(name, of: indicator, side: side)
    case .quotient(let top, let bottom):
      try operand(top, name, side).divided(by: operand(bottom, name, side), in: indicator.unit)
    case .units(let condition): try units(name, of: indicator, condition, side: side)
    case .output: try valueAdded(name, of: indicator, side: side)
    }
  }

  private func operand(
    _ operand: Indicator.Operand, _ name: FigureName, _ side: Side
  ) throws(ArithmeticError) -> Derivation {
    let own = name.with(indicator: operand.indicator)
    return try amount(operand.basis.map { own.with($0) } ?? own, side: side)
  }

  // MARK: - Sums

  /// The sum of what units state; a month's that none states is the difference of two cumulative
  /// values.
  private func stated(
    _ name: FigureName, of indicator: Indicator, side: Side
  ) throws(ArithmeticError) -> Derivation {
    let sum = try sum(name, of: indicator, side: side)
    guard name.basis == .month, sum.ratio == nil, indicator.isAdditive,
      name.period.months.lowerBound > 2, isStatedByNone(name, of: indicator, side: side)
    else { return sum }
    let cumulative = name.with(.ytd)
    let before = cumulative.with(period: name.period.previousSurveyPeriod)
    let parts = [
      try self.sum(cumulative, of: indicator, side: side).named(cumulative, side),
      try self.sum(before, of: indicator, side: side).named(before, side),
    ]
    let month = try Derivation.all(parts, .monthOfCumulative, indicator.unit) {
      (quantities) throws(ArithmeticError) in
      (try quantities[0].subtracting(quantities[1]).value, false)
    }
    return month.ratio == nil ? sum : month
  }

  private func isStatedByNone(
    _ name: FigureName, of indicator: Indicator, side: Side
  ) -> Bool {
    guard let slot = slot(name, of: indicator, side: side) else { return true }
    return (cells.totals(name.sector, name.period)?.cell(slot.index).known ?? 0) == 0
  }

  private func slot(_ name: FigureName, of indicator: Indicator, side: Side) -> ReturnSlot? {
    definitions.indicators.firstIndex { $0.id == indicator.id }.map {
      ReturnSlot(indicator: $0, basis: name.basis, side: side)
    }
  }

  func sum(
    _ name: FigureName, of indicator: Indicator, side: Side
  ) throws(ArithmeticError) -> Derivation {
    let unit = indicator.unit
    guard let slot = slot(name, of: indicator, side: side),
      let cell = cells.totals(name.sector, name.period)?.cell(slot.index)
    else { return .missing(.notReported, unit) }
    let source = Derivation.Source.returns(
      ReturnsSum(
        addend: .value(slot), sector: SectorName(name.sector), period: name.period,
        units: cell.known))
    guard cell.missing == 0, cell.known > 0 else {
      return Derivation(.missing(cell.reason(name)), unit, source)
    }
    guard let factor = UnitOfMeasure(unit.dimension).factor(to: unit) else {
      return .missing(.notApplicable, unit)
    }
    return Derivation(.known(try Ratio(cell.sum.value).multiplied(by: factor)), unit, source)
  }

  // MARK: - Counts

  /// How many units have reported, of those that the condition is true of. The units of a year
  /// before are counted in that year's returns.
  private func units(
    _ name: FigureName, of indicator: Indicator, _ condition: Indicator.UnitCondition, side: Side
  ) throws(ArithmeticError) -> Derivation {
    let period = side == .current ? name.period : name.period.yearEarlier
    guard let totals = cells.totals(name.sector, period) else {
      return .missing(.notReported, indicator.unit)
    }
    let (sector, unit) = (SectorName(name.sector), indicator.unit)
    let sum: ReturnsSum
    switch condition {
    case .all:
      sum = ReturnsSum(
        addend: .unit, sector: sector, period: period,
        units: totals.cell(cells.slots.units).known)
    case .flag(let flag):
      sum = ReturnsSum(
        addend: .unit, sector: sector, flag: flag, period: period,
        units: totals.flagged(flag))
    case .atLeast(let minimum):
      guard let counting = cells.slots.counting(minimum, side: .current),
        let position = definitions.indicators.firstIndex(where: { $0.id == minimum.indicator })
      else { return .missing(.notReported, unit) }
      let slot = ReturnSlot(indicator: position, basis: .ytd, side: .current)
      sum = ReturnsSum(
        addend: .atLeast(slot, minimum.value), sector: sector, period: period,
        units: totals.cell(counting).known)
    }
    return try Derivation(.known(Ratio(Int128(sum.units))), .units, .returns(sum))
      .converted(to: unit)
  }
}

extension Cube.Cell {
  /// Why the sum is not known.
  fileprivate func reason(_ name: FigureName) -> MissingReason {
    // No unit's form has the value.
    if missing == 0 { return .notReported }
    if known > 0 { return .partMissing }
    return name.basis == .month && name.period.months == 1...2 ? .notSurveyed : .notReported
  }
}
