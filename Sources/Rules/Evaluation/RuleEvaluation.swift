// SPDX-License-Identifier: Apache-2.0
import Statistics

/// What a rule says of one period's units.
package struct RuleOutcome: Hashable, Sendable {
  package let passed: Int
  package let notEvaluable: Int
  /// In ascending order.
  package let failedRows: [Int]
}

/// Evaluates rules over one period's returns.
///
/// Whole columns at a time in binary numbers with a bound of their error; rows that the bounds leave
/// open are decided exactly. A row whose exact evaluation outgrows 128 bits is not evaluable.
/// Columns are kept between rules: use one evaluation for all rules of a period.
package final class RuleEvaluation {
  let table: any RuleTable
  private var columns: [RuleNumber: PreparedColumn] = [:]
  /// Numbers with a row in which the exact one outgrows 128 bits: there they are not missing.
  private var outgrown: Set<RuleNumber> = []
  private var conditionColumns: [RuleCondition: [UInt8]] = [:]
  var exactMedians: [RuleNumber: [Int32: Result<Ratio?, ArithmeticError>]] = [:]
  private var textColumns: [RuleTextField: RuleTexts] = [:]
  private var flagColumns: [String: [Bool?]] = [:]
  private(set) lazy var divisions = Divisions(texts(.industry))

  package init(over table: some RuleTable) { self.table = table }

  /// - Parameter rule: over units.
  package func outcome(of rule: Rule) -> RuleOutcome {
    prepareColumns(of: rule)
    var program = ColumnProgram(period: table.period, isKnown: isKnown)
    let result = program.add(rule.expression.condition)
    let numbers = program.columns.map(column)
    let conditions = program.conditionColumns.map(conditionColumn)
    let machine = ColumnMachine(program)
    var tally = TruthTally()
    ColumnMachine.Columns.with(numbers, conditions) { columns in
      machine.run(result, over: columns, count: table.count) { row, truths in
        tally.add(truths, from: row)
      }
    }
    var failed = tally.failed
    for row in tally.open {
      switch exactResult(of: rule, row: row) {
      case .passed: tally.passed += 1
      case .failed: failed.append(row)
      case .notEvaluable: tally.missing += 1
      }
    }
    if !tally.open.isEmpty { failed.sort() }
    return RuleOutcome(
      passed: tally.passed, notEvaluable: tally.missing, failedRows: failed)
  }

  /// What the rule says of one row, without binary numbers.
  package func exactResult(of rule: Rule, row: Int) -> RuleResult {
    let evaluation = ExactEvaluation(values: RowValues(evaluation: self, row: row))
    do {
      return RuleResult(try evaluation.condition(rule.expression.condition))
    } catch {
      return .notEvaluable
    }
  }

  /// The values that the rule uses in a row, each once, in the order of its expression.
  package func values(of rule: Rule, row: Int) -> [RuleValue] {
    let evaluation = ExactEvaluation(values: RowValues(evaluation: self, row: row))
    return rule.expression.operands.map { operand in
      let value = try? evaluation.number(operand.number)
      return RuleValue(operand, value: value ?? nil)
    }
  }

  // MARK: - Columns

  /// What a median is of mostly stands beside it as well: with its column known, the program that
  /// decides the rule need not compute it again.
  private func prepareColumns(of rule: Rule) {
    var program = ColumnProgram(period: table.period, isKnown: isKnown)
    _ = program.add(rule.expression.condition)
    for number in program.columns { _ = column(number) }
  }

  private func isKnown(_ number: RuleNumber) -> Bool {
    // A column of distances is in millionths.
    if case .distance = number { return false }
    return columns[number] != nil && !outgrown.contains(number)
  }

  func texts(_ field: RuleTextField) -> RuleTexts {
    if let known = textColumns[field] { return known }
    let texts = table.texts(field)
    textColumns[field] = texts
    return texts
  }

  func flags(_ name: String) -> [Bool?] {
    if let known = flagColumns[name] { return known }
    let flags = table.flags(name)
    flagColumns[name] = flags
    return flags
  }

  func column(_ number: RuleNumber) -> PreparedColumn {
    if let known = columns[number] { return known }
    let column: PreparedColumn
    switch number {
    case .value(let variable): column = PreparedColumn(table.column(variable))
    case .median(let inner): column = medians(inner)
    case .distance(let current, let earlier): column = distances(current, earlier)
    default: column = computed(number)
    }
    precondition(column.values.count == table.count, "a column has a value for every row")
    columns[number] = column
    return column
  }

  /// The number of every row; what the bounds leave open is replaced by the exact value.
  func computed(_ number: RuleNumber) -> PreparedColumn {
    if case .value = number { return column(number) }
    var program = ColumnProgram(period: table.period)
    let result = program.add(number)
    let machine = ColumnMachine(program)
    let count = table.count
    var values = [Double](repeating: .nan, count: count)
    var errors = [Double](repeating: 0, count: count)
    let inputs = program.columns.map(column)
    let conditions = program.conditionColumns.map(conditionColumn)
    ColumnMachine.Columns.with(inputs, conditions) { columns in
      machine.run(result, over: columns, count: count) { row, size, numbers in
        for index in 0..<size {
          values[row + index] = numbers.values[index]
          errors[row + index] = numbers.errors[index]
        }
      }
    }
    var column = PreparedColumn(values: values, errors: errors)
    for row in 0..<count where !column.isKnown(row) {
      let exact = exactNumber(number, row: row)
      column.values[row] = exact?.asDouble ?? .nan
      column.errors?[row] = exact.map { abs($0.asDouble) * ColumnMachine.leafError } ?? 0
    }
    return column
  }

  private func exactNumber(_ number: RuleNumber, row: Int) -> Ratio? {
    let evaluation = ExactEvaluation(values: RowValues(evaluation: self, row: row))
    do {
      return try evaluation.number(number)
    } catch {
      outgrown.insert(number)
      return nil
    }
  }

  private func conditionColumn(_ condition: RuleCondition) -> [UInt8] {
    if let known = conditionColumns[condition] { return known }
    let truths: [UInt8]
    switch condition {
    case .flag(let name): truths = flags(name).map(Truth.of)
    case .text(let field, let test): truths = self.truths(of: texts(field), test.accepts)
    case .missingText(let field):
      truths = texts(field).codes.map { Truth.of($0 < 0) }
    case .sameText(let field, let other): truths = sameTexts(texts(field), texts(other))
    case .unit(let codes):
      truths = (0..<table.count).map { Truth.of(codes.contains(table.unit($0))) }
    default: truths = [UInt8](repeating: Truth.anything, count: table.count)
    }
    precondition(truths.count == table.count, "a column has a text or flag for every row")
    conditionColumns[condition] = truths
    return truths
  }

  private func truths(of texts: RuleTexts, _ accepts: (String) -> Bool) -> [UInt8] {
    let ofText = texts.values.map { Truth.of(accepts($0)) }
    return texts.codes.map { $0 < 0 ? Truth.isMissing : ofText[Int($0)] }
  }

  private func sameTexts(_ left: RuleTexts, _ right: RuleTexts) -> [UInt8] {
    let positions = Dictionary(
      zip(right.values, right.values.indices.map { Int32($0) }), uniquingKeysWith: { $1 })
    let inRight = left.values.map { positions[$0] ?? -2 }
    return zip(left.codes, right.codes).map { code, other in
      code < 0 || other < 0 ? Truth.isMissing : Truth.of(inRight[Int(code)] == other)
    }
  }
}

extension Ratio {
  /// Within 2⁻⁵⁰ of it, relatively.
  fileprivate var asDouble: Double { Double(numerator) / Double(denominator) }
}
