// SPDX-License-Identifier: Apache-2.0

/// A column of numbers over all rows, ready for `ColumnMachine`.
struct PreparedColumn {
  var values: [Double]
  /// `nil`: all numbers are exact.
  var errors: [Double]?

  init(values: [Double], errors: [Double]?) {
    self.values = values
    self.errors = errors
  }

  init(_ column: RuleColumn) {
    values = column.values
    errors = column.isRounded.map { isRounded in
      zip(column.values, isRounded).map { value, isRounded in
        isRounded && !value.isNaN ? abs(value) * ColumnMachine.leafError : 0
      }
    }
  }
}

extension ColumnMachine.Columns {
  /// Calls `body` with the columns at their places in memory.
  static func with<Result>(
    _ numbers: [PreparedColumn], _ conditions: [[UInt8]],
    _ body: (ColumnMachine.Columns) -> Result
  ) -> Result {
    with(numbers[...], conditions[...], ColumnMachine.Columns(), body)
  }

  private static func with<Result>(
    _ numbers: ArraySlice<PreparedColumn>, _ conditions: ArraySlice<[UInt8]>,
    _ placed: ColumnMachine.Columns, _ body: (ColumnMachine.Columns) -> Result
  ) -> Result {
    var placed = placed
    if let column = numbers.first {
      return column.values.withUnsafeBufferPointer { values in
        guard let start = values.baseAddress else { return body(placed) }
        guard let errors = column.errors else {
          placed.numbers.append((start, nil))
          return with(numbers.dropFirst(), conditions, placed, body)
        }
        return errors.withUnsafeBufferPointer { errors in
          placed.numbers.append((start, errors.baseAddress))
          return with(numbers.dropFirst(), conditions, placed, body)
        }
      }
    }
    guard let column = conditions.first else { return body(placed) }
    return column.withUnsafeBufferPointer { truths in
      guard let start = truths.baseAddress else { return body(placed) }
      placed.conditions.append(start)
      return with(numbers, conditions.dropFirst(), placed, body)
    }
  }
}
