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
  private let rows: [Int32]

  init(
    _ returns: PeriodReturns, in store: ReturnStore, classes: ClassNumbers, register: Register?
  ) {
    period = returns.period
    self.store = store
    self.returns = returns
    self.classes = classes
    self.register = register
    rows = returns.countedRows
  }

  var count: Int { rows.count }

  func unit(_ row: Int) -> UnitCode { returns.unit(Int(rows[row])) }

  /// The place of a row's value, or of the row.
  func location(_ row: Int, _ slot: ReturnSlot?) -> Location {
    returns.location(Int(rows[row]), slot: slot?.index)
  }

  func column(_ variable: RuleVariable) -> RuleColumn {
    guard let source = source(variable) else {
      return RuleColumn(values: [Double](repeating: .nan, count: count))
    }
    let places: [Int32]
    if variable.lag == 0 {
      places = rows
    } else {
      let units = returns.unitOfRow
      places = source.rows(ofNumbers: rows.map { units[Int($0)] })
    }
    let (values, isExact) = source.ruleColumn(slot: variable.slot.index, rows: places)
    return RuleColumn(values: values, isRounded: isExact ? nil : values.map { !$0.isNaN })
  }

  func exact(_ variable: RuleVariable, row: Int) -> ExactDecimal? {
    guard let source = source(variable),
      let place = place(of: Int(rows[row]), in: source, variable),
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
        values: classes.classes, codes: industries)
    case .registerName: RuleTexts(rows.map { registered($0)?.name })
    case .registerCommunity: RuleTexts(rows.map { registered($0)?.community })
    case .registerIndustry: RuleTexts(rows.map { registered($0)?.industry })
    }
  }

  /// By row, see `ClassNumbers`.
  private var industries: [Int32] {
    let industries = returns.industryOfRow
    return rows.map { Int32(industries[Int($0)]) }
  }

  func flags(_ name: String) -> [Bool?] {
    guard let register, let position = register.flagNames.firstIndex(of: name) else {
      return Array(repeating: nil, count: count)
    }
    let flag = RegisterFlags(position: position)
    return rows.map { row in
      let number = returns.unitOfRow[Int(row)]
      guard Int(number) < register.units.count else { return nil }
      return register.flags(number, in: period).contains(flag)
    }
  }

  private func registered(_ row: Int32) -> Register.Unit? {
    let number = Int(returns.unitOfRow[Int(row)])
    guard let units = register?.units, number < units.count else { return nil }
    return units.unit(at: number)
  }
}
