// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Runs a `ColumnProgram` over rows, some hundred at a time so that they stay in the cache.
///
/// This is the one fast part, and bound to two promises. A number is NaN where it is missing, else
/// its true value lies within its error of it; an error that is infinite or NaN says nothing at all.
/// The errors of sums and products are computed without rounding (Knuth's two-sum, Dekker's
/// product), so whole numbers keep an error of zero and their ties need no exact evaluation.
/// Pointers and not arrays: each step's loop then has no checks and becomes vector instructions.
final class ColumnMachine {
  static let block = 512
  /// How far a stored number or constant may lie from the exact value, relatively.
  static let leafError = 0x1p-50
  /// More than the rounding of the bounds' own arithmetic.
  private static let slack = 1 + 0x1p-48
  /// Below this, products and quotients lose digits that the error formulas count on.
  private static let tiny = 0x1p-900

  typealias Numbers = (values: UnsafePointer<Double>, errors: UnsafePointer<Double>)

  private let program: ColumnProgram
  private let numbers: UnsafeMutablePointer<Double>
  private let conditions: UnsafeMutablePointer<UInt8>
  private let zeros: UnsafeMutablePointer<Double>

  init(_ program: ColumnProgram) {
    self.program = program
    let count = 2 * (program.numberRegisters + program.constants.count) * Self.block
    numbers = .allocate(capacity: max(1, count))
    numbers.initialize(repeating: 0, count: max(1, count))
    let conditionCount = max(1, program.conditionRegisters * Self.block)
    conditions = .allocate(capacity: conditionCount)
    conditions.initialize(repeating: 0, count: conditionCount)
    zeros = .allocate(capacity: Self.block)
    zeros.initialize(repeating: 0, count: Self.block)
    for (index, constant) in program.constants.enumerated() {
      let start = register(program.numberRegisters + index)
      start.update(repeating: constant.value, count: Self.block)
      (start + Self.block).update(repeating: constant.error, count: Self.block)
    }
  }

  deinit {
    numbers.deallocate()
    conditions.deallocate()
    zeros.deallocate()
  }

  /// The columns that a program reads, over all rows.
  struct Columns {
    var numbers: [(values: UnsafePointer<Double>, errors: UnsafePointer<Double>?)] = []
    var conditions: [UnsafePointer<UInt8>] = []
  }

  private func register(_ index: Int) -> UnsafeMutablePointer<Double> {
    numbers + 2 * index * Self.block
  }

  private func numbers(_ operand: ColumnProgram.Number, _ columns: Columns, _ row: Int) -> Numbers {
    switch operand {
    case .register(let index):
      let start = register(index)
      return (UnsafePointer(start), UnsafePointer(start + Self.block))
    case .constant(let index):
      let start = register(program.numberRegisters + index)
      let isExact = program.constants[index].error == 0
      return (UnsafePointer(start), UnsafePointer(isExact ? zeros : start + Self.block))
    case .column(let index):
      let column = columns.numbers[index]
      return (column.values + row, column.errors.map { $0 + row } ?? UnsafePointer(zeros))
    }
  }

  private func conditions(
    _ operand: ColumnProgram.Condition, _ columns: Columns, _ row: Int
  ) -> UnsafePointer<UInt8> {
    switch operand {
    case .register(let index): UnsafePointer(conditions + index * Self.block)
    case .column(let index): columns.conditions[index] + row
    }
  }

  /// Calls `body` with the results of rows `row..<row + count`, block after block.
  func run(
    _ result: ColumnProgram.Condition, over columns: Columns, count: Int,
    _ body: (_ row: Int, _ truths: UnsafeBufferPointer<UInt8>) -> Void
  ) {
    for row in stride(from: 0, to: count, by: Self.block) {
      let size = min(Self.block, count - row)
      step(columns, row, size)
      body(row, UnsafeBufferPointer(start: conditions(result, columns, row), count: size))
    }
  }

  /// The same for a number: values and errors.
  func run(
    _ result: ColumnProgram.Number, over columns: Columns, count: Int,
    _ body: (_ row: Int, _ size: Int, _ numbers: Numbers) -> Void
  ) {
    for row in stride(from: 0, to: count, by: Self.block) {
      let size = min(Self.block, count - row)
      step(columns, row, size)
      body(row, size, numbers(result, columns, row))
    }
  }

  private func step(_ columns: Columns, _ row: Int, _ size: Int) {
    for step in program.steps {
      switch step {
      case .unary(let operation, let operand, let target):
        unary(operation, numbers(operand, columns, row), to: register(target), size)
      case .binary(let operation, let left, let right, let target):
        binary(
          operation, numbers(left, columns, row), numbers(right, columns, row),
          to: register(target), size)
      case .chooseNumber(let test, let left, let right, let target):
        chooseNumber(
          conditions(test, columns, row), numbers(left, columns, row), numbers(right, columns, row),
          to: register(target), size)
      case .compare(let comparison, let left, let right, let target):
        compare(
          comparison, numbers(left, columns, row), numbers(right, columns, row),
          to: conditions + target * Self.block, size)
      case .isMissing(let operand, let target):
        isMissing(numbers(operand, columns, row), to: conditions + target * Self.block, size)
      case .isOpen(let operand, let target):
        isOpen(conditions(operand, columns, row), to: conditions + target * Self.block, size)
      case .not(let operand, let target):
        not(conditions(operand, columns, row), to: conditions + target * Self.block, size)
      case .and(let left, let right, let target):
        and(
          conditions(left, columns, row), conditions(right, columns, row),
          to: conditions + target * Self.block, size)
      case .or(let left, let right, let target):
        or(
          conditions(left, columns, row), conditions(right, columns, row),
          to: conditions + target * Self.block, size)
      case .chooseCondition(let test, let left, let right, let target):
        chooseCondition(
          conditions(test, columns, row), conditions(left, columns, row),
          conditions(right, columns, row), to: conditions + target * Self.block, size)
      }
    }
  }
}

// MARK: - Numbers

extension ColumnMachine {
  /// Half of a number's digits each, so that products of halves are exact (Veltkamp).
  @inline(__always)
  private func halves(_ value: Double) -> (Double, Double) {
    let scaled = 134_217_729 * value
    let high = scaled - (scaled - value)
    return (high, value - high)
  }

  /// What `product` lacks to be exactly `x × y` (Dekker).
  @inline(__always)
  private func productError(_ x: Double, _ y: Double, _ product: Double) -> Double {
    let ((xHigh, xLow), (yHigh, yLow)) = (halves(x), halves(y))
    return xLow * yLow - (((product - xHigh * yHigh) - xLow * yHigh) - xHigh * yLow)
  }

  @inline(__always)
  private func each(
    _ left: Numbers, _ right: Numbers, to target: UnsafeMutablePointer<Double>, _ size: Int,
    _ body: (_ x: Double, _ xError: Double, _ y: Double, _ yError: Double) -> (Double, Double)
  ) {
    let errors = target + Self.block
    for i in 0..<size {
      let (value, error) = body(left.values[i], left.errors[i], right.values[i], right.errors[i])
      target[i] = value
      errors[i] = error
    }
  }

  private func binary(
    _ operation: ColumnProgram.Binary, _ left: Numbers, _ right: Numbers,
    to target: UnsafeMutablePointer<Double>, _ size: Int
  ) {
    switch operation {
    case .add: each(left, right, to: target, size, add)
    case .subtract: each(left, right, to: target, size) { add($0, $1, -$2, $3) }
    case .multiply: each(left, right, to: target, size, multiply)
    case .divide: each(left, right, to: target, size, divide)
    case .least:
      each(left, right, to: target, size) { x, xError, y, yError in
        (x.isNaN || y.isNaN ? .nan : (x < y ? x : y), xError + yError)
      }
    case .greatest:
      each(left, right, to: target, size) { x, xError, y, yError in
        (x.isNaN || y.isNaN ? .nan : (x > y ? x : y), xError + yError)
      }
    }
  }

  @inline(__always)
  private func add(_ x: Double, _ xError: Double, _ y: Double, _ yError: Double) -> (Double, Double)
  {
    let sum = x + y
    let part = sum - x
    let lost = (x - (sum - part)) + (y - part)
    return (sum, (xError + yError + abs(lost)) * Self.slack)
  }

  @inline(__always)
  private func multiply(
    _ x: Double, _ xError: Double, _ y: Double, _ yError: Double
  ) -> (Double, Double) {
    let product = x * y
    let lost = abs(productError(x, y, product))
    let small = abs(product) < Self.tiny && x != 0 && y != 0 ? Self.tiny : 0
    let spread = abs(x) * yError + abs(y) * xError + xError * yError
    return (product, (spread + lost + small) * Self.slack)
  }

  @inline(__always)
  private func divide(
    _ x: Double, _ xError: Double, _ y: Double, _ yError: Double
  ) -> (Double, Double) {
    if x.isNaN || y.isNaN || (y == 0 && yError == 0) { return (.nan, 0) }
    let least = (abs(y) - yError) / Self.slack
    // The divisor may be zero, and the quotient missing: only the exact values can tell.
    guard least > 0 else { return (0, .infinity) }
    let quotient = x / y
    let product = quotient * y
    let rest = (x - product) - productError(quotient, y, product)
    let small = abs(quotient) < Self.tiny && x != 0 ? Self.tiny : 0
    let spread = (xError + abs(quotient) * yError + abs(rest)) / least
    return (quotient, (spread + small) * Self.slack)
  }

  private func unary(
    _ operation: ColumnProgram.Unary, _ operand: Numbers,
    to target: UnsafeMutablePointer<Double>, _ size: Int
  ) {
    switch operation {
    case .negate: each(operand, operand, to: target, size) { x, error, _, _ in (-x, error) }
    case .absolute: each(operand, operand, to: target, size) { x, error, _, _ in (abs(x), error) }
    case .round(let decimals):
      let power = Double(Int128.powerOfTen(abs(decimals)))
      each(operand, operand, to: target, size) { x, error, _, _ in
        round(x, error, decimals, power)
      }
    }
  }

  /// Half up on the magnitude; where the error reaches a half, only the exact value can tell.
  @inline(__always)
  private func round(
    _ x: Double, _ error: Double, _ decimals: Int, _ power: Double
  ) -> (Double, Double) {
    if x.isNaN { return (x, 0) }
    let shifted = abs(decimals < 0 ? x / power : x * power)
    let spread =
      (decimals < 0 ? error / power : error * power)
      + (decimals == 0 ? 0 : shifted * Self.leafError)
    guard shifted + spread < 0x1p51 else { return (0, .infinity) }
    // The nearest whole number, by what an addition leaves of the digits; then not above.
    let nearest = (shifted + 0x1p52) - 0x1p52
    let below = nearest > shifted ? nearest - 1 : nearest
    let rest = shifted - below
    guard spread == 0 || abs(rest - 0.5) > 2 * spread else { return (0, .infinity) }
    let whole = rest < 0.5 ? below : below + 1
    let magnitude = decimals < 0 ? whole * power : whole / power
    let isExact = decimals <= 0 && magnitude <= 0x1p53
    return (x < 0 ? -magnitude : magnitude, isExact ? 0 : magnitude * Self.leafError)
  }

  private func chooseNumber(
    _ test: UnsafePointer<UInt8>, _ left: Numbers, _ right: Numbers,
    to target: UnsafeMutablePointer<Double>, _ size: Int
  ) {
    let errors = target + Self.block
    for i in 0..<size {
      let (first, firstError) = (left.values[i], left.errors[i])
      let (second, secondError) = (right.values[i], right.errors[i])
      switch test[i] {
      case Truth.isTrue: (target[i], errors[i]) = (first, firstError)
      case Truth.isFalse: (target[i], errors[i]) = (second, secondError)
      case Truth.isMissing: (target[i], errors[i]) = (.nan, 0)
      default: (target[i], errors[i]) = (0, .infinity)
      }
    }
  }
}

// MARK: - Conditions

extension ColumnMachine {
  private func compare(
    _ comparison: RuleComparison, _ left: Numbers, _ right: Numbers,
    to target: UnsafeMutablePointer<UInt8>, _ size: Int
  ) {
    let less = Truth.of(comparison.acceptsLess)
    let equal = Truth.of(comparison.acceptsEqual)
    let greater = Truth.of(comparison.acceptsGreater)
    if left.errors == zeros, right.errors == zeros {
      // Columns and constants without any error, as most are.
      for i in 0..<size {
        let (x, y) = (left.values[i], right.values[i])
        let known = x > y ? greater : (x < y ? less : equal)
        target[i] = x.isNaN || y.isNaN ? Truth.isMissing : known
      }
      return
    }
    for i in 0..<size {
      let (x, y) = (left.values[i], right.values[i])
      let difference = x - y
      let error = (left.errors[i] + right.errors[i]) * Self.slack
      let known =
        difference > error
        ? greater : (-difference > error ? less : (error == 0 ? equal : Truth.anything))
      target[i] = x.isNaN || y.isNaN ? Truth.isMissing : known
    }
  }

  private func isMissing(_ operand: Numbers, to target: UnsafeMutablePointer<UInt8>, _ size: Int) {
    for i in 0..<size {
      let known = operand.errors[i].isFinite ? Truth.isFalse : Truth.isFalse | Truth.isTrue
      target[i] = operand.values[i].isNaN ? Truth.isTrue : known
    }
  }

  private func isOpen(
    _ operand: UnsafePointer<UInt8>, to target: UnsafeMutablePointer<UInt8>, _ size: Int
  ) {
    for i in 0..<size {
      let truth = operand[i]
      let mayBeTrue: UInt8 = truth & Truth.isMissing == 0 ? 0 : Truth.isTrue
      let mayBeFalse: UInt8 = truth & (Truth.isTrue | Truth.isFalse) == 0 ? 0 : Truth.isFalse
      target[i] = mayBeTrue | mayBeFalse
    }
  }

  private func not(
    _ operand: UnsafePointer<UInt8>, to target: UnsafeMutablePointer<UInt8>, _ size: Int
  ) {
    for i in 0..<size {
      let truth = operand[i]
      target[i] = (truth & 1) << 1 | (truth & 2) >> 1 | truth & 4
    }
  }

  /// Eight conditions at once: no bit of a condition is moved out of its byte.
  @inline(__always)
  private func each(
    _ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>,
    to target: UnsafeMutablePointer<UInt8>, _ size: Int,
    _ body: (_ a: UInt64, _ b: UInt64) -> UInt64
  ) {
    let (first, second) = (UnsafeRawPointer(left), UnsafeRawPointer(right))
    let words = size & ~7
    for i in stride(from: 0, to: words, by: 8) {
      let (a, b) = (
        first.loadUnaligned(fromByteOffset: i, as: UInt64.self),
        second.loadUnaligned(fromByteOffset: i, as: UInt64.self)
      )
      UnsafeMutableRawPointer(target).storeBytes(of: body(a, b), toByteOffset: i, as: UInt64.self)
    }
    for i in words..<size {
      target[i] = UInt8(truncatingIfNeeded: body(UInt64(left[i]), UInt64(right[i])))
    }
  }

  private func and(
    _ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>,
    to target: UnsafeMutablePointer<UInt8>, _ size: Int
  ) {
    each(left, right, to: target, size) { a, b in
      // Missing beside missing or true stays missing; true is bit 2, moved onto missing's bit 4.
      let missing = (a & (b | b << 1) | b & (a | a << 1)) & (4 * Self.everyByte)
      return (a | b) & Self.everyByte | a & b & (2 * Self.everyByte) | missing
    }
  }

  private func or(
    _ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>,
    to target: UnsafeMutablePointer<UInt8>, _ size: Int
  ) {
    each(left, right, to: target, size) { a, b in
      let missing = (a & (b | b << 2) | b & (a | a << 2)) & (4 * Self.everyByte)
      return (a | b) & (2 * Self.everyByte) | a & b & Self.everyByte | missing
    }
  }

  /// A 1 in each of eight bytes.
  private static let everyByte: UInt64 = 0x0101_0101_0101_0101

  private func chooseCondition(
    _ test: UnsafePointer<UInt8>, _ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>,
    to target: UnsafeMutablePointer<UInt8>, _ size: Int
  ) {
    for i in 0..<size {
      let truth = test[i]
      let first: UInt8 = truth & Truth.isTrue == 0 ? 0 : left[i]
      let second: UInt8 = truth & Truth.isFalse == 0 ? 0 : right[i]
      target[i] = first | second | truth & 4
    }
  }
}
