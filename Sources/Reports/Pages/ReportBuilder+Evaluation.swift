// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Plan
import Statistics

extension ReportBuilder {
  /// 企业综合评价, for internal use: by scheme and group, every score with its items; then the changes
  /// and who is entitled to which support.
  var evaluationSections: [ReportSection] { content.evaluations.flatMap(sections) }

  private func sections(of result: EvaluationOutcome) -> [ReportSection] {
    let words = EvaluationWords(catalogue: catalogue, scheme: result.evaluation.scheme)
    let tables = EvaluationTables(result: result, words: words)
    let scheme = result.evaluation.scheme
    let head = ReportSection(
      heading: words.sentence(
        "title",
        ["name": words.name(scheme.name), "year": String(result.evaluation.year)]),
      paragraphs: [
        Paragraph(
          words.sentence(
            "owner", ["owner": words.name(scheme.owner), "document": scheme.document]))
      ] + (scheme.note.map { [Paragraph(words.name($0))] } ?? []),
      tables: scheme.groups.compactMap(tables.table))
    let others = section(
      .evaluationOthers, [Paragraph(words.totals(result.changes))],
      tables: [tables.notAssessed, tables.support])
    return [head, others].filter { !$0.isEmpty }
  }
}

/// The tables of an evaluation's page.
private struct EvaluationTables {
  let result: EvaluationOutcome
  let words: EvaluationWords

  private var scheme: EvaluationScheme { result.evaluation.scheme }

  private func column(_ heading: String, isText: Bool = false) -> TableColumn {
    TableColumn(heading: heading, unit: nil, flatHeading: heading, isText: isText)
  }

  private func head(_ key: String) -> String { words.sentence("head_" + key) }

  // MARK: - Scores

  func table(of group: EvaluationGroup) -> Table? {
    let sheets = result.evaluation.sheets.filter { $0.group?.id == group.id && $0.result != nil }
    guard !sheets.isEmpty else { return nil }
    let isMarked = sheets.contains { $0.items.contains { $0.standing != .scored } }
    let columns =
      [column(head("name"), isText: true), column(head("place"))]
      + group.items.map { column(words.name($0.name)) }
      + (scheme.adjustments.isEmpty ? [] : [column(head("adjustments"))])
      + [column(head("score"))]
      + (scheme.classes == nil ? [] : [column(head("class"), isText: true)])
      + (result.changes == nil ? [] : [column(head("change"), isText: true)])
    return Table(
      caption: words.sentence("group", ["group": words.name(group.name)]),
      stubHead: head("unit"), columns: columns, rows: sheets.map(row),
      sourceNotes: isMarked
        ? [TableFootnote(mark: "", text: words.sentence("marked"))] : [])
  }

  private func row(of sheet: ScoreSheet) -> TableRow {
    let adjustments = sheet.adjustments.reduce(ExactFraction.zero) {
      $0 + ExactFraction(Ratio($1.points))
    }
    var cells = [
      TableCell.words(sheet.unit.name),
      TableCell(text: sheet.result.map { String($0.place) } ?? ""),
    ]
    cells += sheet.items.map {
      TableCell(text: words.points($0.points) + ($0.standing == .scored ? "" : "*"))
    }
    if !scheme.adjustments.isEmpty {
      cells.append(
        TableCell(text: sheet.adjustments.isEmpty ? "" : words.points(adjustments)))
    }
    cells.append(TableCell(text: sheet.result.map { words.points($0.score) } ?? ""))
    if scheme.classes != nil { cells.append(.words(words.className(of: sheet))) }
    if result.changes != nil { cells.append(.words(words.change(result.change(of: sheet)))) }
    return TableRow(stub: sheet.unit.code.description, cells: cells)
  }

  // MARK: - The others

  var notAssessed: Table? {
    let sheets = result.evaluation.sheets.filter { $0.result == nil }
    guard !sheets.isEmpty else { return nil }
    return Table(
      caption: words.sentence("not_assessed"), stubHead: head("unit"),
      columns: [column(head("name"), isText: true), column(head("reason"), isText: true)],
      rows: sheets.map { sheet in
        TableRow(
          stub: sheet.unit.code.description,
          cells: [.words(sheet.unit.name), .words(sheet.reason.map(words.reason) ?? "")])
      })
  }

  /// 差别化扶持名单.
  var support: Table? {
    let entries = SupportList(result.evaluation).entries
    guard !entries.isEmpty else { return nil }
    return Table(
      caption: words.sentence("support"), stubHead: head("class"),
      columns: [
        column(words.sentence("head_group"), isText: true),
        column(words.sentence("head_support"), isText: true),
        column(words.sentence("head_units"), isText: true),
      ],
      rows: entries.map { entry in
        TableRow(
          stub: entry.unitClass.id + " " + words.name(entry.unitClass.name),
          cells: [
            .words(words.name(entry.group.name)),
            .words(entry.unitClass.support.map(words.name) ?? ""),
            .words(entry.units.map(\.name).joined(separator: words.sentence("comma"))),
          ])
      })
  }
}
