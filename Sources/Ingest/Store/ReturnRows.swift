// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The returns of one file for one survey period, as they were read: a row a line or form, a column a
/// slot. A unit may have several rows.
final class ReturnRows {
  // Unchecked: one thread's, and no method calls another while it changes them.
  @exclusivity(unchecked) private(set) var units: [UnitReference] = []
  /// The class by its number, see `ClassNumbers`.
  @exclusivity(unchecked) private(set) var industries: [Int16] = []
  /// With the table's place in its file.
  @exclusivity(unchecked) private(set) var sources: [ReturnSource] = []
  @exclusivity(unchecked) private(set) var columns: [ValueColumn]

  init(slots: Int) { columns = Array(repeating: ValueColumn(), count: slots) }

  var count: Int { units.count }

  /// - Returns: the new row.
  func add(_ unit: UnitReference, industry: Int16, source: ReturnSource) -> Int {
    units.append(unit)
    industries.append(industry)
    sources.append(source)
    return units.count - 1
  }

  func set(_ row: Int, slot: Int, coefficient: Int64, power: Int) {
    columns[slot].set(row, coefficient: coefficient, power: power)
  }

  func set(_ row: Int, slot: Int, _ value: ObservedValue) { columns[slot].set(row, value) }
}

/// A unit, with its place in the register where it is known.
struct UnitReference: Hashable, Sendable {
  let code: UnitCode
  /// −1 where the unit is not in the register.
  let position: Int32
}
