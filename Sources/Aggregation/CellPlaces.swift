// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Where a sector's cells stand: those of slots in use, then one for each flag that indicators count,
/// which counts the units that have it.
struct CellPlaces: Sendable {
  let ofSlot: [Int: Int]
  let ofFlag: [String: Int]
  private let slots: [Int]
  private let flags: [String]

  init(slots: [Int], flags: [String]) {
    self.slots = slots
    self.flags = flags
    ofSlot = Dictionary(uniqueKeysWithValues: zip(slots, slots.indices))
    ofFlag = Dictionary(uniqueKeysWithValues: zip(flags, slots.count..<slots.count + flags.count))
  }

  var count: Int { slots.count + flags.count }

  /// A period's columns in this order.
  ///
  /// - Parameter units: the slot that counts units.
  func columns(of part: PeriodCells, units: Int, _ flagNames: [String]) -> [CellColumn] {
    let none = CellColumn(power: 0, count: part.strata.count)
    let counts = part.columns[units] ?? none
    let ofFlags = flags.map { name -> CellColumn in
      guard let position = flagNames.firstIndex(of: name) else { return none }
      let flag = RegisterFlags(position: position)
      return counts.only { part.strata[$0].flags.contains(flag) }
    }
    return slots.map { part.columns[$0] ?? none } + ofFlags
  }
}
