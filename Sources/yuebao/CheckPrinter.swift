// SPDX-License-Identifier: Apache-2.0
import Reports
import Statistics

/// Prints what `check` found: every finding, then the coverage.
struct CheckPrinter {
  let result: CheckResult

  func print(_ format: OutputFormat) throws {
    switch format {
    case .text: try Console.print(text())
    case .json: try Console.print(JSONText.of(CheckDocument(result)))
    case .csv: try Console.print(csv)
    }
  }

  private var catalogue: MessageCatalogue { result.reading.catalogue }

  // MARK: - CSV

  private var csv: String {
    let header = [
      "severity", "code", "file", "sheet", "cell", "line", "period", "raw", "message", "remedy",
      "unit",
    ]
    let rows = result.findings.map { finding in
      let (message, remedy) = catalogue.text(of: finding)
      return [
        finding.severity.rawValue, finding.code.rawValue, finding.location?.file ?? "",
        finding.location?.sheet ?? "", finding.location?.cell ?? "",
        finding.location?.line.map(String.init) ?? "", finding.period?.description ?? "",
        finding.raw ?? "", message, remedy, finding.unit?.description ?? "",
      ]
    }
    return ([header] + rows).map(CSVText.line).joined(separator: "\n")
  }

  // MARK: - Text

  /// Blocks with an empty line between them: the unit, the findings, the coverage, the counts.
  private func text() throws -> String {
    var blocks: [[String]] = []
    if let unit = result.unit {
      blocks.append([[unit.description, result.unitName].compactMap(\.self).joined(separator: " ")])
    }
    blocks += FindingBlocks(result.findings, catalogue).blocks
    // Other units' coverage is no business of a unit that its findings are sent back to.
    if result.unit == nil { blocks += try CoverageText(result).blocks }
    blocks.append(
      result.reachesBeyond ? [catalogue.text(of: Message("check_scope")), summary] : [summary])
    return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
  }

  private var summary: String {
    let counts = [
      "errors": result.count(.error), "warnings": result.count(.warning),
      "infos": result.count(.info),
    ]
    return catalogue.text(of: Message("check_summary", counts.mapValues(String.init)))
  }
}
