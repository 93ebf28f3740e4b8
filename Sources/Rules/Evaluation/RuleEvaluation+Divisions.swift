// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The functions that look at a unit's whole division.
extension RuleEvaluation {
  func medians(_ inner: RuleNumber) -> PreparedColumn {
    let column = computed(inner)
    var values = [Double](repeating: .nan, count: table.count)
    var errors = [Double](repeating: 0, count: table.count)
    for rows in divisions.rows {
      let known = rows.filter { !column.values[Int($0)].isNaN }
      var order = OrderStatistics(known.map { column.values[Int($0)] })
      guard known.count >= Divisions.fewest, let (lower, upper) = order.neighbours(1, of: 2)
      else { continue }
      let median = lower + (upper - lower) * 0.5
      // The median moves no farther than the number that moves the farthest.
      let spread = known.reduce(0) { max($0, column.errors?[Int($1)] ?? 0) }
      let rounding =
        known.count % 2 == 1 ? 0 : (abs(lower) + abs(upper)) * ColumnMachine.leafError
      let error = spread + rounding
      for row in rows {
        values[Int(row)] = median
        errors[Int(row)] = error
      }
    }
    return PreparedColumn(values: values, errors: errors)
  }

  /// In millionths, so that they are whole numbers; the program divides them.
  func distances(_ current: RuleNumber, _ earlier: RuleNumber) -> PreparedColumn {
    let (first, second) = (computed(current), computed(earlier))
    var values = [Double](repeating: .nan, count: table.count)
    for rows in divisions.rows {
      let distances = HidiroglouBerthelot.millionths(
        current: rows.map { first.values[Int($0)] }, earlier: rows.map { second.values[Int($0)] })
      for (row, distance) in zip(rows, distances) { values[Int(row)] = distance }
    }
    return PreparedColumn(values: values, errors: nil)
  }

  func distance(_ current: RuleNumber, _ earlier: RuleNumber, row: Int) -> Ratio? {
    HidiroglouBerthelot.ratio(millionths: column(.distance(current, earlier)).values[row])
  }

  func median(_ inner: RuleNumber, row: Int) throws(ArithmeticError) -> Ratio? {
    let division = divisions.ofRow[row]
    guard division >= 0 else { return nil }
    if let known = exactMedians[inner]?[division] { return try known.get() }
    let result = exactMedian(inner, rows: divisions.rows[Int(division)])
    exactMedians[inner, default: [:]][division] = result
    return try result.get()
  }

  private func exactMedian(
    _ inner: RuleNumber, rows: [Int32]
  ) -> Result<Ratio?, ArithmeticError> {
    do {
      var numbers: [Ratio] = []
      for row in rows {
        let evaluation = ExactEvaluation(values: RowValues(evaluation: self, row: Int(row)))
        if let number = try evaluation.number(inner) { numbers.append(number) }
      }
      guard numbers.count >= Divisions.fewest else { return .success(nil) }
      numbers.sort()
      let middle = numbers.count / 2
      if numbers.count % 2 == 1 { return .success(numbers[middle]) }
      let sum = try numbers[middle - 1].adding(numbers[middle])
      return .success(try sum.divided(by: Ratio(2)))
    } catch {
      return .failure(error)
    }
  }
}
