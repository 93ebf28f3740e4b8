// SPDX-License-Identifier: Apache-2.0
import Ingest
import Reports
import Rules
import Statistics

/// The shape `yuebao.check/2`, documented in Documentation/JSON.md.
struct CheckDocument: Encodable {
  private let schema = "yuebao.check/2"
  private let findings: [Entry]
  /// With `--unit`; the coverage, which is that of all units, is left out then.
  private let unit: Unit?
  private let files: [File]?
  private let units: [String: Units]?
  private let rules: [RuleEntry]?

  init(_ result: CheckResult) throws {
    let reading = result.reading
    findings = result.findings.map { Entry($0, reading.catalogue) }
    unit = result.unit.map { Unit(code: $0.description, name: result.unitName) }
    let isWhole = result.unit == nil
    files = isWhole ? reading.ingest.files.map(File.init) : nil
    units =
      isWhole
      ? Dictionary(
        uniqueKeysWithValues: reading.unitCoverage(of: result.periods).map {
          ($0.period.description, Units($0))
        }) : nil
    rules = isWhole ? try reading.ruleCounts(of: result.periods).map(RuleEntry.init) : nil
  }

  private struct Unit: Encodable {
    let code: String
    let name: String?
  }

  private struct Entry: Encodable {
    let code: String
    let severity: String
    let file: String?
    let sheet: String?
    let cell: String?
    let row: Int?
    let column: Int?
    let line: Int?
    let period: String?
    let unit: String?
    let raw: String?
    let message: String
    let remedy: String

    init(_ finding: Finding, _ catalogue: MessageCatalogue) {
      code = finding.code.rawValue
      severity = finding.severity.rawValue
      file = finding.location?.file
      sheet = finding.location?.sheet
      cell = finding.location?.cell
      row = finding.location?.row
      column = finding.location?.column
      line = finding.location?.line
      period = finding.period?.description
      unit = finding.unit?.description
      raw = finding.raw
      (message, remedy) = catalogue.text(of: finding)
    }
  }

  private struct File: Encodable {
    let path: String
    let bytes: Int
    let format: String?
    let encoding: String?
    let form: String?
    let periods: [String]
    let accepted: Int
    let rejected: Int
    let passedOver: Int

    enum CodingKeys: String, CodingKey {
      case path, bytes, format, encoding, form, periods, accepted, rejected
      case passedOver = "passed_over"
    }

    init(_ file: Coverage.File) {
      path = file.path
      bytes = file.bytes
      format = file.format
      encoding = file.encoding
      form = file.form
      periods = file.periods.map(\.description)
      accepted = file.accepted
      rejected = file.rejected
      passedOver = file.passedOver
    }
  }

  private struct Units: Encodable {
    let expected: Int?
    let reported: Int
    let missing: Int?

    init(_ units: Coverage.Units) {
      expected = units.expected
      reported = units.reported
      missing = units.missing
    }
  }

  private struct RuleEntry: Encodable {
    let rule: String
    let severity: String
    let over: String
    let period: String
    let passed: Int
    let failed: Int
    let waived: Int
    let notEvaluable: Int

    enum CodingKeys: String, CodingKey {
      case rule, severity, over, period, passed, failed, waived
      case notEvaluable = "not_evaluable"
    }

    init(_ count: RuleCount) {
      rule = count.rule.id
      severity = count.rule.severity.rawValue
      over = count.rule.scope.rawValue
      period = count.period.description
      passed = count.passed
      failed = count.failed
      waived = count.waived
      notEvaluable = count.notEvaluable
    }
  }
}
