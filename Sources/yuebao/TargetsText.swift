// SPDX-License-Identifier: Apache-2.0
import Plan
import Reports
import Statistics

/// How a plan stands, as aligned tables for a terminal.
struct TargetsText {
  let progress: SelectedProgress
  let communities: CommunityFigures?
  let words: TargetWords
  let figureWords: FigureWords

  /// Longer names are cut.
  private static let widestName = 30

  func text(of rows: TargetRows) -> String {
    let blocks: [[String]] =
      switch rows {
      case .targets: [title, targets, legend, notes]
      case .tasks: [title, tasks]
      case .departments: [title, departments]
      case .communities: [title, communityRows]
      }
    return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n")
  }

  private var title: [String] {
    [
      words.word(
        "title",
        [
          "plan": progress.plan.name[words.catalogue.language].onOneLine,
          "period": progress.period.description,
        ])
    ]
  }

  private func heads(_ names: String...) -> [String] { names.map { words.word("head_" + $0) } }

  private func table(_ heads: [String], numbers: Set<Int>, _ rows: [[String]]) -> [String] {
    guard !rows.isEmpty else { return [words.word("none")] }
    let lines = rows.map { $0.map(\.onOneLine) }
    return TextTable(header: heads, rightAligned: numbers, rows: lines).lines
  }

  // MARK: - Targets

  private var targets: [String] {
    table(
      heads(
        "light", "id", "target", "promise", "value", "gap", "completion", "expected", "ahead",
        "needed", "outlook", "source", "responsible"),
      numbers: [3, 4, 5, 6, 7, 8], progress.targets.map(row))
  }

  private func row(of assessment: TargetAssessment) -> [String] {
    let numbers = assessment.numbers
    let expected = numbers?.expected
    let decimals = max(assessment.value.decimals, 1)
    let unit = assessment.target.unit
    let ahead = expected.map { words.difference($0.ahead, of: assessment, leastDecimals: 1) }
    return [
      words.light(assessment), assessment.target.id,
      assessment.target.name.shortened(to: Self.widestName), words.promise(assessment.target),
      words.value(assessment), numbers.map { words.difference($0.gap, of: assessment) } ?? "—",
      numbers?.completion.map { words.number($0, decimals: 1, .percent) } ?? "—",
      expected.map { words.number($0.value, decimals: decimals, unit) } ?? "—", ahead ?? "—",
      numbers?.needed.map { words.needed($0, of: assessment) } ?? "—",
      numbers.map(words.outlook) ?? "—", words.source(assessment),
      assessment.departments.first ?? "—",
    ]
  }

  private var legend: [String] {
    guard !progress.targets.isEmpty else { return [] }
    let lights = progress.plan.lights
    return [
      words.word(
        "counts",
        [
          "count": String(progress.targets.count),
          "list": words.counts(Light.counts(of: progress.targets)),
        ]),
      words.word(
        "thresholds",
        ["green": lights.green.description, "yellow": lights.yellow.description]),
      words.word("explained"),
    ]
  }

  private var notes: [String] {
    guard !progress.notes.isEmpty else { return [] }
    return [words.word("notes")] + progress.notes.map { "  " + words.note($0).onOneLine }
  }

  // MARK: - Tasks and departments

  private var tasks: [String] {
    table(
      heads("task", "name", "state", "lights", "overdue", "last_report", "responsible"),
      numbers: [0], progress.tasks.map(row))
  }

  private func row(of task: TaskProgress) -> [String] {
    [
      String(task.task.number), task.task.name.shortened(to: Self.widestName),
      task.state.map(words.state) ?? words.word("state_unknown"),
      task.targets.isEmpty ? "—" : words.counts(task.lightCounts),
      ids(task.overdue.map(\.target.id)),
      task.lastReported ?? "—", task.task.departments.joined(separator: words.word("list")),
    ]
  }

  private var departments: [String] {
    table(
      heads("department", "leads", "joins", "lights", "overdue", "owes"), numbers: [],
      progress.departments.map(row))
  }

  private func row(of department: DepartmentProgress) -> [String] {
    let owed =
      department.owes.map(\.target.id)
      + department.unreported.map { words.word("task", ["number": String($0.number)]) }
    return [
      department.department.name, ids(department.leads.map { String($0.task.number) }),
      ids(department.joins.map { String($0.task.number) }),
      department.targets.isEmpty ? "—" : words.counts(Light.counts(of: department.targets)),
      ids(department.overdue.map(\.target.id)), ids(owed),
    ]
  }

  private func ids(_ ids: [String]) -> String {
    ids.isEmpty ? "—" : ids.joined(separator: " ")
  }

  // MARK: - Communities

  private var communityRows: [String] {
    guard let communities else { return [words.word("no_communities")] }
    let rows = communities.rows.map { row in
      [
        row.sector.part?.value ?? "", figureWords.name(of: row.level.name),
        row.level.rounded ?? "—", figureWords.unit(of: row.level),
        row.yoy.rounded.map { $0 + "%" } ?? "—",
      ]
    }
    return table(
      heads("community", "name", "value", "unit", "yoy"), numbers: [2, 4], rows)
      + [words.word("communities_internal")]
  }
}

extension String {
  /// Cut to so many columns of a terminal.
  fileprivate func shortened(to width: Int) -> String {
    var text = TerminalText(limit: width)
    var copy = self
    copy.withUTF8 { text.set($0) }
    return String(decoding: text.bytes, as: UTF8.self)
  }
}
