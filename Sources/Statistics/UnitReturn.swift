// SPDX-License-Identifier: Apache-2.0

/// What one unit reports on one row for one survey period (报表).
///
/// A value type that readers reuse from row to row; copy what must outlive the call.
package struct UnitReturn: Sendable {
  package var period: Period
  package var unit: UnitCode
  /// The 4-digit industry code.
  package var industry: String
  package var flags: RegisterFlags
  /// One value a slot, in base units (元, 人); see `ReturnSlot`.
  package var values: [ObservedValue]

  package init(
    period: Period, unit: UnitCode, industry: String, flags: RegisterFlags, values: [ObservedValue]
  ) {
    self.period = period
    self.unit = unit
    self.industry = industry
    self.flags = flags
    self.values = values
  }
}

/// A value as reported, or why there is none.
package enum ObservedValue: Hashable, Sendable {
  /// In the base unit of its dimension: 元, not 千元.
  case known(ExactDecimal)
  case missing(MissingReason)
}

/// Whether a value is this year's or the same-period value that the return carries (上年同期).
package enum Side: Int, Hashable, Sendable, CaseIterable {
  case current, reference
}

/// Which of a return's values stands where: indicator × basis × side in one row of slots.
package struct ReturnSlot: Hashable, Sendable {
  /// The indicator's position among the workspace's indicators, from 0.
  package let indicator: Int
  package let basis: Basis
  package let side: Side

  package init(indicator: Int, basis: Basis, side: Side) {
    self.indicator = indicator
    self.basis = basis
    self.side = side
  }

  /// Slots that one indicator takes.
  package static let perIndicator = 4

  /// The position in `UnitReturn.values`.
  package var index: Int {
    indicator * Self.perIndicator + (basis == .month ? 0 : 2) + side.rawValue
  }
}

/// The flags that the register gives a unit, such as 智能装备; at most 64 kinds.
package struct RegisterFlags: OptionSet, Hashable, Sendable {
  package let rawValue: UInt64

  package init(rawValue: UInt64) { self.rawValue = rawValue }

  /// The flag at `position` among the register's flag columns, 0…63.
  package init(position: Int) { rawValue = 1 << UInt64(position) }
}
