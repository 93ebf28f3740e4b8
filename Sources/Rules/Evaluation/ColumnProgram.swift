// SPDX-License-Identifier: Apache-2.0
import Statistics

/// An expression as a list of steps over blocks of rows, for `ColumnMachine`.
///
/// Each number is a value with a bound of its error; each condition is the set of what it may be
/// (`Truth`), so that what the bounds leave open is decided exactly afterwards.
struct ColumnProgram {
  enum Number { case register(Int), column(Int), constant(Int) }
  enum Condition { case register(Int), column(Int) }

  enum Unary { case negate, absolute, round(Int) }
  enum Binary { case add, subtract, multiply, divide, least, greatest }

  enum Step {
    case unary(Unary, Number, to: Int)
    case binary(Binary, Number, Number, to: Int)
    case chooseNumber(Condition, Number, Number, to: Int)
    case compare(RuleComparison, Number, Number, to: Int)
    case isMissing(Number, to: Int)
    case isOpen(Condition, to: Int)
    case not(Condition, to: Int)
    case and(Condition, Condition, to: Int)
    case or(Condition, Condition, to: Int)
    case chooseCondition(Condition, Condition, Condition, to: Int)
  }

  private(set) var steps: [Step] = []
  /// Each a value and its error.
  private(set) var constants: [(value: Double, error: Double)] = []
  private(set) var columns: [RuleNumber] = []
  private(set) var conditionColumns: [RuleCondition] = []
  private(set) var numberRegisters = 0
  private(set) var conditionRegisters = 0
  private var freeNumbers: [Int] = []
  private var freeConditions: [Int] = []
  private let period: Period
  /// Whether a column of a number is there already, so that no steps are needed.
  private let isKnown: (RuleNumber) -> Bool

  init(period: Period, isKnown: @escaping (RuleNumber) -> Bool = { _ in false }) {
    self.period = period
    self.isKnown = isKnown
  }

  // MARK: - Registers

  private mutating func numberRegister(freeing operands: [Number]) -> Int {
    for case .register(let register) in operands { freeNumbers.append(register) }
    if let free = freeNumbers.popLast() { return free }
    numberRegisters += 1
    return numberRegisters - 1
  }

  private mutating func conditionRegister(freeing operands: [Condition]) -> Int {
    for case .register(let register) in operands { freeConditions.append(register) }
    if let free = freeConditions.popLast() { return free }
    conditionRegisters += 1
    return conditionRegisters - 1
  }

  private mutating func free(_ operands: [Number]) {
    for case .register(let register) in operands { freeNumbers.append(register) }
  }

  private mutating func free(_ operand: Condition) {
    if case .register(let register) = operand { freeConditions.append(register) }
  }

  // MARK: - Numbers

  mutating func add(_ number: RuleNumber) -> Number {
    if isKnown(number) { return column(number) }
    switch number {
    case .constant(let ratio): return constant(ratio)
    case .month: return constant(Ratio(Int128(period.months.upperBound)))
    case .year: return constant(Ratio(Int128(period.year)))
    case .value, .figure, .median: return column(number)
    case .distance:
      let (millionths, million) = (column(number), constant(Ratio(1_000_000)))
      let register = numberRegister(freeing: [])
      steps.append(.binary(.divide, millionths, million, to: register))
      return .register(register)
    case .negated(let inner): return unary(.negate, inner)
    case .absolute(let inner): return unary(.absolute, inner)
    case .rounded(let inner, let decimals): return unary(.round(decimals), inner)
    case .sum(let left, let right): return binary(.add, left, right)
    case .difference(let left, let right): return binary(.subtract, left, right)
    case .product(let left, let right): return binary(.multiply, left, right)
    case .quotient(let left, let right): return binary(.divide, left, right)
    case .least(let left, let right): return binary(.least, left, right)
    case .greatest(let left, let right): return binary(.greatest, left, right)
    case .choice(let test, let left, let right):
      let condition = add(test)
      let (first, second) = (add(left), add(right))
      free(condition)
      let register = numberRegister(freeing: [first, second])
      steps.append(.chooseNumber(condition, first, second, to: register))
      return .register(register)
    }
  }

  private mutating func constant(_ ratio: Ratio) -> Number {
    let value = Double(ratio.numerator) / Double(ratio.denominator)
    let isExact = ratio.denominator == 1 && ratio.numerator.magnitude <= 1 << 53
    constants.append((value, isExact ? 0 : abs(value) * ColumnMachine.leafError))
    return .constant(constants.count - 1)
  }

  private mutating func column(_ number: RuleNumber) -> Number {
    if let known = columns.firstIndex(of: number) { return .column(known) }
    columns.append(number)
    return .column(columns.count - 1)
  }

  private mutating func unary(_ operation: Unary, _ inner: RuleNumber) -> Number {
    let operand = add(inner)
    let register = numberRegister(freeing: [operand])
    steps.append(.unary(operation, operand, to: register))
    return .register(register)
  }

  private mutating func binary(
    _ operation: Binary, _ left: RuleNumber, _ right: RuleNumber
  ) -> Number {
    let (first, second) = (add(left), add(right))
    let register = numberRegister(freeing: [first, second])
    steps.append(.binary(operation, first, second, to: register))
    return .register(register)
  }

  // MARK: - Conditions

  mutating func add(_ condition: RuleCondition) -> Condition {
    switch condition {
    case .flag, .text, .sameText, .unit, .missingText: return column(condition)
    case .compared(let comparison, let left, let right):
      let (first, second) = (add(left), add(right))
      free([first, second])
      let register = conditionRegister(freeing: [])
      steps.append(.compare(comparison, first, second, to: register))
      return .register(register)
    case .missingNumber(let inner):
      let operand = add(inner)
      free([operand])
      let register = conditionRegister(freeing: [])
      steps.append(.isMissing(operand, to: register))
      return .register(register)
    case .missingCondition(let inner): return step([inner]) { .isOpen($0[0], to: $1) }
    case .not(let inner): return step([inner]) { .not($0[0], to: $1) }
    case .and(let left, let right): return step([left, right]) { .and($0[0], $0[1], to: $1) }
    case .or(let left, let right): return step([left, right]) { .or($0[0], $0[1], to: $1) }
    case .choice(let test, let first, let second):
      return step([test, first, second]) { .chooseCondition($0[0], $0[1], $0[2], to: $1) }
    }
  }

  private mutating func step(
    _ inner: [RuleCondition], _ make: ([Condition], Int) -> Step
  ) -> Condition {
    var operands: [Condition] = []
    for condition in inner { operands.append(add(condition)) }
    let register = conditionRegister(freeing: operands)
    steps.append(make(operands, register))
    return .register(register)
  }

  private mutating func column(_ condition: RuleCondition) -> Condition {
    if let known = conditionColumns.firstIndex(of: condition) { return .column(known) }
    conditionColumns.append(condition)
    return .column(conditionColumns.count - 1)
  }
}

/// What a condition of a row may be, as a set: one bit says which it is, several leave it open.
enum Truth {
  static let isFalse: UInt8 = 1
  static let isTrue: UInt8 = 2
  static let isMissing: UInt8 = 4
  static let anything: UInt8 = 7

  static func of(_ truth: Bool?) -> UInt8 {
    truth.map { $0 ? isTrue : isFalse } ?? isMissing
  }
}
