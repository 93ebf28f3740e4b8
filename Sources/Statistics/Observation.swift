// SPDX-License-Identifier: Apache-2.0

/// One value with all that it is of (数据): who, what, when, and the cell it came from.
package struct Observation: Hashable, Sendable {
  package enum Subject: Hashable, Sendable {
    /// A unit, and the class (小类) that the value belongs to.
    case unit(UnitCode, industry: String)
    /// The part of a unit's value that belongs to one class: a row of a form's block by class. Parts
    /// make up the unit's value and are never added to it.
    case unitPart(UnitCode, industry: String)
    /// An area, and a sector's id or a category's code.
    case area(String, sector: String)
  }

  package let subject: Subject
  /// `Indicator.id`.
  package let indicator: String
  package let period: Period
  package let basis: Basis
  package let side: Side
  package let measure: Measure
  package let value: ObservedValue
  /// What the value stands in here.
  package let unit: UnitOfMeasure
  package let location: Location

  package init(
    subject: Subject, indicator: String, period: Period, basis: Basis, side: Side = .current,
    measure: Measure = .level, value: ObservedValue, unit: UnitOfMeasure, location: Location
  ) {
    self.subject = subject
    self.indicator = indicator
    self.period = period
    self.basis = basis
    self.side = side
    self.measure = measure
    self.value = value
    self.unit = unit
    self.location = location
  }
}
