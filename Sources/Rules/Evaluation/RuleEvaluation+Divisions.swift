// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The functions that look at a unit's whole division.
extension RuleEvaluation {
  func medians(_ inner: RuleNumber) -> PreparedColumn {
    let column = column(inner)
    var values = [Double](repeating: .nan, count: table.count)
    var errors = [Double](repeating: 0, count: table.count)
    for rows in divisions.rows {
      guard let middle = Middle(of: column, rows) else { continue }
      let (median, error) = (middle.median, middle.medianError)
      for row in rows {
        values[Int(row)] = median
        errors[Int(row)] = error
      }
    }
    return PreparedColumn(values: values, errors: errors)
  }

  /// In millionths, so that they are whole numbers; the program divides them.
  func distances(_ current: RuleNumber, _ earlier: RuleNumber) -> PreparedColumn {
    let (first, second) = (column(current), column(earlier))
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

  /// Only numbers that the binary ones cannot tell from the median are evaluated exactly.
  private func exactMedian(
    _ inner: RuleNumber, rows: [Int32]
  ) -> Result<Ratio?, ArithmeticError> {
    guard let middle = Middle(of: column(inner), rows) else { return .success(nil) }
    do {
      var numbers: [Ratio] = []
      for row in middle.candidates {
        let evaluation = ExactEvaluation(values: RowValues(evaluation: self, row: Int(row)))
        if let number = try evaluation.number(inner) { numbers.append(number) }
      }
      numbers.sort()
      let places = middle.placesAmongCandidates
      guard places.lower >= 0, places.upper < numbers.count else { return .success(nil) }
      let (lower, upper) = (numbers[places.lower], numbers[places.upper])
      return .success(lower == upper ? lower : try lower.adding(upper).divided(by: Ratio(2)))
    } catch {
      return .failure(error)
    }
  }
}
