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
    let isInternal = content.audience == .internal
    return section(
      .qualityHeading, [Paragraph(counts)],
      tables: [ruleTable] + (isInternal ? [correctionTable, waiverTable] : []))
  }

  /// How often each edit rule passed and failed; `nil` where none was held against anything.
  var ruleTable: Table? {
    let rules = content.coverage.rules.filter { $0.total > 0 }
    guard !rules.isEmpty else { return nil }
    var table = table(
      .ruleTableCaption, stub: .ruleStubHead,
      [
        (.ruleSeverity, .words), (.rulePassed, .numbers), (.ruleFailed, .numbers),
        (.ruleWaived, .numbers), (.ruleNotEvaluable, .numbers),
      ],
      rows: rules.map { rule in
        TableRow(
          stub: rule.name[language],
          cells: [.words(catalogue.text(rule.severity.message))]
            + [rule.passed, rule.failed, rule.waived, rule.notEvaluable].map(count))
      })
    if rules.contains(where: { $0.notEvaluable > 0 }) {
      table.sourceNotes = [TableFootnote(mark: "", text: catalogue.text(.ruleNotEvaluableNote))]
    }
    return table
  }

  /// Each correction, what it replaced and why.
  var correctionTable: Table? {
    let corrections = content.findings.filter { $0.code == .corrected }
    guard !corrections.isEmpty else { return nil }
    return table(
      .correctionTableCaption, stub: .correctionStubHead,
      [
        (.correctionOld, .numbers), (.correctionNew, .numbers), (.correctionDate, .numbers),
        (.correctionReason, .words), (.correctionPlace, .words),
      ],
      rows: corrections.map { finding in
        let values = ["old", "new", "date"].map { TableCell(text: finding.arguments[$0] ?? "") }
        let words = [finding.arguments["reason"], finding.location?.description]
        return TableRow(
          stub: subject(of: finding), cells: values + words.map { .words($0 ?? "") })
      })
  }

  /// Each failure that is waived, with who decided it and why.
  var waiverTable: Table? {
    let waived = content.findings.filter { $0.code == .waivedFailure }
    guard !waived.isEmpty else { return nil }
    return table(
      .waiverTableCaption, stub: .waiverStubHead,
      [
        (.waiverRule, .words), (.waiverValues, .words), (.waiverReason, .words),
        (.waiverBy, .words), (.waiverUntil, .numbers),
      ],
      rows: waived.map { finding in
        let values = catalogue.values(of: finding)
        let words = ["name", "values", "reason", "by"].map { TableCell.words(values[$0] ?? "") }
        return TableRow(
          stub: values["unit"] ?? "", cells: words + [TableCell(text: values["until"] ?? "")])
      })
  }

  /// `91441900MA0000001A 工业总产值`, or a figure's name.
  private func subject(of correction: Finding) -> String {
    [correction.raw, catalogue.values(of: correction)["indicator"]].compactMap(\.self).joined(
      separator: " ")
  }

  /// What is more than a note, by severity, code and remedy: an edit rule's remedy is its own. The
  /// first three places of each.
  var findingGroups: [FindingGroup] {
    struct Key: Hashable {
      let code: FindingCode
      let remedy: String
    }
    var order: [Key] = []
    var groups: [Key: [Finding]] = [:]
    for finding in content.findings where finding.severity != .info {
      let key = Key(code: finding.code, remedy: catalogue.text(of: finding).remedy)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(finding)
    }
    // The sort is stable: within a code the first place decides.
    let severities = Finding.Severity.allCases
    return severities.flatMap { severity in
      order.filter { $0.code.severity == severity }.sorted { $0.code.rawValue < $1.code.rawValue }
    }.compactMap { groups[$0].map(group) }
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

extension Coverage.Rule {
  fileprivate var total: Int { passed + failed + waived + notEvaluable }
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
