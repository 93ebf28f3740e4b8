// SPDX-License-Identifier: Apache-2.0
import Rules
import Statistics

/// One survey period's returns as the edit rules see them, with earlier periods and the register.
struct ReturnsRuleTable: RuleTable {
  let period: Period
  private let store: ReturnStore
  private let returns: PeriodReturns
  private let classes: ClassNumbers
  private let register: Register?
  /// The rows of `returns` that count.
  private let rows: [Int]

  init(
    _ returns: PeriodReturns, in store: ReturnStore, classes: ClassNumbers, register: Register?
  ) {
    period = returns.period
    self.store = store
    self.returns = returns
    self.classes = classes
    self.register = register
    rows = (0..<returns.count).filter { !returns.removed.contains($0) }
  }

  var count: Int { rows.count }

  func unit(_ row: Int) -> UnitCode { returns.unit(rows[row]) }

  /// The place of a row's value, or of the row.
  func location(_ row: Int, _ slot: ReturnSlot?) -> Location {
    returns.location(rows[row], slot: slot?.index)
  }

  func column(_ variable: RuleVariable) -> RuleColumn {
    guard let source = source(variable) else {
      return RuleColumn(values: [Double](repeating: .nan, count: count))
    }
    let (all, isExact) = source.ruleColumn(slot: variable.slot.index)
    if variable.lag == 0, rows.count == all.count {
      return RuleColumn(values: all, isRounded: isExact ? nil : all.map { !$0.isNaN })
    }
    let values = rows.map { row in
      place(of: row, in: source, variable).map { all[$0] } ?? .nan
    }
    return RuleColumn(values: values, isRounded: isExact ? nil : values.map { !$0.isNaN })
  }

  func exact(_ variable: RuleVariable, row: Int) -> ExactDecimal? {
    guard let source = source(variable), let place = place(of: rows[row], in: source, variable),
      case .known(let value)? = source.value(place, slot: variable.slot.index)
    else { return nil }
    return value
  }

  private func source(_ variable: RuleVariable) -> PeriodReturns? {
    variable.lag == 0 ? returns : store.returns(of: variable.period(seenFrom: period))
  }

  /// The row of the same unit in the variable's period.
  private func place(
    of row: Int, in source: PeriodReturns, _ variable: RuleVariable
  ) -> Int? {
    variable.lag == 0 ? row : source.row(ofNumber: returns.unitOfRow[row])
  }

  func texts(_ field: RuleTextField) -> RuleTexts {
    switch field {
    case .industry:
      RuleTexts(
        values: classes.classes, codes: rows.map { Int32(returns.industryOfRow[$0]) })
    case .registerName: RuleTexts(rows.map { registered($0)?.name })
    case .registerCommunity: RuleTexts(rows.map { registered($0)?.community })
    case .registerIndustry: RuleTexts(rows.map { registered($0)?.industry })
    }
  }

  func flags(_ name: String) -> [Bool?] {
    guard let register, let position = register.flagNames.firstIndex(of: name) else {
      return Array(repeating: nil, count: count)
    }
    let flag = RegisterFlags(position: position)
    return rows.map { row in
      let number = returns.unitOfRow[row]
      guard Int(number) < register.units.count else { return nil }
      return register.flags(number, in: period).contains(flag)
    }
  }

  private func registered(_ row: Int) -> Register.Unit? {
    let number = Int(returns.unitOfRow[row])
    guard let units = register?.units, number < units.count else { return nil }
    return units.unit(at: number)
  }
}
