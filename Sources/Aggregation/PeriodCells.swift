// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The cells of one survey period: a column a slot, a place in it a stratum.
package struct PeriodCells: Sendable {
  package let period: Period
  /// Each once.
  private(set) var strata: [Cube.Stratum]
  /// By slot of `ReturnSlots`; without those in which no unit has a value or lacks one.
  private(set) var columns: [Int: CellColumn]
  /// The place of each stratum; empty until something is added to one.
  private var places: [Cube.Stratum: Int] = [:]

  /// - Parameters:
  ///   - strata: of the period, each once.
  ///   - columns: by slot.
  /// - Precondition: every column has a place for each stratum.
  package init(period: Period, strata: [Cube.Stratum], columns: [Int: CellColumn]) {
    precondition(columns.values.allSatisfy { $0.count == strata.count }, "a place a stratum")
    self.period = period
    self.strata = strata
    self.columns = columns
  }

  // MARK: - Adding

  /// Adds a unit.
  ///
  /// - Parameters:
  ///   - values: by slot of `ReturnSlot`.
  ///   - counts: 1 or 0 a slot behind those.
  mutating func add(_ values: [ObservedValue], counts: [Int], to stratum: Cube.Stratum) {
    let place = place(of: stratum)
    for (slot, value) in values.enumerated() { add(value, slot, place) }
    for (index, count) in counts.enumerated() where count > 0 {
      add(.known(ExactDecimal(Int128(count))), values.count + index, place)
    }
  }

  private mutating func add(_ value: ObservedValue, _ slot: Int, _ place: Int) {
    var scale = 0
    if case .known(let decimal) = value { scale = decimal.scale }
    columns[slot, default: CellColumn(power: -scale, count: strata.count)].add(value, to: place)
  }

  mutating func merge(_ other: PeriodCells) {
    let places = other.strata.map { place(of: $0) }
    for (slot, column) in other.columns {
      if columns[slot] == nil { columns[slot] = column.empty(count: strata.count) }
      for (source, place) in places.enumerated() {
        columns[slot]?.add(column, at: source, to: place)
      }
    }
  }

  private mutating func place(of stratum: Cube.Stratum) -> Int {
    if places.count < strata.count {
      places = Dictionary(zip(strata, strata.indices), uniquingKeysWith: { first, _ in first })
    }
    if let known = places[stratum] { return known }
    places[stratum] = strata.count
    strata.append(stratum)
    for slot in columns.keys { columns[slot]?.appendEmpty() }
    return strata.count - 1
  }

  // MARK: - Reading

  /// By slot; `nil` where there is no such stratum. For tests and comparisons: it searches.
  func cells(of stratum: Cube.Stratum) -> [Int: Cube.Cell]? {
    strata.firstIndex(of: stratum).map { place in columns.mapValues { $0[place] } }
  }
}
