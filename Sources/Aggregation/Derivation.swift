// SPDX-License-Identifier: Apache-2.0
import Statistics

/// A value with how it came about: a formula over parts, down to returns, tables and definitions.
///
/// Every figure is computed as one, so that what `explain` shows is what was computed.
package struct Derivation: Sendable {
  package enum Value: Hashable, Sendable {
    /// In the derivation's unit.
    case known(Ratio)
    case missing(MissingReason)
  }

  package enum Source: Sendable {
    /// Added up over unit returns.
    case returns(ReturnsSum)
    /// What a bureau's table states.
    case stated(BureauObservation)
    /// A number of a definition: a value-added rate, a price index.
    case defined(Location?)
    /// Computed from parts.
    case formula(Formula, [Derivation])
    /// No file carries it.
    case nowhere
  }

  package let value: Value
  package let unit: UnitOfMeasure
  package let source: Source
  /// The figure that it is, where it is one.
  package private(set) var name: FigureName?
  package private(set) var side = Side.current
  /// Whether the value is cut behind 15 decimals.
  package private(set) var isCut = false

  init(_ value: Value, _ unit: UnitOfMeasure, _ source: Source, isCut: Bool = false) {
    self.value = value
    self.unit = unit
    self.source = source
    self.isCut = isCut
  }

  static func missing(_ reason: MissingReason, _ unit: UnitOfMeasure = .percent) -> Derivation {
    Derivation(.missing(reason), unit, .nowhere)
  }

  static func stated(_ observation: BureauObservation) -> Derivation {
    Derivation(.known(Ratio(observation.value)), observation.unit, .stated(observation))
  }

  package var ratio: Ratio? {
    guard case .known(let ratio) = value else { return nil }
    return ratio
  }

  var quantity: Quantity? { ratio.map { Quantity($0, unit) } }

  package var parts: [Derivation] {
    guard case .formula(_, let parts) = source else { return [] }
    return parts
  }

  func named(_ name: FigureName, _ side: Side = .current) -> Derivation {
    var copy = self
    copy.name = name
    copy.side = side
    return copy
  }

  /// Whether any file or return stands behind it.
  var isFromTable: Bool {
    switch source {
    case .stated: true
    case .formula(_, let parts): parts.contains(where: \.isFromTable)
    default: false
    }
  }
}

/// How parts become a value. The raw value is its name in JSON and in the catalogues.
package enum Formula: String, Hashable, Sendable, CaseIterable {
  /// The parts added up.
  case sum
  /// The first minus the second.
  case difference
  /// The first ÷ the second × 100.
  case percent
  /// (the first − the second) ÷ the second × 100.
  case growth
  /// The first ÷ the second, in the first's unit for each one of the second's.
  case quotient
  /// The level ÷ (1 + growth ÷ 100).
  case backCast = "back_cast"
  /// The contribution × the total's growth ÷ 100.
  case partOfGrowth = "part_of_growth"
  /// Π(1 + growth ÷ 100) − 1 over the parts, in percent.
  case compounded
  /// The n-th root of Π(1 + growth ÷ 100), minus 1, over n parts, in percent.
  case yearly
  /// The mean of the parts, each as often as it has months.
  case mean
  /// This cumulative value minus the one of the period before: a month.
  case monthOfCumulative = "month_of_cumulative"
  /// Σ output × value-added rate ÷ 100 over the parts: output, rate, output, rate …
  case valueAdded = "value_added"
  /// Σ output × value-added rate ÷ price index over the parts: output, rate, index, output …
  case comparable
  /// How many parts there are.
  case count
  /// How many parts are above zero.
  case countGrowing = "count_growing"
  /// 1 + how many of the other parts are above the first.
  case rank
}

/// A sum over the returns of a sector's units for a survey period.
package struct ReturnsSum: Hashable, Sendable {
  /// What is added up of each unit.
  package enum Addend: Hashable, Sendable {
    /// A value, by its slot.
    case value(ReturnSlot)
    /// One for each unit with a return.
    case unit
    /// One for each unit whose value, by its slot, is at least so much in the base unit.
    case atLeast(ReturnSlot, ExactDecimal)
  }

  package let addend: Addend
  package let sector: SectorName
  /// Only units with this flag of the register; `nil` for all.
  package let flag: String?
  /// Only units of these classes; `nil` for all.
  package var classes: Set<String>?
  package let period: Period
  /// How many units' values are in it.
  package var units: Int

  package init(
    addend: Addend, sector: SectorName, flag: String? = nil, classes: Set<String>? = nil,
    period: Period, units: Int
  ) {
    self.addend = addend
    self.sector = sector
    self.flag = flag
    self.classes = classes
    self.period = period
    self.units = units
  }
}
