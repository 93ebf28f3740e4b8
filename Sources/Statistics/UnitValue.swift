// SPDX-License-Identifier: Apache-2.0

/// What one unit's return says of one value, and where: what sums over returns come from.
package struct UnitValue: Hashable, Sendable {
  package let unit: UnitCode
  /// The register's; `nil` where the unit is not in it.
  package let name: String?
  /// The class (小类) that the return names.
  package let industry: String
  /// Those that the unit has in the survey period.
  package let flags: RegisterFlags
  /// The register's text for the attribute that was asked for; empty for units without one.
  package let attribute: String
  /// In the base unit of its dimension; `nil` where no form that the unit filed has the value.
  package let value: ObservedValue?
  /// The unit of measure that the file states it in; `nil` where it has no such value.
  package let statedUnit: UnitOfMeasure?
  /// The value's cell, or the return's row.
  package let location: Location

  package init(
    unit: UnitCode, name: String?, industry: String, flags: RegisterFlags, attribute: String = "",
    value: ObservedValue?, statedUnit: UnitOfMeasure? = nil, location: Location
  ) {
    self.unit = unit
    self.name = name
    self.industry = industry
    self.flags = flags
    self.attribute = attribute
    self.value = value
    self.statedUnit = statedUnit
    self.location = location
  }
}

extension ObservedValue {
  /// `nil` where it is missing.
  package var decimal: ExactDecimal? {
    guard case .known(let decimal) = self else { return nil }
    return decimal
  }
}
