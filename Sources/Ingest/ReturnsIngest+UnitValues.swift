// SPDX-License-Identifier: Apache-2.0
import Statistics

extension ReturnsIngest {
  /// What each unit's accepted return for a survey period says in one slot, in no order.
  ///
  /// - Parameters:
  ///   - slot: `nil` for the returns themselves, without a value.
  ///   - attribute: the register's, by its id; `nil` for none.
  package func unitValues(
    in period: Period, slot: ReturnSlot?, attribute: String? = nil
  ) -> [UnitValue] {
    guard let returns = store.returns(of: period) else { return [] }
    return (0..<returns.count).lazy.filter { !returns.removed.contains($0) }.map { row in
      let unit = returns.unit(row)
      let registered = self.definitions.register?.units[unit]
      return UnitValue(
        unit: unit, name: registered?.name,
        industry: self.classes.classes[Int(returns.industryOfRow[row])],
        flags: registered?.flags(in: period) ?? [],
        attribute: attribute.flatMap { registered?.text(of: $0) } ?? "",
        value: slot.flatMap { returns.value(row, slot: $0.index) },
        statedUnit: slot.flatMap { returns.statedUnit(row, slot: $0.index) },
        location: returns.location(row, slot: slot?.index))
    }
  }
}

extension Register.Unit {
  /// What the register says of an attribute; `nil` where it says nothing, or has no such attribute.
  fileprivate func text(of attribute: String) -> String? {
    attribute == "community" ? community : nil
  }
}
