// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Ingest
import Statistics

/// What `check` came to, before it is printed.
struct CheckResult {
  let reading: Reading
  /// What was asked for; every period with data where nothing was.
  let periods: [Period]
  /// Sorted.
  let findings: [Finding]
  /// Whose findings they are; `nil` for all.
  let unit: UnitCode?

  /// - Parameters:
  ///   - evaluation: of what lies below `Input/evaluation`, which no release rests on.
  ///   - periods: `nil` for every period with data.
  init(
    _ reading: Reading, evaluation: [Finding], periods: [Period]?, unit: UnitCode?
  ) throws {
    self.reading = reading
    self.periods = periods ?? reading.figures.periods
    self.unit = unit
    let ofReturns = try periods.map(reading.relevantFindings) ?? Self.allFindings(reading)
    let all = (ofReturns + evaluation).sorted()
    findings = unit.map { unit in all.filter { $0.concerns(unit) } } ?? all
  }

  private static func allFindings(_ reading: Reading) throws -> [Finding] {
    let derived = try reading.figures.periods.flatMap(reading.derivedFindings)
    return (reading.findings + derived).sorted()
  }

  func count(_ severity: Finding.Severity) -> Int { findings.count { $0.severity == severity } }

  /// Whether findings are of periods that were not asked for, which a release of those that were
  /// also rests on.
  var reachesBeyond: Bool {
    let asked = Set(periods + periods.flatMap(\.surveyPeriods))
    return findings.contains { finding in finding.period.map { !asked.contains($0) } ?? false }
  }

  /// The register's name of the unit that was asked for.
  var unitName: String? {
    unit.flatMap { reading.definitions.register?.units[$0]?.name }.flatMap { $0.isEmpty ? nil : $0 }
  }
}

extension Finding {
  /// Whether it is about the unit, or about findings left out that may be about it.
  fileprivate func concerns(_ other: UnitCode) -> Bool {
    unit == other || code == .moreErrors || code == .moreFindings
  }
}
