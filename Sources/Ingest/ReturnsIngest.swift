// SPDX-License-Identifier: Apache-2.0
import Rules
import Statistics
import Tables

/// Turns the files of `Input/returns` into returns and a bureau's observations, or findings.
///
/// First all files are read, in any order; then `settle` decides what counts where several speak
/// of one thing, and checks what only shows over all of them.
package final class ReturnsIngest {
  package let store: ReturnStore
  private let lookups: IngestLookups

  package internal(set) var findings = FindingList()
  package private(set) var files: [Coverage.File] = []
  /// What tables state, each by all places that state it.
  private var statements: [AreaFigure: [BureauObservation]] = [:]
  private var headers = HeaderHistory()
  private var listed: [Observation] = []

  /// After `settle`: how often each rule over units passed, failed or could not be evaluated, by
  /// period and rule.
  package private(set) var ruleCounts: [RuleCount] = []
  /// After `settle`: of the office's own area.
  package private(set) var bureau: [FigureName: BureauObservation] = [:]
  /// After `settle`: of other areas.
  package private(set) var otherAreas: [AreaFigure: BureauObservation] = [:]

  /// - Parameter listsObservations: keep also what is missing, for `observations`.
  package init(definitions: Definitions, listsObservations: Bool = false) {
    lookups = IngestLookups(definitions, listsObservations: listsObservations)
    store = ReturnStore(slots: lookups.slots, register: definitions.register)
  }

  package var definitions: Definitions { lookups.definitions }
  var classes: ClassNumbers { lookups.classes }

  /// Reads one file.
  ///
  /// - Parameter size: the file's bytes, for the coverage.
  package func ingest(file path: String, size: Int, from source: any ByteSource) {
    let reader = FileReader(file: path, contents: FileContents(lookups))
    reader.finish(problems: readTable(from: source, to: reader))
    add(reader, size: size)
  }

  /// Reads files, side by side where the machine has several cores.
  ///
  /// - Parameter open: opens a file by its path, on any thread.
  package func ingest(
    files paths: [String],
    open: @escaping @Sendable (String) throws(ByteSourceError) -> any ByteSource
  ) {
    let lookups = lookups
    let queue = FileQueue(self)
    readEachTable(
      paths.count,
      open: { index throws(ByteSourceError) in try open(paths[index]) },
      receiver: { index in FileReader(file: paths[index], contents: FileContents(lookups)) },
      finished: { reader, index, size, problems in
        reader.finish(problems: problems)
        queue.add(reader, of: index, size: size)
      })
  }

  /// Takes over what a file says, behind all files before it.
  func add(_ reader: FileReader, size: Int) {
    files.append(reader.coverage(size: size))
    let contents = reader.contents
    findings.add(contents.findings)
    for observation in contents.statements {
      let key = AreaFigure(area: observation.area, name: observation.name)
      statements[key, default: []].append(observation)
    }
    listed += contents.listed
    headers.add(contents.headers)
    store.add(contents)
  }

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
      if key.area == lookups.names.ownArea {
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

  /// The units with an accepted return, in no order.
  package var units: [UnitCode] {
    let returns = store.periods.compactMap(store.returns)
    return (0..<Int32(truncatingIfNeeded: store.unitCount)).filter { number in
      returns.contains { $0.row(ofNumber: number) != nil }
    }.map(store.unit)
  }

  /// Whether the unit has an accepted return.
  package func hasUnit(_ unit: UnitCode) -> Bool {
    store.periods.contains { store.returns(of: $0)?.row(of: unit) != nil }
  }

  /// Units that the register expects for a survey period and that have not filed a form.
  package func unreported(in period: Period) -> [Finding] {
    PopulationCheck(store, definitions.register).unreported(in: period)
  }

  /// What `settle` and the readers found, sorted.
  package var sortedFindings: [Finding] { findings.sorted() }

  /// The accepted returns added up by survey period, class and register flags, oldest period first.
  package func sums() -> [StratumSums] { sums(by: nil) }

  /// The same, also by an attribute of the register.
  ///
  /// - Returns: `nil` where the register has no such attribute, see `Register.attributeNames`.
  package func sums(by attribute: String) -> [StratumSums]? {
    definitions.register?.units.attributes.first { $0.id == attribute }.map { sums(by: $0) }
  }

  private func sums(by attribute: RegisteredUnits.Attribute?) -> [StratumSums] {
    let returns = store.periods.compactMap(store.returns)
    // The tasks only read what they share, which nothing changes.
    let slots = ReturnSlots(definitions.indicators)
    nonisolated(unsafe) let summations = returns.map {
      StratumSummation(of: $0, slots, classes, definitions.register, by: attribute)
    }
    return inParallel(summations.count) { summations[$0].sums() }
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
