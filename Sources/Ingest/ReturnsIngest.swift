// SPDX-License-Identifier: Apache-2.0
import Statistics
import Tables

/// Turns the files of `Input/returns` into returns and a bureau's observations, or findings.
///
/// Rows stream through; only what must be compared over all files is kept (`RepeatCheck`, the
/// bureau's values).
package final class ReturnsIngest {
  let definitions: Definitions
  private let onReturn: (borrowing UnitReturn) -> Void
  private var repeats = RepeatCheck()

  package private(set) var findings: [Finding] = []
  package private(set) var files: [Coverage.File] = []
  package private(set) var bureau: [FigureName: BureauObservation] = [:]

  /// - Parameter onReturn: takes every accepted return, once a unit and period.
  package init(definitions: Definitions, onReturn: @escaping (borrowing UnitReturn) -> Void) {
    self.definitions = definitions
    self.onReturn = onReturn
  }

  /// Reads one file. Files must come in one order of paths, so that findings do.
  ///
  /// - Parameter size: the file's bytes, for the coverage.
  package func ingest(file path: String, size: Int, from source: any ByteSource) {
    let reader = FileReader(file: path, ingest: self)
    finish(reader, size: size, readTable(from: source, to: reader))
  }

  /// Reads files, side by side where the machine has several cores. The same as `ingest` of each, in
  /// the given order.
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
    findings += reader.findings
    files.append(reader.coverage(size: size))
  }

  /// Distinct units with an accepted return for a survey period.
  package func unitsReported(in period: Period) -> Int { repeats.unitCount(in: period) }

  /// Units that the register expects for a survey period and that have no return.
  package func unreported(in period: Period) -> [Finding] {
    guard let register = definitions.register, unitsReported(in: period) > 0 else { return [] }
    let missing = register.units.filter { code, unit in
      unit.isExpected(in: period) && !repeats.hasReturn(of: code, for: period)
    }
    return missing.map { code, unit in
      Finding(
        .notReported, at: Location(file: register.file), period: period, raw: code.description,
        ["name": unit.name])
    }.sorted()
  }

  // MARK: - What sheet readers hand on

  /// - Returns: whether it counts; a repeat becomes a finding.
  func accept(
    _ unitReturn: borrowing UnitReturn, at location: Location, column: (Int) -> Int?
  ) -> Bool {
    switch repeats.check(unitReturn, at: location) {
    case .first:
      onReturn(unitReturn)
      return true
    case .identical(let first):
      reportRepeat(.identicalRepeat, unitReturn, location, first)
    case .conflicting(let first, let slot):
      let place = slot.flatMap(column).map(location.cell(inColumn:)) ?? location
      reportRepeat(.conflictingRepeat, unitReturn, place, first)
    }
    return false
  }

  private func reportRepeat(
    _ code: FindingCode, _ unitReturn: borrowing UnitReturn, _ location: Location,
    _ first: Location
  ) {
    findings.append(
      Finding(
        code, at: location, period: unitReturn.period, raw: unitReturn.unit.description,
        ["first": first.description]))
  }

  /// - Returns: a finding where another value was stated for the same figure.
  func accept(_ observation: BureauObservation) -> Finding? {
    guard let first = bureau[observation.name] else {
      bureau[observation.name] = observation
      return nil
    }
    guard !first.statesTheSame(as: observation) else { return nil }
    return Finding(
      .conflictingBureauValues, at: observation.location, period: observation.name.period,
      raw: observation.value.description,
      [
        "figure": observation.name.description, "first": first.location.description,
        "value": first.value.description,
      ])
  }
}

extension BureauObservation {
  /// Whether both are one amount, be it in different units: 1.5 亿元 and 15000 万元.
  fileprivate func statesTheSame(as other: BureauObservation) -> Bool {
    guard let factor = other.unit.factor(to: unit),
      let converted = try? Ratio(other.value).multiplied(by: factor)
    else { return false }
    return Ratio(value) == converted
  }
}
