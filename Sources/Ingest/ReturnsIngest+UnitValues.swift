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
    let classes = classes.classes
    let registered = definitions.register?.units
    return (0..<returns.count).filter { !returns.isRemoved($0) }.map { row in
      let unit = returns.unit(row)
      let position = registered?.position(of: unit).map(Int.init)
      let entry = registered?[unit]
      return UnitValue(
        unit: unit, name: entry?.name, industry: classes[Int(returns.industryOfRow[row])],
        flags: entry?.flags(in: period) ?? [],
        attribute: position.flatMap { position in
          attribute.flatMap { registered?.attribute($0, position) }
        } ?? "",
        value: slot.flatMap { returns.value(row, slot: $0.index) },
        statedUnit: slot.flatMap { returns.statedUnit(row, slot: $0.index) },
        location: returns.location(row, slot: slot?.index))
    }
  }
}
