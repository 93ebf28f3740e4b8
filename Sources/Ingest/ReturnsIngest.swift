// SPDX-License-Identifier: Apache-2.0
import Rules
import Statistics
import Tables

/// Turns the files of `Input/returns` into returns and a bureau's observations, or findings.
///
/// First all files are read, in any order; then `settle` decides what counts where several speak
/// of one thing, and checks what only shows over all of them.
package final class ReturnsIngest {
  package let definitions: Definitions
  let names: LabelNames
  let classes: ClassNumbers
  package let store: ReturnStore
  let register: RegisterCheck?

  package internal(set) var findings = FindingList()
  let suggestions = Suggestions()
  package private(set) var files: [Coverage.File] = []
  /// What tables state, each by all places that state it.
  private var statements: [AreaFigure: [BureauObservation]] = [:]
  private var headers = HeaderHistory()
  /// Missing values of tables, and parts of units' values by class: kept only where observations are
  /// to be listed.
  private var listed: [Observation] = []
  private let listsObservations: Bool

  /// After `settle`: how often each rule over units passed, failed or could not be evaluated, by
  /// period and rule.
  package private(set) var ruleCounts: [RuleCount] = []
  /// After `settle`: of the office's own area.
  package private(set) var bureau: [FigureName: BureauObservation] = [:]
  /// After `settle`: of other areas.
  package private(set) var otherAreas: [AreaFigure: BureauObservation] = [:]

  /// - Parameter listsObservations: keep also what is missing, for `observations`.
  package init(definitions: Definitions, listsObservations: Bool = false) {
    self.definitions = definitions
    self.listsObservations = listsObservations
    names = LabelNames(definitions)
    let classes = ClassNumbers(definitions.classification)
    self.classes = classes
    store = ReturnStore(slots: definitions.indicators.count * ReturnSlot.perIndicator)
    register = definitions.register.map { RegisterCheck($0, classes: classes) }
  }

  /// Reads one file.
  ///
  /// - Parameter size: the file's bytes, for the coverage.
  package func ingest(file path: String, size: Int, from source: any ByteSource) {
    let reader = FileReader(file: path, ingest: self)
    finish(reader, size: size, readTable(from: source, to: reader))
  }

  /// Reads files, side by side where the machine has several cores.
  ///
  /// - Parameter open: opens a file by its path, on any thread.
  package func ingest(
    files paths: [String],
    open: @escaping @Sendable (String) throws(ByteSourceError) -> any ByteSource
  ) {
    var reader: FileReader?
    readTables(
      paths.count,
      open: { index throws(ByteSourceError) in try open(paths[index]) },
      receiver: { index in
        let next = FileReader(file: paths[index], ingest: self)
        reader = next
        return next
      },
      finished: { _, size, problems in
        if let reader { finish(reader, size: size, problems) }
      })
  }

  private func finish(_ reader: FileReader, size: Int, _ problems: [TableProblem]) {
    reader.finish(problems: problems)
    files.append(reader.coverage(size: size))
  }

  // MARK: - What sheet readers hand on

  func accept(_ observation: BureauObservation) {
    let key = AreaFigure(area: observation.area, name: observation.name)
    statements[key, default: []].append(observation)
  }

  func acceptMissing(_ reason: MissingReason, _ cell: ObservedCell, at place: Location) {
    guard listsObservations else { return }
    listed.append(
      Observation(
        subject: .area(cell.area, sector: cell.sector), indicator: cell.indicator.id,
        period: cell.period, basis: cell.basis, measure: cell.measure, value: .missing(reason),
        unit: cell.unit, location: place))
  }

  /// A part of a unit's value, by class.
  func acceptPart(_ observation: Observation) {
    if listsObservations { listed.append(observation) }
  }

  /// Keeps a sheet's headers, to tell how they change from period to period.
  func note(_ context: SheetContext, of period: Period) { headers.add(context, period: period) }

  // MARK: - Over all files

  /// Decides and checks what needs all files. Called once, after the last of them.
  package func settle() {
    settleReturns()
    settleStatements()
    for finding in headers.drift() { findings.add(finding) }
    checkReturns()
    for correction in definitions.corrections.all
    where !files.contains(where: { $0.path == correction.file }) {
      findings.add(
        Finding(.correctionNotFound, at: correction.location, raw: correction.file))
    }
    files.sort { $0.path < $1.path }
  }

  private func settleReturns() {
    for period in store.periods {
      guard let returns = store.returns(of: period) else { continue }
      var settlement = Settlement(
        returns, in: store, classes: classes, corrections: definitions.corrections,
        indicators: definitions.indicators)
      settlement.run()
      for finding in settlement.findings { findings.add(finding) }
      for (path, count) in settlement.rejected { reject(count, in: path) }
    }
  }

  private func reject(_ count: Int, in path: String) {
    guard let index = files.firstIndex(where: { $0.path == path }) else { return }
    files[index].accepted -= count
    files[index].rejected += count
  }

  /// What needs the returns of all periods. Nothing of it changes them, so it runs side by side.
  private func checkReturns() {
    let checks = ReturnsChecks(store, definitions, classes)
    let results = checks.run()
    for finding in results.findings { findings.add(finding) }
    ruleCounts = results.ruleCounts
  }

  private func settleStatements() {
    let settlement = StatementSettlement(statements, corrections: definitions.corrections)
    for finding in settlement.findings { findings.add(finding) }
    for (path, count) in settlement.rejected { reject(count, in: path) }
    for (key, observation) in settlement.settled {
      if key.area == names.ownArea {
        bureau[key.name] = observation
      } else {
        otherAreas[key] = observation
      }
    }
  }

  // MARK: - What was read

  /// Distinct units of the register's forms with an accepted return for a survey period.
  package func unitsReported(in period: Period) -> Int {
    PopulationCheck(store, definitions.register).reported(in: period)
  }

  /// The units that returns name, also those whose returns were rejected, in no order.
  package var units: [UnitCode] { store.units }

  /// Whether returns name the unit.
  package func hasUnit(_ unit: UnitCode) -> Bool { store.existingNumber(of: unit) != nil }

  /// Units that the register expects for a survey period and that have not filed a form.
  package func unreported(in period: Period) -> [Finding] {
    PopulationCheck(store, definitions.register).unreported(in: period)
  }

  /// What `settle` and the readers found, sorted.
  package var sortedFindings: [Finding] { findings.sorted() }

  /// The accepted returns added up by survey period, class and register flags, in no order.
  package func sums() -> [StratumSums] {
    let slots = ReturnSlots(definitions.indicators)
    return store.periods.flatMap { period in
      store.returns(of: period).map { stratumSums(of: $0, slots, classes, register) } ?? []
    }
  }

  /// Every observation, by place; those of units with their accepted rows only.
  package func observations() -> [Observation] {
    let ofAreas = statements.values.flatMap(\.self).map { statement in
      Observation(
        subject: .area(statement.area, sector: statement.name.sector),
        indicator: statement.name.indicator, period: statement.name.period,
        basis: statement.name.basis, measure: statement.name.measure,
        value: .known(statement.value), unit: statement.unit, location: statement.location)
    }
    return (ofAreas + listed + unitObservations()).sorted { $0.location < $1.location }
  }

  private func unitObservations() -> [Observation] {
    var observations: [Observation] = []
    for period in store.periods {
      guard let returns = store.returns(of: period) else { continue }
      for row in 0..<returns.count where !returns.removed.contains(row) {
        for (position, indicator) in definitions.indicators.enumerated() {
          for part in ValuePart.allCases {
            let slot = part.slot(of: position)
            guard let value = returns.value(row, slot: slot.index) else { continue }
            observations.append(
              Observation(
                subject: .unit(
                  returns.unit(row), industry: classes.classes[Int(returns.industryOfRow[row])]),
                indicator: indicator.id, period: period, basis: slot.basis, side: slot.side,
                value: value, unit: UnitOfMeasure(indicator.unit.dimension),
                location: returns.location(row, slot: slot.index)))
          }
        }
      }
    }
    return observations
  }
}
