// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The sums of one slot over a survey period's units, by stratum.
package struct ColumnSums: Sendable {
  /// The power of ten of base units that a count counts.
  package let exponent: Int
  /// Of the values that are whole numbers of `10^exponent` base units and fit beside each other.
  package internal(set) var counts: [Int64]
  /// Units with a value.
  package internal(set) var known: [Int32]
  /// Units whose form has the value and that gave none.
  package internal(set) var missing: [Int32]
  /// The values that are not in `counts`, each with its stratum.
  package internal(set) var others: [(place: Int, value: ExactDecimal)] = []

  init(exponent: Int, count: Int) {
    self.exponent = exponent
    counts = Array(repeating: 0, count: count)
    known = Array(repeating: 0, count: count)
    missing = known
  }

  /// Of units that are counted; none of them is missing.
  init(ofUnits units: [Int32]) {
    exponent = 0
    counts = units.map { Int64($0) }
    known = units
    missing = Array(repeating: 0, count: units.count)
  }

  /// - Returns: `false` where the count does not fit beside the others, and nothing was added.
  mutating func add(_ count: Int64, to place: Int) -> Bool {
    let (sum, overflow) = counts[place].addingReportingOverflow(count)
    if overflow { return false }
    counts[place] = sum
    known[place] += 1
    return true
  }

  mutating func add(_ value: ExactDecimal, to place: Int) {
    others.append((place, value))
    known[place] += 1
  }

  /// Takes the last group out.
  mutating func removeLast() {
    counts.removeLast()
    known.removeLast()
    missing.removeLast()
    others.removeAll { $0.place == counts.count }
  }

  /// Whether no unit has a value or lacks one.
  var isEmpty: Bool { known.allSatisfy { $0 == 0 } && missing.allSatisfy { $0 == 0 } }
}
