// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The returns of one survey period: a row a unit, a column a slot.
package final class PeriodReturns {
  package let period: Period
  private unowned let store: ReturnStore

  /// By the unit's number in the store; −1 for none. Shorter than there are units.
  private var rowOfUnit: [Int32] = []
  /// The unit's number by row.
  private(set) var unitOfRow: [Int32] = []
  /// The class by its number, see `ClassNumbers`; by row.
  private(set) var industryOfRow: [Int16] = []
  private var firstSource = ReturnSources()
  private var columns: [ValueColumn]
  /// Rows that more than one line of the input speaks of, until they are settled.
  private(set) var several: [Int: [Statement]] = [:]
  /// After settling, where a row has several sources: the source of each slot.
  private var sourceOfSlot: [Int: [ReturnSource?]] = [:]
  /// After settling, where a row has several sources: all that count, also one that adds no value.
  private var allSources: [Int: [ReturnSource]] = [:]
  /// Rows all of whose lines were rejected, and rows whose line is told under another row.
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

  /// Adds a file's rows.
  ///
  /// - Parameters:
  ///   - units: the number in the store of each row's unit.
  ///   - firstTable: what the places of the file's tables begin with in the store.
  func append(_ rows: ReturnRows, units: [Int32], firstTable: Int32) {
    let first = count
    unitOfRow += units
    industryOfRow += rows.industries
    firstSource.append(rows.sources, firstTable: firstTable)
    for (slot, column) in rows.columns.enumerated() { columns[slot].append(column, at: first) }
    for (further, row) in place(units, from: first) { moveStatement(from: further, to: row) }
  }

  /// Notes the rows of units.
  ///
  /// - Returns: those whose unit has another row already, with that one.
  private func place(_ units: [Int32], from first: Int) -> [(further: Int, row: Int)] {
    let most = Int(units.max() ?? -1)
    if rowOfUnit.count <= most {
      rowOfUnit += repeatElement(-1, count: most + 1 - rowOfUnit.count)
    }
    return rowOfUnit.withUnsafeMutableBufferPointer { rowOfUnit in
      var again: [(further: Int, row: Int)] = []
      for (offset, unit) in units.enumerated() {
        let row = rowOfUnit[Int(unit)]
        if row < 0 {
          rowOfUnit[Int(unit)] = Int32(truncatingIfNeeded: first + offset)
        } else {
          again.append((first + offset, Int(row)))
        }
      }
      return again
    }
  }

  /// Keeps what a further line says of a unit under the unit's own row.
  private func moveStatement(from further: Int, to row: Int) {
    several[row, default: [statement(row)]].append(statement(further))
    removed.insert(further)
    for slot in columns.indices { columns[slot].remove(further) }
  }

  private func statement(_ row: Int) -> Statement {
    Statement(
      source: firstSource[row], industry: industryOfRow[row], values: columns.map { $0.value(row) })
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

  package func unit(_ row: Int) -> UnitCode { store.unit(unitOfRow[row]) }

  /// The row of a unit; `nil` where it has no return.
  func row(ofNumber unit: Int32) -> Int? {
    guard Int(unit) < rowOfUnit.count, rowOfUnit[Int(unit)] >= 0 else { return nil }
    return Int(rowOfUnit[Int(unit)])
  }

  /// The rows of units, by their numbers; −1 where one has no return.
  func rows(ofNumbers units: [Int32]) -> [Int32] {
    let rowOfUnit = rowOfUnit
    return units.map { rowOfUnit.indices.contains(Int($0)) ? rowOfUnit[Int($0)] : -1 }
  }

  /// Those that count, in their order.
  var countedRows: [Int32] {
    let all = 0..<Int32(truncatingIfNeeded: count)
    return removed.isEmpty ? Array(all) : all.filter { !removed.contains(Int($0)) }
  }

  package func row(of unit: UnitCode) -> Int? {
    store.existingNumber(of: unit).flatMap(row(ofNumber:))
  }

  /// In base units; `nil` where no form that the unit filed has the value.
  package func value(_ row: Int, slot: Int) -> ObservedValue? { columns[slot].value(row) }

  func isRemoved(_ row: Int) -> Bool { !removed.isEmpty && removed.contains(row) }

  /// The values of a slot, by row.
  func column(_ slot: Int) -> ValueColumn { columns[slot] }

  /// Whether no return has the slot.
  func isEmpty(slot: Int) -> Bool { columns[slot].isEmpty }

  /// The values of some rows as the nearest `Double`, in base units, NaN where there is none; and
  /// whether none of them differs from the exact value.
  ///
  /// - Parameter rows: negative for none.
  func ruleColumn(slot: Int, rows: [Int32]) -> (values: [Double], isExact: Bool) {
    var values = [Double](repeating: .nan, count: rows.count)
    columns[slot].fill(&values, rows: rows[...])
    let isExact =
      columns[slot].holdsWholeNumbers
      && (columns[slot].isSmall || values.allSatisfy { $0.isNaN || abs($0) < 0x1p53 })
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
}
