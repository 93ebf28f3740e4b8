// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Statistics

extension ReportBuilder {
  /// Each figure for which both a bureau's value and an own sum exist, with the difference.
  func bureauSection() throws(ReportError) -> ReportSection? {
    let figures = try figures.all(of: content.period).filter { $0.differenceToOwn != nil }
    guard !figures.isEmpty else { return nil }
    return section(
      .bureauHeading, [Paragraph(catalogue.text(.bureauSentence))], tables: [bureauTable(figures)])
  }

  private func bureauTable(_ figures: [Figure]) -> Table {
    let measures = measuresToCompare(figures)
    var notes = TableNotes(catalogue)
    var rows: [TableRow] = []
    let figures = figures.filter { measures.contains($0.name.measure) }
    for figure in figures where !rows.contains(where: { $0.stub == stub(of: figure) }) {
      let same = figures.filter { stub(of: $0) == stub(of: figure) }
      rows.append(bureauRow(stub(of: figure), same, measures, &notes))
    }
    return Table(
      caption: catalogue.text(.bureauTableCaption), stubHead: catalogue.text(.bureauStubHead),
      spanners: measures.map { TableSpanner(text: bureauHeading($0), span: 3) },
      columns: measures.flatMap(bureauColumns), rows: rows, footnotes: notes.footnotes,
      sourceNotes: notes.sourceNotes([catalogue.text(.bureauDerivedNote)]))
  }

  /// Level and growth, on which the others rest; only where neither is there, those.
  private func measuresToCompare(_ figures: [Figure]) -> [Measure] {
    let present = Measure.allCases.filter { measure in
      figures.contains { $0.name.measure == measure }
    }
    let stated = present.filter { [.level, .yoy].contains($0) }
    return stated.isEmpty ? present : stated
  }

  private func bureauRow(
    _ stub: String, _ figures: [Figure], _ measures: [Measure], _ notes: inout TableNotes
  ) -> TableRow {
    let cells = measures.flatMap { measure -> [TableCell] in
      guard let figure = figures.first(where: { $0.name.measure == measure }),
        let own = figure.ownValue, let difference = figure.differenceToOwn,
        let printed = figure.rounded
      else {
        return (0..<3).map { _ in
          TableCell(
            text: notes.symbol(for: .notReported), reason: catalogue.text(.reasonNotReported))
        }
      }
      let decimals = figure.decimals
      return [
        TableCell(text: numbers.grouped(printed), figure: figure.name.description),
        TableCell(text: numbers.grouped(own.rounded(decimals: decimals))),
        TableCell(text: numbers.grouped(difference.rounded(decimals: decimals))),
      ]
    }
    return TableRow(stub: stub, cells: cells)
  }

  /// 电子信息制造业增加值，1—5月; a level's unit stands there too, since it differs by indicator.
  private func stub(of figure: Figure) -> String {
    guard let sector = content.figures.sectors.first(where: { $0.id == figure.name.sector }),
      let indicator = content.figures.indicators.first(where: { $0.id == figure.name.indicator })
    else { return figure.name.series }
    let span = figure.name.basis == .month ? period.alone : period.cumulative
    let name = catalogue.text(
      .bureauStub, ["subject": subject.name(sector, indicator), "span": span])
    return name
  }

  private func bureauHeading(_ measure: Measure) -> String {
    let heading = catalogue.heading(of: measure, areas: areas)
    let unit: UnitOfMeasure? =
      measure == .level ? commonLevelUnit : headline.map { measure.unit(of: $0) }
    guard let unit else { return heading }
    return catalogue.text(
      .withUnit, ["heading": heading, "unit": unit.symbol(in: language)])
  }

  private var commonLevelUnit: UnitOfMeasure? {
    let money = content.figures.indicators.map(\.unit).filter { $0.dimension == .money }
    return Set(money).count == 1 ? money.first : nil
  }

  private func bureauColumns(_ measure: Measure) -> [TableColumn] {
    let heads: [Message] = [.bureauValue, .ownValue, .difference]
    return heads.map { message in
      let heading = catalogue.text(message)
      let flat = catalogue.text(
        .headingUnderSpanner, ["spanner": bureauHeading(measure), "heading": heading])
      return TableColumn(heading: heading, unit: nil, flatHeading: flat)
    }
  }
}
