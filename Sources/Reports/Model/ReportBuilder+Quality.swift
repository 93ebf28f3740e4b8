// SPDX-License-Identifier: Apache-2.0
import Statistics

extension ReportBuilder {
  var qualitySection: ReportSection {
    guard !content.findings.isEmpty else {
      return section(.qualityHeading, [Paragraph(catalogue.text(.qualityNone))])
    }
    let counts = catalogue.text(
      .qualityCounts,
      [
        "warnings": numbers.grouped(content.findings.count { $0.severity == .warning }),
        "infos": numbers.grouped(content.findings.count { $0.severity == .info }),
      ])
    return section(.qualityHeading, [Paragraph(counts)])
  }

  /// By code, in the order of severity; the first three places of each.
  var findingGroups: [FindingGroup] {
    var order: [FindingCode] = []
    var byCode: [FindingCode: [Finding]] = [:]
    for finding in content.findings {
      if byCode[finding.code] == nil { order.append(finding.code) }
      byCode[finding.code, default: []].append(finding)
    }
    return order.compactMap { byCode[$0].map(group) }
  }

  private func group(_ findings: [Finding]) -> FindingGroup {
    let shown = findings.prefix(3)
    let rest = findings.count - shown.count
    let first = findings[0]
    return FindingGroup(
      code: first.code.rawValue, severity: catalogue.text(first.severity.message),
      count: catalogue.text(.qualityGroup, ["count": numbers.grouped(findings.count)]),
      places: shown.map { finding in
        FindingGroup.Place(
          location: finding.location?.description, message: catalogue.text(of: finding).message)
      },
      more: rest > 0 ? catalogue.text(.qualityMore, ["count": numbers.grouped(rest)]) : nil,
      remedy: catalogue.text(of: first).remedy)
  }
}

extension Finding.Severity {
  fileprivate var message: Message {
    switch self {
    case .error: .severityError
    case .warning: .severityWarning
    case .info: .severityInfo
    }
  }
}
