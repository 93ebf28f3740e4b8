// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The sums of one slot by stratum, or by any other group, in flat arrays: a period has thousands of
/// strata.
package struct CellColumn: Sendable {
  /// What a count counts: `10^power` base units.
  private let power: Int
  private var counts: [Int64]
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
    power: Int, counts: [Int64], known: [Int32], missing: [Int32],
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
      if value.scale == -power, let count = Int64(exactly: value.coefficient) {
        add(count, to: place)
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
        coefficient: Int128(other.counts[source]), power: other.power)
    }
    if let sum = other.others[source] { others[place, default: ExactSum()].merge(sum) }
  }

  private mutating func add(_ count: Int64, to place: Int) {
    let (sum, overflow) = counts[place].addingReportingOverflow(count)
    if overflow {
      others[place, default: ExactSum()].add(coefficient: Int128(count), power: power)
    } else {
      counts[place] = sum
    }
  }

  // MARK: - Adding up

  /// Adds up places by group.
  ///
  /// - Precondition: a group for each place.
  func sums(_ groups: CellGroups) -> CellColumn {
    precondition(groups.ofPlace.count == count, "a group for each place")
    var sums = CellColumn(power: power, count: groups.count)
    // Most columns have no place that lacks a value, or none that holds one.
    if missing.containsAny { Self.add(missing, to: &sums.missing, groups) }
    if known.containsAny {
      Self.add(known, to: &sums.known, groups)
      sums.add(counts, groups)
    }
    for (place, sum) in others {
      sums.others[Int(groups.ofPlace[place]), default: ExactSum()].merge(sum)
    }
    return sums
  }

  /// With pointers, as there are millions: `CellGroups` has no group beyond `count`.
  private mutating func add(_ added: [Int64], _ groups: CellGroups) {
    var spilled: [(group: Int, count: Int64)] = []
    added.withUnsafeBufferPointer { added in
      groups.ofPlace.withUnsafeBufferPointer { groups in
        counts.withUnsafeMutableBufferPointer { counts in
          for place in added.indices {
            let (group, count) = (Int(groups[place]), added[place])
            let (sum, overflow) = counts[group].addingReportingOverflow(count)
            if overflow { spilled.append((group, count)) } else { counts[group] = sum }
          }
        }
      }
    }
    for (group, count) in spilled {
      others[group, default: ExactSum()].add(coefficient: Int128(count), power: power)
    }
  }

  private static func add(_ added: [Int32], to sums: inout [Int32], _ groups: CellGroups) {
    added.withUnsafeBufferPointer { added in
      groups.ofPlace.withUnsafeBufferPointer { groups in
        sums.withUnsafeMutableBufferPointer { sums in
          for place in added.indices { sums[Int(groups[place])] += added[place] }
        }
      }
    }
  }

  /// - Parameter places: of this column, a place perhaps several times.
  func picking(_ places: [Int32]) -> CellColumn {
    var column = CellColumn(power: power, count: 0)
    column.counts = places.map { counts[Int($0)] }
    column.known = places.map { known[Int($0)] }
    column.missing = places.map { missing[Int($0)] }
    if !others.isEmpty {
      for (index, place) in places.enumerated() { column.others[index] = others[Int(place)] }
    }
    return column
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
    if counts[place] != 0 { sum.add(coefficient: Int128(counts[place]), power: power) }
    if let other = others[place] { sum.merge(other) }
    return Cube.Cell(sum: sum, known: Int(known[place]), missing: Int(missing[place]))
  }
}

extension [Int32] {
  /// Whether any element is not 0.
  fileprivate var containsAny: Bool { reduce(0) { $0 | $1 } != 0 }
}
