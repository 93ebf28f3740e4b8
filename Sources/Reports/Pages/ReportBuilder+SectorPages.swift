// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Statistics

extension ReportBuilder {
  /// 分行业: the table of all, each row leading to its sector's page.
  func sectorsPage() throws(ReportError) -> [ReportSection] {
    guard let headline else { return [] }
    var table = try sectorTable(try sectorsWithData(), headline)
    let sectors = try sectorsWithData()
    table.rows = zip(sectors, table.rows).map { sector, row in
      var row = row
      row.link = PageName.sector(sector.id).path(in: language)
      return row
    }
    return [section(.sectorsHeading, charts: [try sectorMultiples()], tables: [table])]
  }

  /// A page a sector: its indicators, its course over the months, its divisions, its definition.
  func sectorPages() throws(ReportError) -> [Page] {
    var pages: [Page] = []
    for sector in try sectorsWithData() {
      let sections = [
        try indicatorsSection(of: sector), try courseSection(of: sector),
        try divisionSection(of: sector), definitionSection(of: sector),
      ]
      pages.append(
        page(
          .sector(sector.id), subject.label(sector), sections.filter { !$0.isEmpty }))
    }
    return pages
  }

  // MARK: - Sections

  private func indicatorsSection(of sector: Sector) throws(ReportError) -> ReportSection {
    var lines: [FigureTable.Line] = []
    for indicator in content.figures.indicators {
      guard try hasData(sector, indicator) else { continue }
      let stub = catalogue.text(
        .withUnit,
        ["heading": indicator.name[language], "unit": indicator.unit.symbol(in: language)])
      lines.append(FigureTable.Line(stub: stub, sector: sector, indicator: indicator))
    }
    guard !lines.isEmpty else { return section(.sectorIndicators) }
    let measures: [Measure] = [.level, .yoy, .share, .shareChange, .pull, .contribution]
    let candidates = (content.period.isSurveyPeriod ? Basis.allCases : [.ytd]).flatMap { basis in
      (basis == .month ? [Measure.level, .yoy] : measures).map {
        FigureColumn(basis: basis, measure: $0)
      }
    }
    let table = try FigureTable(self, lines: lines, candidates: candidates)
    return section(
      .sectorIndicators,
      tables: [
        table.table(
          caption: catalogue.text(
            .sectorIndicatorsCaption,
            ["sector": subject.label(sector), "period": period.title]),
          stubHead: .indicatorStubHead, levelUnit: nil, notes: [])
      ])
  }

  /// Level and growth of the headline indicator, month by month.
  private func courseSection(of sector: Sector) throws(ReportError) -> ReportSection {
    guard let headline else { return section(.sectorCourse) }
    var notes = TableNotes(catalogue)
    var rows: [TableRow] = []
    let measures: [Measure] = [.level, .yoy, .share]
    for period in chartPeriods {
      var cells: [TableCell] = []
      var isKnown = false
      for measure in measures {
        let figure = try figure(measure, of: sector, headline, at: period)
        isKnown = isKnown || figure.exact != nil
        cells.append(cell(figure, decimals: figure.decimals, marksBureau: false, &notes))
      }
      guard isKnown else { continue }
      rows.append(TableRow(stub: PeriodWords(period, in: language).title, cells: cells))
    }
    guard !rows.isEmpty else { return section(.sectorCourse) }
    let table = Table(
      caption: catalogue.text(
        .sectorCourseCaption, ["subject": subject.name(sector, headline)]),
      stubHead: catalogue.text(.monthsStubHead), columns: columns(measures, headline), rows: rows,
      footnotes: notes.footnotes, sourceNotes: notes.sourceNotes([]))
    guard let chart = try levelChart(of: sector, table: table) else {
      return section(.sectorCourse, tables: [table])
    }
    return section(.sectorCourse, charts: [chart])
  }

  private func columns(_ measures: [Measure], _ indicator: Indicator) -> [TableColumn] {
    measures.map { measure in
      let heading = catalogue.heading(of: measure, areas: areas)
      let unit = (measure.fixedUnit ?? indicator.unit).symbol(in: language)
      return TableColumn(
        heading: heading, unit: unit,
        flatHeading: catalogue.text(.withUnit, ["heading": heading, "unit": unit]))
    }
  }

  private func divisionSection(of sector: Sector) throws(ReportError) -> ReportSection {
    guard let headline else { return section(.sectorDivisions) }
    let divisions = content.figures.parts(
      of: sector, by: .level(.division), in: content.period)
    guard divisions.count > 1 else { return section(.sectorDivisions) }
    let table = try divisionTable(divisions, headline)
    return section(.sectorDivisions, tables: table.rows.isEmpty ? [] : [table])
  }

  private func definitionSection(of sector: Sector) -> ReportSection {
    let assumed = sector.standing == .assumed ? [Paragraph(catalogue.text(.assumedNote))] : []
    return section(.sectorDefinition, [Paragraph(sector.note[language])] + assumed)
  }
}
