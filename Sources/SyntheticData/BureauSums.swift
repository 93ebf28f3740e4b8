// SPDX-License-Identifier: Apache-2.0

/// Value added of each row, in 千元, over the units that reported.
struct BureauSums: Hashable, Sendable {
  struct Row: Hashable, Sendable {
    var month = 0
    var cumulative = 0
    var referenceMonth = 0
    var referenceCumulative = 0
  }

  private(set) var rows = Array(repeating: Row(), count: BureauSectors.labels.count)

  mutating func add(_ values: UnitReturnValues, to positions: [Int]) {
    for position in positions {
      rows[position].month += values.current.month.valueAdded
      rows[position].cumulative += values.current.cumulative.valueAdded
      rows[position].referenceMonth += values.reference.month.valueAdded
      rows[position].referenceCumulative += values.reference.cumulative.valueAdded
    }
  }
}
