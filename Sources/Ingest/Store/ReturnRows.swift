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

  /// Writes the values of the last rows, those of a sheet that are not plain left out.
  func append(_ plain: PlainRows) {
    for (index, place) in plain.places.enumerated() {
      columns[place.slot].append(plain, place: index, at: count - plain.rowCount)
    }
  }

  func set(_ row: Int, slot: Int, _ value: ObservedValue) { columns[slot].set(row, value) }

  func set(_ row: Int, slot: Int, _ value: CellValue) {
    switch value {
    case .number(let coefficient, let power):
      columns[slot].set(row, coefficient: coefficient, power: power)
    case .other(let value): columns[slot].set(row, value)
    }
  }
}

/// A value on its way to the store.
enum CellValue {
  /// `coefficient × 10^power` base units.
  case number(Int64, power: Int)
  case other(ObservedValue)
}

/// A unit, with its place in the register where it is known.
struct UnitReference: Hashable, Sendable {
  let code: UnitCode
  /// −1 where the unit is not in the register.
  let position: Int32
}
