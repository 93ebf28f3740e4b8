// SPDX-License-Identifier: Apache-2.0
import Plan
import Statistics

extension ReportBuilder {
  /// A page a target: what is promised, how it stands, what it would take.
  func targetPages() -> [Page] {
    guard let plan = content.plan else { return [] }
    return plan.targets.map { assessment in
      let target = assessment.target
      return page(
        .target(target.id), target.id + " " + target.name,
        [promiseSection(assessment, plan), standingSection(assessment)]
          + [changesSection(target), notesSection(target, plan)].filter { !$0.isEmpty })
    }
  }

  // MARK: - Promise

  private func promiseSection(_ assessment: TargetAssessment, _ plan: PlanProgress) -> ReportSection
  {
    let target = assessment.target
    let list = targetWords.word("list")
    let tasks = plan.tasks.filter { target.belongs(to: $0.task) }.map {
      targetWords.word("task", ["number": String($0.task.number)]) + " " + $0.task.name
    }
    let rows: [(Message, String?)] = [
      (.targetPromised, targetWords.promise(target)), (.targetKind, kind(target)),
      (.targetBaseline, baseline(target)), (.targetDeadline, deadline(target)),
      (.targetModality, target.modality), (.targetSection, target.section),
      (.targetTasks, tasks.joined(separator: list)),
      (.targetDepartments, assessment.departments.joined(separator: list)),
      (.targetFigure, target.series),
      (.targetSource, target.sourcePhrases.map { "“\($0)”" }.joined(separator: list)),
      (.targetNote, target.note),
    ]
    return ReportSection(heading: catalogue.text(.targetPromiseHeading), facts: facts(rows))
  }

  /// Those that have something to say.
  func facts(_ rows: [(Message, String?)]) -> [Fact] {
    rows.compactMap { message, text in
      guard let text, !text.isEmpty else { return nil }
      return Fact(term: catalogue.text(message), text: Paragraph(text))
    }
  }

  private func kind(_ target: Target) -> String {
    catalogue.text(.kind(target.kind))
  }

  private func baseline(_ target: Target) -> String? {
    guard let baseline = target.baseline, let value = baseline.value else { return nil }
    return catalogue.text(
      .targetBaselineOfYear,
      [
        "value": targetWords.number(Ratio(value), decimals: value.scale, target.unit),
        "year": String(baseline.year),
      ])
  }

  private func deadline(_ target: Target) -> String {
    [targetWords.deadline(target), target.deadlineNote].compactMap(\.self)
      .joined(separator: catalogue.text(.comma))
  }

  // MARK: - Standing

  private func standingSection(_ assessment: TargetAssessment) -> ReportSection {
    guard isDisclosed(assessment) else {
      return section(.targetStanding, [Paragraph(catalogue.text(.reasonConfidential))])
    }
    let words = targetWords
    let numbers = assessment.numbers
    let valuePeriod = PeriodWords(assessment.valuePeriod, in: language).title
    let rows: [(Message, String?)] = [
      (.targetLight, words.light(assessment)),
      (.targetValueNow, words.value(assessment)),
      (.targetValuePeriod, assessment.value.isMissing ? nil : valuePeriod),
      (.targetValueSource, words.source(assessment)),
      (.targetEvidence, assessment.value.report?.evidence),
      (.targetRemark, assessment.value.report?.remark),
      (.targetGapNow, numbers.map { words.difference($0.gap, of: assessment) }),
      (.targetCompletion, numbers?.completion.map { words.number($0, decimals: 1, .percent) }),
      (.targetExpected, expected(assessment)), (.targetPath, path(assessment)),
      (.targetAhead, ahead(assessment)),
      (.targetNeeded, numbers?.needed.map { words.needed($0, of: assessment) }),
      (.targetOutlook, numbers.map(words.outlook).flatMap { $0 == "—" ? nil : $0 }),
    ]
    return ReportSection(
      heading: catalogue.text(.targetStanding), facts: facts(rows),
      charts: [targetChart(assessment)].compactMap(\.self))
  }

  private func path(_ assessment: TargetAssessment) -> String? {
    assessment.numbers?.expected.map { catalogue.text(.path($0.path)) }
  }

  private func ahead(_ assessment: TargetAssessment) -> String? {
    assessment.numbers?.expected.map {
      targetWords.difference($0.ahead, of: assessment, leastDecimals: 1)
    }
  }

  // MARK: - History and notes

  private func changesSection(_ target: Target) -> ReportSection {
    section(
      .targetChanges,
      target.changes.map { change in
        Paragraph(
          catalogue.text(
            .targetChange,
            [
              "period": PeriodWords(change.from, in: language).title,
              "promise": targetWords.number(
                Ratio(change.value), decimals: change.value.scale, target.unit),
              "document": change.document,
            ]))
      })
  }

  private func notesSection(_ target: Target, _ plan: PlanProgress) -> ReportSection {
    section(
      .planNotes,
      plan.notes.filter { $0.subject.targets.contains(target.id) }.map {
        Paragraph(targetWords.note($0))
      })
  }
}
