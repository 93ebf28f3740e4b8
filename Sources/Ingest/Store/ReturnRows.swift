// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The returns of one file for one survey period, as they were read: a row a line or form, a column a
/// slot. A unit may have several rows.
final class ReturnRows {
  // Unchecked: one thread's, and no method calls another while it changes them.
  /// The unit's place in the register; of others −1 and below, by their place in `others`.
  @exclusivity(unchecked) private(set) var units: [Int32] = []
  /// Units that the register does not have, a place a row.
  @exclusivity(unchecked) private(set) var others: [UnitCode] = []
  /// The class by its number, see `ClassNumbers`.
  @exclusivity(unchecked) private(set) var industries: [Int16] = []
  /// With the table's place in its file.
  @exclusivity(unchecked) private(set) var sources = ReturnSources()
  @exclusivity(unchecked) private(set) var columns: [ValueColumn]
  /// Rows to make room for once there are many; 0 afterwards.
  @exclusivity(unchecked) private var expected: Int

  /// - Parameter expected: roughly how many rows there will be, if there are many.
  init(slots: Int, expected: Int) {
    columns = Array(repeating: ValueColumn(), count: slots)
    self.expected = expected
  }

  var count: Int { units.count }

  /// - Returns: the new row.
  func add(_ unit: UnitReference, industry: Int16, source: ReturnSource) -> Int {
    if unit.position >= 0 {
      units.append(unit.position)
    } else {
      others.append(unit.code)
      units.append(Int32(truncatingIfNeeded: -others.count))
    }
    industries.append(industry)
    sources.append(source)
    return units.count - 1
  }

  /// The number of each row's unit, where `number` gives that of a unit that the register does not have.
  func numbers(_ number: (UnitCode) -> Int32) -> [Int32] {
    others.isEmpty ? units : units.map { $0 >= 0 ? $0 : number(others[-Int($0) - 1]) }
  }

  /// Writes the values of the last rows, those of a sheet that are not plain left out.
  func append(_ plain: PlainRows) {
    if expected > 0, plain.isFull { reserve(plain.places.map(\.slot)) }
    for (index, place) in plain.places.enumerated() {
      columns[place.slot].append(plain, place: index, at: count - plain.rowCount)
    }
  }

  /// Arrays that grow are copied again and again.
  private func reserve(_ slots: [Int]) {
    units.reserveCapacity(expected)
    industries.reserveCapacity(expected)
    for slot in slots { columns[slot].reserve(expected) }
    expected = 0
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
struct UnitReference: Sendable {
  let code: UnitCode
  /// −1 where the unit is not in the register.
  let position: Int32
}
