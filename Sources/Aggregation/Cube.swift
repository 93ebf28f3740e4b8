// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Sums of all returns by survey period, industry class and register flags: the finest cells that
/// every sector can be put together from.
///
/// A commutative monoid: partial cubes of any split of the input merge, in any order, into the
/// same cube (design.md §2).
package struct Cube: Sendable {
  package struct Stratum: Hashable, Sendable {
    package let period: Period
    /// The class (小类).
    package let industry: String
    package let flags: RegisterFlags
  }

  /// One slot's sum, and of how many units.
  package struct Cell: Hashable, Sendable {
    package var sum = ExactSum()
    package var known = 0
    /// Units of the stratum that gave no value; then the sum is not the sector's.
    package var missing = 0

    package mutating func merge(_ other: Cell) {
      sum.merge(other.sum)
      known += other.known
      missing += other.missing
    }
  }

  /// By stratum one cell a slot, in the order of `ReturnSlot.index`.
  package private(set) var strata: [Stratum: [Cell]] = [:]
  private let slots: Int

  /// - Parameter indicators: how many indicators a return carries.
  package init(indicators: Int) {
    slots = indicators * ReturnSlot.perIndicator
  }

  /// - Precondition: the return has one value a slot.
  package mutating func add(_ unitReturn: borrowing UnitReturn) {
    let stratum = Stratum(
      period: unitReturn.period, industry: unitReturn.industry, flags: unitReturn.flags)
    let values = unitReturn.values
    Cube.add(values, to: &strata[stratum, default: Array(repeating: Cell(), count: slots)])
  }

  private static func add(_ values: [ObservedValue], to cells: inout [Cell]) {
    for index in cells.indices {
      switch values[index] {
      case .known(let value):
        cells[index].sum.add(value)
        cells[index].known += 1
      case .missing:
        cells[index].missing += 1
      }
    }
  }

  package mutating func merge(_ other: Cube) {
    strata.merge(other.strata) { mine, others in
      var merged = mine
      for index in merged.indices { merged[index].merge(others[index]) }
      return merged
    }
  }

  /// The survey periods with returns, oldest first.
  package var periods: [Period] { Set(strata.keys.map(\.period)).sorted() }
}
