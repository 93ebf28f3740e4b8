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

    /// Of units that are counted; none of them is missing.
    fileprivate static func count(_ count: Int) -> Cell {
      Cell(parts: [(Int128(count), 0)], known: count, missing: 0)
    }

    package mutating func merge(_ other: Cell) {
      sum.merge(other.sum)
      known += other.known
      missing += other.missing
    }
  }

  /// By stratum one cell a slot, in the order of `ReturnSlots`.
  package private(set) var strata: [Stratum: [Cell]] = [:]
  private let slots: ReturnSlots

  package init(indicators: [Indicator]) {
    slots = ReturnSlots(indicators)
  }

  /// Adds one return.
  ///
  /// - Precondition: the return has one value a slot of `ReturnSlot`.
  package mutating func add(_ unitReturn: borrowing UnitReturn) {
    var cells = unitReturn.values.map { value in
      var cell = Cell()
      switch value {
      case .known(let value): cell.add(value)
      case .missing: cell.missing = 1
      }
      return cell
    }
    cells.append(.count(1))
    for counted in slots.counted {
      for side in Side.allCases {
        let slot = ReturnSlot(indicator: counted.indicator, basis: .ytd, side: side)
        cells.append(.count(unitReturn.values[slot.index].reaches(counted.minimum.value) ? 1 : 0))
      }
    }
    add(
      cells,
      to: Stratum(
        period: unitReturn.period, industry: unitReturn.industry, flags: unitReturn.flags))
  }

  /// Adds what the units of a stratum come to: sums by slot of `ReturnSlot`, then the counts.
  ///
  /// - Parameters:
  ///   - units: how many they are.
  ///   - reaching: of each least value in `ReturnSlots.counted`, how many units reach it this year, and
  ///     how many by their same-period values.
  package mutating func add(
    _ sums: [Cell], units: Int, reaching: [(current: Int, reference: Int)], to stratum: Stratum
  ) {
    let counts = reaching.flatMap { [Cell.count($0.current), Cell.count($0.reference)] }
    add(sums + [.count(units)] + counts, to: stratum)
  }

  private mutating func add(_ cells: [Cell], to stratum: Stratum) {
    precondition(cells.count == slots.count, "a stratum has one cell a slot")
    if strata[stratum]?.merge(cells) == nil { strata[stratum] = cells }
  }

  package mutating func merge(_ other: Cube) {
    for (stratum, cells) in other.strata { add(cells, to: stratum) }
  }

  /// The slots that any return has a value or the lack of one in; most workspaces use few of them.
  var usedSlots: [Int] {
    var isUsed = Array(repeating: false, count: slots.count)
    for cells in strata.values {
      for slot in cells.indices where cells[slot].known + cells[slot].missing > 0 {
        isUsed[slot] = true
      }
    }
    return isUsed.indices.filter { isUsed[$0] }
  }

  /// The survey periods with returns, oldest first.
  package var periods: [Period] { Set(strata.keys.map(\.period)).sorted() }
}

extension [Cube.Cell] {
  fileprivate mutating func merge(_ others: [Cube.Cell]) {
    for index in indices { self[index].merge(others[index]) }
  }
}

extension ObservedValue {
  fileprivate func reaches(_ minimum: ExactDecimal) -> Bool {
    guard case .known(let value) = self else { return false }
    return Ratio(value) >= Ratio(minimum)
  }
}
