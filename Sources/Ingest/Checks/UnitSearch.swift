// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Finds units in the register, one after another: files mostly list them in its order.
final class UnitSearch {
  private let register: Register?
  /// The place behind the unit that was found last.
  @exclusivity(unchecked) private var next = 0

  init(_ register: Register?) { self.register = register }

  func reference(to unit: UnitCode) -> UnitReference {
    guard let units = register?.units else { return UnitReference(code: unit, position: -1) }
    let position: Int32
    if next < units.count, units.keys[next] == unit {
      position = Int32(truncatingIfNeeded: next)
    } else {
      position = units.position(of: unit) ?? -1
    }
    if position >= 0 { next = Int(position) + 1 }
    return UnitReference(code: unit, position: position)
  }
}
