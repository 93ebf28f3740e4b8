// SPDX-License-Identifier: Apache-2.0

/// The middle of a division's numbers, as far as binary numbers tell it.
struct Middle {
  /// The rows that have a number.
  private var known: [Int32] = []
  private var numbers: [Double] = []
  /// The numbers in the middle; twice the same where they are an odd number.
  private let lower: Double
  private let upper: Double
  /// No number lies farther from its exact value.
  private var error = 0.0

  /// - Returns: `nil` where too few rows have a number.
  init?(of column: PreparedColumn, _ rows: [Int32]) {
    known.reserveCapacity(rows.count)
    numbers.reserveCapacity(rows.count)
    for row in rows {
      let number = column.values[Int(row)]
      guard !number.isNaN else { continue }
      known.append(row)
      numbers.append(number)
    }
    if let errors = column.errors {
      for row in known { error = max(error, errors[Int(row)]) }
    }
    var order = OrderStatistics(numbers)
    guard known.count >= Divisions.fewest, let (lower, upper) = order.neighbours(1, of: 2) else {
      return nil
    }
    (self.lower, self.upper) = (lower, upper)
  }

  var median: Double { lower + (upper - lower) * 0.5 }

  /// The median moves no farther than the number that moves the farthest.
  var medianError: Double {
    known.count % 2 == 1 ? error : error + (abs(lower) + abs(upper)) * ColumnMachine.leafError
  }

  // MARK: - What only exact values tell

  // The exact numbers in the middle lie within the error of the binary ones. So a number that is off
  // by more than twice the error is certainly below or above them; three times, for the rounding here.
  private var least: Double { (lower - 3 * error).nextDown }
  private var most: Double { (upper + 3 * error).nextUp }

  /// The rows whose exact number may be in the middle.
  var candidates: [Int32] {
    let (least, most) = (least, most)
    return zip(known, numbers).filter { $1 >= least && $1 <= most }.map(\.0)
  }

  /// Where the exact numbers in the middle stand among those of the candidates, in order.
  var placesAmongCandidates: (lower: Int, upper: Int) {
    let least = least
    let below = numbers.count { $0 < least }
    return ((numbers.count - 1) / 2 - below, numbers.count / 2 - below)
  }
}
