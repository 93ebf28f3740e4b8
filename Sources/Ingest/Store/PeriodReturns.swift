// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The returns of one survey period: a row a unit, a column a slot.
package final class PeriodReturns {
  package let period: Period
  private unowned let store: ReturnStore

  // Unchecked: one thread's, and no method calls another while it changes them.
  /// By the unit's number in the store; −1 for none.
  @exclusivity(unchecked) private var rowOfUnit: [Int32] = []
  /// The unit's number by row.
  @exclusivity(unchecked) private(set) var unitOfRow: [Int32] = []
  /// The class by its number, see `ClassNumbers`; by row.
  @exclusivity(unchecked) private(set) var industryOfRow: [Int16] = []
  @exclusivity(unchecked) private var firstSource: [ReturnSource] = []
  @exclusivity(unchecked) private var columns: [ValueColumn]
  /// Rows that more than one line of the input speaks of, until they are settled.
  private(set) var several: [Int: [Statement]] = [:]
  /// After settling, where a row has several sources: the source of each slot.
  private var sourceOfSlot: [Int: [ReturnSource?]] = [:]
  /// After settling, where a row has several sources: all that count, also one that adds no value.
  private var allSources: [Int: [ReturnSource]] = [:]
  /// Rows all of whose lines were rejected.
  private(set) var removed: Set<Int> = []

  /// What one line of the input, or one form, says of a unit.
  struct Statement: Sendable {
    let source: ReturnSource
    let industry: Int16
    /// By slot; `nil` where its form has no such value.
    let values: [ObservedValue?]
  }

  init(period: Period, store: ReturnStore) {
    self.period = period
    self.store = store
    columns = Array(repeating: ValueColumn(), count: store.slots)
  }

  /// How many rows there are, removed ones counted.
  package var count: Int { unitOfRow.count }

  // MARK: - Adding

  /// Makes the row of a unit that has none yet.
  /// - Returns: `nil` where it has one; then the line is a `Statement`.
  func addRow(unit: Int32, industry: Int16, source: ReturnSource) -> Int? {
    while rowOfUnit.count <= Int(unit) { rowOfUnit.append(-1) }
    guard rowOfUnit[Int(unit)] < 0 else { return nil }
    let row = unitOfRow.count
    rowOfUnit[Int(unit)] = Int32(row)
    unitOfRow.append(unit)
    industryOfRow.append(industry)
    firstSource.append(source)
    return row
  }

  func set(_ row: Int, slot: Int, coefficient: Int64, power: Int) {
    columns[slot].set(row, coefficient: coefficient, power: power)
  }

  func set(_ row: Int, slot: Int, _ value: ObservedValue) { columns[slot].set(row, value) }

  /// Keeps a further line about a unit that has a row.
  func add(_ statement: Statement, unit: Int32) {
    let row = Int(rowOfUnit[Int(unit)])
    if several[row] == nil {
      several[row] = [
        Statement(
          source: firstSource[row], industry: industryOfRow[row],
          values: columns.map { $0.value(row) })
      ]
    }
    several[row]?.append(statement)
  }

  // MARK: - Settling

  /// Writes what a row's lines come to: each slot's value and where it stands.
  func settle(
    _ row: Int, industry: Int16, values: [ObservedValue?], sources: [ReturnSource?],
    all: [ReturnSource]
  ) {
    allSources[row] = all
    industryOfRow[row] = industry
    for slot in values.indices {
      if let value = values[slot] {
        columns[slot].set(row, value)
      } else {
        columns[slot].remove(row)
      }
    }
    sourceOfSlot[row] = sources
  }

  /// Takes a row out whose lines were all rejected.
  func remove(_ row: Int) {
    removed.insert(row)
    rowOfUnit[Int(unitOfRow[row])] = -1
    for slot in columns.indices { columns[slot].remove(row) }
  }

  func forgetStatements() { several = [:] }

  // MARK: - Reading

  package func unit(_ row: Int) -> UnitCode { store.units[Int(unitOfRow[row])] }

  /// The row of a unit; `nil` where it has no return.
  func row(ofNumber unit: Int32) -> Int? {
    guard Int(unit) < rowOfUnit.count, rowOfUnit[Int(unit)] >= 0 else { return nil }
    return Int(rowOfUnit[Int(unit)])
  }

  package func row(of unit: UnitCode) -> Int? {
    store.existingNumber(of: unit).flatMap(row(ofNumber:))
  }

  /// In base units; `nil` where no form that the unit filed has the value.
  package func value(_ row: Int, slot: Int) -> ObservedValue? { columns[slot].value(row) }

  /// Whether no return has the slot.
  func isEmpty(slot: Int) -> Bool { columns[slot].isEmpty }

  /// Every row's value as the nearest `Double`, in base units; NaN where there is none.
  func doubles(slot: Int) -> [Double] { columns[slot].doubles(rows: count) }

  /// The same, and whether none of them differs from the exact value.
  func ruleColumn(slot: Int) -> (values: [Double], isExact: Bool) {
    let values = doubles(slot: slot)
    let isExact =
      columns[slot].holdsWholeNumbers && values.allSatisfy { $0.isNaN || abs($0) < 0x1p53 }
    return (values, isExact)
  }

  /// The cell of a value, or the line of the row where the slot is `nil`.
  package func location(_ row: Int, slot: Int?) -> Location {
    store.location(source(row, slot: slot), slot: slot)
  }

  /// The unit of measure in which a value was stated.
  package func statedUnit(_ row: Int, slot: Int) -> UnitOfMeasure? {
    store.tables[Int(source(row, slot: slot).table)].units[slot]
  }

  func source(_ row: Int, slot: Int?) -> ReturnSource {
    guard let sources = sourceOfSlot[row] else { return firstSource[row] }
    return slot.flatMap { sources[$0] } ?? sources.compactMap(\.self).first ?? firstSource[row]
  }

  /// Every source of a row, in no order.
  func sources(_ row: Int) -> [ReturnSource] {
    allSources.isEmpty ? [firstSource[row]] : allSources[row] ?? [firstSource[row]]
  }

  /// Adds up each slot's values by group.
  ///
  /// - Parameters:
  ///   - groups: by row; negative for rows that do not count.
  ///   - count: how many groups there are.
  /// - Returns: by group, then by slot.
  package func sums(groups: [Int32], count: Int) -> [[ColumnSum]] {
    var result = Array(repeating: [ColumnSum](), count: count)
    for column in columns {
      var sums = Array(repeating: ColumnSum(), count: count)
      column.add(to: &sums, groups: groups)
      for group in sums.indices { result[group].append(sums[group]) }
    }
    return result
  }
}
