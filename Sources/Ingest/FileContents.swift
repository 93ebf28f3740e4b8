// SPDX-License-Identifier: Apache-2.0
import Statistics

/// What one file says, and what is wrong with it: all that its sheet readers hand on.
///
/// One thread's, so that files are read side by side; `ReturnsIngest` puts them together.
final class FileContents {
  let lookups: IngestLookups
  let units: UnitSearch
  var findings = FindingList()
  let suggestions = Suggestions()
  private(set) var statements: [BureauObservation] = []
  /// Missing values of tables, and parts of units' values by class: kept only where observations are
  /// to be listed.
  private(set) var listed: [Observation] = []
  private(set) var headers = HeaderHistory()
  /// The sheets that returns come from; rows name them by their place here.
  private(set) var tables: [SheetTable] = []
  private(set) var returns: [Period: ReturnRows] = [:]

  init(_ lookups: IngestLookups) {
    self.lookups = lookups
    units = UnitSearch(lookups.definitions.register)
  }

  var definitions: Definitions { lookups.definitions }
  var names: LabelNames { lookups.names }
  var classes: ClassNumbers { lookups.classes }

  func accept(_ observation: BureauObservation) { statements.append(observation) }

  func acceptMissing(_ reason: MissingReason, _ cell: ObservedCell, at place: Location) {
    guard lookups.listsObservations else { return }
    listed.append(
      Observation(
        subject: .area(cell.area, sector: cell.sector), indicator: cell.indicator.id,
        period: cell.period, basis: cell.basis, measure: cell.measure, value: .missing(reason),
        unit: cell.unit, location: place))
  }

  /// A part of a unit's value, by class.
  func acceptPart(_ observation: Observation) {
    if lookups.listsObservations { listed.append(observation) }
  }

  /// Keeps a sheet's headers, to tell how they change from period to period.
  func note(_ context: SheetContext, of period: Period) { headers.add(context, period: period) }

  /// - Returns: the table's place in `tables`.
  func add(_ table: SheetTable) -> Int32 {
    tables.append(table)
    return Int32(truncatingIfNeeded: tables.count - 1)
  }

  /// Where the returns for a survey period are to be written.
  func returns(of period: Period) -> ReturnRows {
    if let known = returns[period] { return known }
    let rows = ReturnRows(slots: lookups.slots, expected: units.registeredCount)
    returns[period] = rows
    return rows
  }
}
