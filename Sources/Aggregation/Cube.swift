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

    package init(period: Period, industry: String, flags: RegisterFlags) {
      self.period = period
      self.industry = industry
      self.flags = flags
    }
  }

  /// One slot's sum, and of how many units.
  package struct Cell: Hashable, Sendable {
    package var sum = ExactSum()
    package var known = 0
    /// Units of the stratum that gave no value; then the sum is not the sector's.
    package var missing = 0

    package init() {}

    /// - Parameters:
    ///   - parts: each `coefficient × 10^power`, together the sum.
    ///   - known: of how many units.
    ///   - missing: units that gave no value.
    package init(parts: [(coefficient: Int128, power: Int)], known: Int, missing: Int) {
      for part in parts { sum.add(coefficient: part.coefficient, power: part.power) }
      self.known = known
      self.missing = missing
    }

    fileprivate mutating func add(_ value: ExactDecimal) {
      sum.add(value)
      known += 1
    }

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

  /// Adds one return.
  ///
  /// - Precondition: the return has one value a slot.
  package mutating func add(_ unitReturn: borrowing UnitReturn) {
    let cells = unitReturn.values.map { value in
      var cell = Cell()
      switch value {
      case .known(let value): cell.add(value)
      case .missing: cell.missing = 1
      }
      return cell
    }
    add(
      cells,
      to: Stratum(
        period: unitReturn.period, industry: unitReturn.industry, flags: unitReturn.flags))
  }

  /// Adds what the units of a stratum come to: one cell a slot.
  package mutating func add(_ cells: [Cell], to stratum: Stratum) {
    precondition(cells.count == slots, "a stratum has one cell a slot")
    strata[stratum, default: Array(repeating: Cell(), count: slots)].merge(cells)
  }

  package mutating func merge(_ other: Cube) {
    for (stratum, cells) in other.strata { add(cells, to: stratum) }
  }

  /// The survey periods with returns, oldest first.
  package var periods: [Period] { Set(strata.keys.map(\.period)).sorted() }
}

extension [Cube.Cell] {
  fileprivate mutating func merge(_ others: [Cube.Cell]) {
    for index in indices { self[index].merge(others[index]) }
  }
}
