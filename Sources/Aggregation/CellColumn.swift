// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The sums of one slot by stratum, or by any other group, in flat arrays: a period has thousands of
/// strata.
package struct CellColumn: Sendable {
  /// What a count counts: `10^power` base units.
  private let power: Int
  private var counts: [Int128]
  private var known: [Int32]
  private var missing: [Int32]
  /// What is no whole number of `10^power`, or did not fit beside the count.
  private var others: [Int: ExactSum]

  init(power: Int, count: Int) {
    self.power = power
    counts = Array(repeating: 0, count: count)
    known = Array(repeating: 0, count: count)
    missing = known
    others = [:]
  }

  /// - Parameters:
  ///   - counts: each a whole number of `10^power` base units.
  ///   - known: of how many units.
  ///   - missing: units that gave no value.
  ///   - others: what is to be added, by the place of its stratum.
  /// - Precondition: all have a place for each stratum.
  package init(
    power: Int, counts: [Int128], known: [Int32], missing: [Int32],
    others: [(place: Int, value: ExactDecimal)]
  ) {
    precondition(
      counts.count == known.count && counts.count == missing.count
        && others.allSatisfy { counts.indices.contains($0.place) }, "a place for each stratum")
    self.power = power
    self.counts = counts
    self.known = known
    self.missing = missing
    self.others = [:]
    for other in others { self.others[other.place, default: ExactSum()].add(other.value) }
  }

  var count: Int { counts.count }

  /// A column of as fine counts, with nothing in it.
  func empty(count: Int) -> CellColumn { CellColumn(power: power, count: count) }

  mutating func appendEmpty() {
    counts.append(0)
    known.append(0)
    missing.append(0)
  }

  // MARK: - Adding

  mutating func add(_ value: ObservedValue, to place: Int) {
    switch value {
    case .missing: missing[place] += 1
    case .known(let value):
      known[place] += 1
      if value.scale == -power {
        add(value.coefficient, to: place)
      } else {
        others[place, default: ExactSum()].add(value)
      }
    }
  }

  /// Adds what a place of another column holds.
  mutating func add(_ other: CellColumn, at source: Int, to place: Int) {
    known[place] += other.known[source]
    missing[place] += other.missing[source]
    if other.power == power {
      add(other.counts[source], to: place)
    } else if other.counts[source] != 0 {
      others[place, default: ExactSum()].add(
        coefficient: other.counts[source], power: other.power)
    }
    if let sum = other.others[source] { others[place, default: ExactSum()].merge(sum) }
  }

  @inline(__always)
  private mutating func add(_ count: Int128, to place: Int) {
    let (sum, overflow) = counts[place].addingReportingOverflow(count)
    if overflow {
      others[place, default: ExactSum()].add(coefficient: count, power: power)
    } else {
      counts[place] = sum
    }
  }

  /// Adds up places by group.
  ///
  /// - Parameters:
  ///   - groups: by place, smaller than `count`.
  ///   - count: how many groups there are.
  func sums(_ groups: [Int32], count: Int) -> CellColumn {
    precondition(
      groups.count == self.count && groups.allSatisfy { $0 >= 0 && $0 < count },
      "a group for each place")
    var sums = CellColumn(power: power, count: count)
    sums.add(counts, groups)
    Self.add(known, to: &sums.known, groups)
    Self.add(missing, to: &sums.missing, groups)
    for (place, sum) in others { sums.others[Int(groups[place]), default: ExactSum()].merge(sum) }
    return sums
  }

  /// With pointers, as there are millions: places without checks.
  private mutating func add(_ added: [Int128], _ groups: [Int32]) {
    var spilled: [(group: Int, count: Int128)] = []
    counts.withUnsafeMutableBufferPointer { counts in
      for (count, group) in zip(added, groups) {
        let (sum, overflow) = counts[Int(group)].addingReportingOverflow(count)
        if overflow { spilled.append((Int(group), count)) } else { counts[Int(group)] = sum }
      }
    }
    for (group, count) in spilled {
      others[group, default: ExactSum()].add(coefficient: count, power: power)
    }
  }

  private static func add(_ added: [Int32], to sums: inout [Int32], _ groups: [Int32]) {
    sums.withUnsafeMutableBufferPointer { sums in
      for (number, group) in zip(added, groups) { sums[Int(group)] += number }
    }
  }

  /// The same column with nothing in places that are not counted.
  func only(_ isCounted: (Int) -> Bool) -> CellColumn {
    var column = CellColumn(power: power, count: count)
    for place in counts.indices where isCounted(place) { column.add(self, at: place, to: place) }
    return column
  }

  // MARK: - Reading

  subscript(place: Int) -> Cube.Cell {
    var sum = ExactSum()
    if counts[place] != 0 { sum.add(coefficient: counts[place], power: power) }
    if let other = others[place] { sum.merge(other) }
    return Cube.Cell(sum: sum, known: Int(known[place]), missing: Int(missing[place]))
  }
}
