// SPDX-License-Identifier: Apache-2.0
import Plan
import Statistics

extension ReportBuilder {
  var targetWords: TargetWords { TargetWords(catalogue, breaksLines: true) }

  /// 目标: what needs attention first, then every target by the plan's sections.
  var planSections: [ReportSection] {
    guard let plan = content.plan else { return [] }
    let sections =
      [attentionSection(plan)]
      + plan.sectionNames.map { name in
        targetSection(name, plan.targets.filter { $0.target.section == name })
      }
    return (sections + [consistencySection(plan)]).filter { !$0.isEmpty }
  }

  // MARK: - Sections

  /// How many targets have each light, and those that are behind, with who answers and what it takes.
  private func attentionSection(_ plan: PlanProgress) -> ReportSection {
    let behind = plan.targets.filter { [.red, .yellow].contains($0.light) }
      .sorted { ($0.light == .red ? 0 : 1) < ($1.light == .red ? 0 : 1) }
    let nothing = behind.isEmpty ? [Paragraph(catalogue.text(.planNoneBehind))] : []
    return section(
      .planAttention, [Paragraph(lightsSentence(plan)), Paragraph(thresholds(plan))] + nothing,
      tables: [behind.isEmpty ? nil : targetTable(.planBehindCaption, behind)])
  }

  func lightsSentence(_ plan: PlanProgress) -> String {
    targetWords.word(
      "counts",
      [
        "count": numbers.grouped(plan.targets.count), "list": targetWords.counts(plan.lightCounts),
      ]) + catalogue.text(.stop)
  }

  private func thresholds(_ plan: PlanProgress) -> String {
    targetWords.word(
      "thresholds",
      [
        "green": plan.plan.lights.green.description,
        "yellow": plan.plan.lights.yellow.description,
      ]) + catalogue.text(.stop)
  }

  private func targetSection(_ name: String, _ targets: [TargetAssessment]) -> ReportSection {
    let heading = name.isEmpty ? catalogue.text(.planOtherTargets) : name
    let table = targetTable(.planTableCaption, targets, ["section": heading])
    return ReportSection(heading: heading, tables: [table])
  }

  private func consistencySection(_ plan: PlanProgress) -> ReportSection {
    section(.planNotes, plan.notes.map { Paragraph(targetWords.note($0)) })
  }

  // MARK: - The table

  /// A row a target: light, promise, value, gap, completion, what is needed, who answers.
  func targetTable(
    _ caption: Message, _ targets: [TargetAssessment], _ values: [String: String] = [:]
  ) -> Table {
    let heads: [(String, PlainColumn)] = [
      ("light", .words), ("promise", .words), ("value", .numbers), ("gap", .numbers),
      ("completion", .numbers), ("expected", .numbers), ("needed", .words),
      ("responsible", .words),
    ]
    let columns = heads.map { key, kind in
      let heading = SentenceCase.beginning(targetWords.word("head_" + key))
      return TableColumn(
        heading: heading, unit: nil, flatHeading: heading, isText: kind == .words)
    }
    return Table(
      caption: catalogue.text(caption, values.merging(["period": period.title]) { own, _ in own }),
      stubHead: SentenceCase.beginning(targetWords.word("head_target")), columns: columns,
      rows: targets.map(row))
  }

  private func row(of assessment: TargetAssessment) -> TableRow {
    let target = assessment.target
    let light = TableCell.words(targetWords.light(assessment))
    let promise = TableCell.words(targetWords.promise(target))
    let responsible = TableCell.words(assessment.departments.first ?? "—")
    return TableRow(
      stub: target.id + " " + target.name, link: PageName.target(target.id).path(in: language),
      cells: [light, promise] + cells(assessment) + [responsible])
  }

  private func cells(_ assessment: TargetAssessment) -> [TableCell] {
    guard isDisclosed(assessment) else {
      let hidden = TableCell(text: "…", reason: catalogue.text(.reasonConfidential))
      return [hidden, hidden, hidden, hidden, .words("…")]
    }
    let numbers = assessment.numbers
    let words = targetWords
    let decimals = assessment.value.decimals
    let unit = assessment.target.unit
    return [
      valueCell(assessment),
      amount(
        numbers?.gap, max(decimals, assessment.target.value.scale), assessment.target.gapUnit,
        isSigned: true),
      amount(numbers?.completion, 1, .percent),
      amount(numbers?.expected?.value, max(decimals, 1), unit),
      .words(numbers?.needed.map { words.needed($0, of: assessment) } ?? "—"),
    ]
  }

  private func valueCell(_ assessment: TargetAssessment) -> TableCell {
    let value = assessment.value
    // With a state there are words before the number.
    guard let exact = value.exact, assessment.state == nil else {
      return TableCell(
        text: targetWords.value(assessment),
        reason: value.isMissing ? targetWords.source(assessment) : nil, isText: !value.isMissing)
    }
    var cell = amount(exact, value.decimals, assessment.target.unit)
    // A rate of growth from a figure is not that figure.
    if value.figure?.exact == exact { cell.figure = value.figure?.name.description }
    return cell
  }

  /// Digits with their unit behind them; a dash for none.
  private func amount(
    _ value: Ratio?, _ decimals: Int, _ unit: UnitOfMeasure, isSigned: Bool = false
  ) -> TableCell {
    guard let value else { return TableCell(text: "—") }
    let digits = targetWords.digits(value, decimals: decimals)
    let sign = isSigned && value > .zero ? "+" : ""
    return TableCell(text: sign + numbers.grouped(digits), unit: targetWords.suffix(unit))
  }

  /// What the path expects at the value's period, in the target's unit.
  func expected(_ assessment: TargetAssessment) -> String? {
    assessment.numbers?.expected.map {
      targetWords.number(
        $0.value, decimals: max(assessment.value.decimals, 1), assessment.target.unit)
    }
  }
}

extension PlanProgress {
  /// The plan's sections that have targets, in the order of their first.
  fileprivate var sectionNames: [String] {
    targets.map(\.target.section).reduce(into: []) { names, name in
      if !names.contains(name) { names.append(name) }
    }
  }
}
