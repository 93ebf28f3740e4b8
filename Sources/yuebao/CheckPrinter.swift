// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Ingest
import Reports
import Statistics

/// Prints what `check` found: every finding, then the coverage.
struct CheckPrinter {
  let reading: Reading
  let findings: [Finding]

  func print(_ format: OutputFormat) throws {
    switch format {
    case .text: try Console.print(text)
    case .json: try Console.print(JSONText.of(document))
    case .csv: try Console.print(csv)
    }
  }

  // MARK: - JSON

  /// The shape `yuebao.check/1`, documented in Documentation/JSON.md.
  private struct Document: Encodable {
    let schema = "yuebao.check/1"
    let findings: [Entry]
    let files: [File]
    let units: [String: Int]
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

    init(_ file: Coverage.File) {
      path = file.path
      bytes = file.bytes
      format = file.format
      encoding = file.encoding
      form = file.form
      periods = file.periods.map(\.description)
      accepted = file.accepted
      rejected = file.rejected
    }
  }

  private var document: Document {
    Document(
      findings: findings.map { Entry($0, reading.catalogue) },
      files: reading.ingest.files.map(File.init),
      units: Dictionary(
        uniqueKeysWithValues: reading.figures.periods.map {
          ($0.description, reading.ingest.unitsReported(in: $0))
        }))
  }

  // MARK: - CSV

  private var csv: String {
    let header = [
      "severity", "code", "file", "sheet", "cell", "line", "period", "raw", "message", "remedy",
    ]
    let rows = findings.map { finding in
      let entry = Entry(finding, reading.catalogue)
      return [
        entry.severity, entry.code, entry.file ?? "", entry.sheet ?? "", entry.cell ?? "",
        entry.line.map(String.init) ?? "", entry.period ?? "", entry.raw ?? "", entry.message,
        entry.remedy,
      ]
    }
    return ([header] + rows).map(CSVText.line).joined(separator: "\n")
  }

  // MARK: - Text

  private var text: String {
    let lines = findings.map { FindingText($0, reading.catalogue).lines }
    let files = reading.ingest.files
    let counts = [
      "files": files.count, "accepted": files.reduce(0) { $0 + $1.accepted },
      "rejected": files.reduce(0) { $0 + $1.rejected },
      "errors": findings.count { $0.severity == .error },
      "warnings": findings.count { $0.severity == .warning },
      "infos": findings.count { $0.severity == .info },
    ]
    let summary = reading.catalogue.text(
      of: Message("check_summary", counts.mapValues(String.init)))
    return (lines + [summary]).joined(separator: "\n")
  }
}
