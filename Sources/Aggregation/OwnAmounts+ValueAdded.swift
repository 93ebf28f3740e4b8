// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Value added computed from gross output (methods.md §2, single deflation).
extension OwnAmounts {
  /// The output of the classes that have one rate and one price, with both.
  private struct Group {
    let rate: ValueAddedTables.Entry
    /// `nil` for same-period values, which need none.
    let price: ValueAddedTables.Entry?
    var classes: Set<String> = []
    var cell = Cube.Cell()
  }

  /// Σ output × rate, this year's or of the same-period values with the rate of that time.
  func valueAdded(
    _ name: FigureName, of indicator: Indicator, side: Side
  ) throws(ArithmeticError) -> Derivation {
    guard let (output, groups) = try groups(name, of: indicator, side: side, priced: false) else {
      return .missing(.notReported, indicator.unit)
    }
    return try derivation(.valueAdded, name, indicator, output, groups, side)
  }

  /// Σ output × rate ÷ price index: this year's value added at the prices of a year before.
  func comparableValueAdded(
    _ name: FigureName, of indicator: Indicator
  ) throws(ArithmeticError) -> Derivation {
    guard name.basis == .ytd || name.period.isSurveyPeriod,
      let (output, groups) = try groups(name, of: indicator, side: .current, priced: true)
    else { return .missing(.notReported, indicator.unit) }
    return try derivation(.comparable, name, indicator, output, groups, .current)
  }

  /// - Returns: `nil` where there is no output or no table. Classes without a rate or price make the
  ///   groups empty: the sum of the others is not the sector's.
  private func groups(
    _ name: FigureName, of indicator: Indicator, side: Side, priced: Bool
  ) throws(ArithmeticError) -> (output: Indicator, [Group])? {
    guard case .output(let id, _) = indicator.source, let output = definitions.indicator(id),
      let position = definitions.indicators.firstIndex(where: { $0.id == id }),
      let totals = cells.totals(name.sector, name.period.lastSurveyPeriod)
    else { return nil }
    let period = name.period.lastSurveyPeriod
    let slot = ReturnSlot(indicator: position, basis: name.basis, side: side).index
    let (tables, tree) = (definitions.valueAdded, definitions.classification)
    var groups: [[ValueAddedTables.Entry?]: Group] = [:]
    for (code, cells) in totals.byClass {
      guard let cell = cells[slot], cell.known + cell.missing > 0 else { continue }
      let rate = tables.rate(
        of: code, in: side == .current ? period : period.yearEarlier, tree)
      let price =
        priced ? tables.price(of: code, in: period, basis: name.basis, tree) : nil
      guard let rate, !priced || price != nil else { return (output, []) }
      groups[[rate, price], default: Group(rate: rate, price: price)].classes.insert(code)
      groups[[rate, price]]?.cell.merge(cell)
    }
    let sorted = groups.values.sorted { ($0.classes.min() ?? "") < ($1.classes.min() ?? "") }
    return groups.isEmpty ? nil : (output, sorted)
  }

  private func derivation(
    _ formula: Formula, _ name: FigureName, _ indicator: Indicator, _ output: Indicator,
    _ groups: [Group], _ side: Side
  ) throws(ArithmeticError) -> Derivation {
    var parts: [Derivation] = []
    for group in groups {
      parts.append(try sum(of: group, name, output, indicator.unit, side))
      for entry in [group.rate, group.price].compactMap(\.self) {
        parts.append(
          Derivation(.known(Ratio(entry.value)), .percent, .defined(entry.location)))
      }
    }
    guard !parts.isEmpty else {
      return Derivation(.missing(.partMissing), indicator.unit, .formula(formula, []))
    }
    let step = groups.first?.price == nil ? 2 : 3
    return try .all(parts, formula, indicator.unit) { (quantities) throws(ArithmeticError) in
      var sum = ExactFraction.zero
      for start in stride(from: 0, to: quantities.count, by: step) {
        let product =
          ExactFraction(quantities[start].value) * ExactFraction(quantities[start + 1].value)
        let divisor = step == 3 ? quantities[start + 2].value : Ratio(100)
        sum = sum + product / ExactFraction(divisor)
      }
      return try sum.cut
    }
  }

  private func sum(
    of group: Group, _ name: FigureName, _ output: Indicator, _ unit: UnitOfMeasure, _ side: Side
  ) throws(ArithmeticError) -> Derivation {
    let position = definitions.indicators.firstIndex { $0.id == output.id } ?? 0
    let slot = ReturnSlot(indicator: position, basis: name.basis, side: side)
    let source = Derivation.Source.returns(
      ReturnsSum(
        addend: .value(slot), sector: SectorName(name.sector), classes: group.classes,
        period: name.period.lastSurveyPeriod, units: group.cell.known))
    guard group.cell.missing == 0, let factor = UnitOfMeasure(unit.dimension).factor(to: unit)
    else {
      return Derivation(
        .missing(group.cell.known > 0 ? .partMissing : .notReported), unit, source)
    }
    return Derivation(
      .known(try Ratio(group.cell.sum.value).multiplied(by: factor)), unit, source)
  }
}
