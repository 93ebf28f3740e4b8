// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Plan
import Statistics

extension ReportBuilder {
  func targetTable() throws(ReportError) -> Table {
    var notes = TableNotes(catalogue)
    let rows = content.targets.map { row(of: $0, &notes) }
    return Table(
      caption: catalogue.text(.targetTableCaption, ["period": period.title]),
      stubHead: catalogue.text(.targetStubHead), columns: targetColumns, rows: rows,
      footnotes: notes.footnotes, sourceNotes: notes.sourceNotes(yearNote))
  }

  private var targetColumns: [TableColumn] {
    let heads: [(Message, isText: Bool)] = [
      (.targetPromise, true), (.targetValue, false), (.targetGap, true), (.targetStatus, true),
      (.targetDeadline, true),
    ]
    return heads.map { message, isText in
      let heading = catalogue.text(message)
      return TableColumn(heading: heading, unit: nil, flatHeading: heading, isText: isText)
    }
  }

  private func row(of progress: TargetProgress, _ notes: inout TableNotes) -> TableRow {
    let figure = progress.figure
    let sector = content.figures.sectors.first { $0.id == figure.name.sector }
    let mark = sector?.standing == .assumed ? notes.mark(.assumedNote) : nil
    var value = cell(
      figure, decimals: figure.decimals, marksBureau: false, &notes)
    if figure.exact != nil {
      let unit = figure.unit == .percent ? "%" : figure.unit.prose(in: language)
      let isAttached = figure.unit == .percent || language == .chinese
      value = value.with(unit: (isAttached ? "" : " ") + unit)
    }
    let deadline =
      progress.target.deadlineYear.map { catalogue.text(.deadlineYear, ["year": String($0)]) }
      ?? catalogue.text(.noDeadline)
    let gap = gapWords(progress) ?? notes.symbol(for: .notReported)
    return TableRow(
      stub: progress.target.name, mark: mark,
      cells: [
        .words(promise(of: progress.target)), value, .words(gap),
        .words(catalogue.text(status(of: progress))), .words(deadline),
      ])
  }

  /// A level from January to May says little of one promised for a year.
  private var yearNote: [String] {
    let hasLevel = content.targets.contains { $0.figure.name.measure == .level }
    guard hasLevel, content.period.months.upperBound < 12 else { return [] }
    return [catalogue.text(.targetYearNote, ["period": period.cumulative])]
  }
}

extension TableCell {
  static func words(_ text: String) -> TableCell { TableCell(text: text, isText: true) }

  func with(unit: String) -> TableCell {
    var copy = self
    copy.unit = unit
    return copy
  }
}
