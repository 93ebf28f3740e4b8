// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Sums of all returns by survey period, industry class, register flags and, where asked for, one
/// attribute of the register: the finest cells that every sector can be put together from.
///
/// A commutative monoid: partial cubes of any split of the input merge, in any order, into the
/// same cube (design.md §2).
package struct Cube: Sendable {
  package struct Stratum: Hashable, Sendable {
    package let period: Period
    /// The class (小类).
    package let industry: String
    package let flags: RegisterFlags
    /// The register's text for the attribute that the cube is broken down by; empty for units
    /// without one, and in a cube that is not.
    package let attribute: String

    package init(
      period: Period, industry: String, flags: RegisterFlags, attribute: String = ""
    ) {
      self.period = period
      self.industry = industry
      self.flags = flags
      self.attribute = attribute
    }
  }

  /// One slot's sum, and of how many units.
  package struct Cell: Hashable, Sendable {
    package var sum = ExactSum()
    package var known = 0
    /// Units of the stratum that gave no value; then the sum is not the sector's.
    package var missing = 0

    package init() {}

    init(sum: ExactSum, known: Int, missing: Int) {
      self.sum = sum
      self.known = known
      self.missing = missing
    }

    package mutating func merge(_ other: Cell) {
      sum.merge(other.sum)
      known += other.known
      missing += other.missing
    }
  }

  private(set) var parts: [Period: PeriodCells] = [:]
  private let slots: ReturnSlots

  package init(indicators: [Indicator]) {
    slots = ReturnSlots(indicators)
  }

  /// Adds one return.
  ///
  /// - Precondition: the return has one value a slot of `ReturnSlot`.
  package mutating func add(_ unitReturn: borrowing UnitReturn) {
    precondition(unitReturn.values.count == slots.units, "a return has one value a slot")
    var counts = [1]
    for counted in slots.counted {
      for side in Side.allCases {
        let slot = ReturnSlot(indicator: counted.indicator, basis: .ytd, side: side)
        counts.append(unitReturn.values[slot.index].reaches(counted.minimum.value) ? 1 : 0)
      }
    }
    let stratum = Stratum(
      period: unitReturn.period, industry: unitReturn.industry, flags: unitReturn.flags)
    add(unitReturn.values, counts: counts, to: stratum)
  }

  /// - Parameter counts: how many of the return's unit each slot of `ReturnSlots` behind those of
  ///   values counts: 1 or 0.
  private mutating func add(_ values: [ObservedValue], counts: [Int], to stratum: Stratum) {
    var part =
      parts.removeValue(forKey: stratum.period)
      ?? PeriodCells(period: stratum.period, strata: [], columns: [:])
    part.add(values, counts: counts, to: stratum)
    parts[stratum.period] = part
  }

  /// Adds what the units of a period come to: their values by slot of `ReturnSlot`; behind them the
  /// slots of `ReturnSlots` that count units, in which each unit that is counted has the value 1.
  ///
  /// - Precondition: `cells` has no other slots.
  package mutating func add(_ cells: PeriodCells) {
    precondition(cells.columns.keys.allSatisfy { $0 < slots.count }, "a slot of these indicators")
    if parts[cells.period]?.merge(cells) == nil { parts[cells.period] = cells }
  }

  package mutating func merge(_ other: Cube) {
    for part in other.parts.values { add(part) }
  }

  /// The slots that any return has a value or the lack of one in; most workspaces use few of them.
  var usedSlots: [Int] { Set(parts.values.flatMap(\.columns.keys)).sorted() }

  package var strataCount: Int { parts.values.reduce(0) { $0 + $1.strata.count } }

  /// The survey periods with returns, oldest first.
  package var periods: [Period] { parts.keys.sorted() }
}

extension ObservedValue {
  fileprivate func reaches(_ minimum: ExactDecimal) -> Bool {
    guard case .known(let value) = self else { return false }
    return Ratio(value) >= Ratio(minimum)
  }
}
