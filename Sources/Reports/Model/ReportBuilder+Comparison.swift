// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Statistics

extension ReportBuilder {
  /// 与上级地区比较: the total's growth beside that of wider areas; `nil` without any of theirs.
  func comparisonSection() throws(ReportError) -> ReportSection? {
    guard let headline, let total else { return nil }
    let own = try figure(.yoy, of: total, headline)
    var notes = TableNotes(catalogue)
    var rows = [
      TableRow(
        stub: content.publisher.area[language], isTotal: true,
        cells: [
          cell(own, decimals: 1, marksBureau: false, &notes),
          TableCell(
            text: notes.symbol(for: .notApplicable), reason: catalogue.text(.reasonNotApplicable)),
        ])
    ]
    var clauses: [[Piece]?] = []
    for area in areas {
      let stated = try stated(.yoy, of: total, headline, in: area)
      let gap = try figure(.gap(area: area.id), of: total, headline)
      guard let digits = stated.rounded else { continue }
      clauses.append(self.clauses.gap(gap, to: area.name[language]))
      rows.append(
        TableRow(
          stub: area.name[language],
          cells: [
            TableCell(text: numbers.grouped(digits)),
            cell(gap, decimals: 1, marksBureau: false, &notes),
          ]))
    }
    guard rows.count > 1 else { return nil }
    return section(
      .comparisonHeading, comparisonSentence(own, clauses, total, headline),
      tables: [comparisonTable(rows, notes)])
  }

  private func stated(
    _ measure: Measure, of sector: Sector, _ indicator: Indicator, in area: Area
  ) throws(ReportError) -> Figure {
    let name = FigureName(
      indicator: indicator.id, sector: sector.id, basis: .ytd, measure: measure,
      period: content.period)
    do {
      return try content.figures.stated(name, ofArea: area.id)
    } catch {
      throw .figure(error)
    }
  }

  private func comparisonSentence(
    _ own: Figure, _ gaps: [[Piece]?], _ total: Sector, _ indicator: Indicator
  ) -> [Paragraph] {
    guard let growth = clauses.growth(own) else { return [] }
    let sentence = Sentence(
      of: [.text(subject.name(total, indicator))], amount: nil, [growth] + gaps)
    return [Paragraph(sentence.pieces(in: catalogue) + catalogue.pieces(.stop))]
  }

  private func comparisonTable(_ rows: [TableRow], _ notes: TableNotes) -> Table {
    let columns: [(Message, UnitOfMeasure)] = [
      (.measureYoy, .percent), (.comparisonGap, .percentagePoint),
    ]
    return Table(
      caption: catalogue.text(.comparisonCaption, ["period": period.title]),
      stubHead: catalogue.text(.comparisonStubHead),
      columns: columns.map { message, unit in
        let heading = catalogue.text(message)
        let symbol = unit.symbol(in: language)
        return TableColumn(
          heading: heading, unit: symbol,
          flatHeading: catalogue.text(.withUnit, ["heading": heading, "unit": symbol]))
      },
      rows: rows, footnotes: notes.footnotes,
      sourceNotes: notes.sourceNotes([catalogue.text(.comparisonSource)]))
  }
}
