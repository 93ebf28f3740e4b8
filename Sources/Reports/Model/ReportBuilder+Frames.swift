// SPDX-License-Identifier: Apache-2.0
import Statistics

extension ReportBuilder {
  /// A chart with its words, drawn for the page, the phone and a file of its own.
  ///
  /// - Parameters:
  ///   - title: the caption's title, its numbers with their names.
  ///   - table: its data.
  func frame(_ chart: some Chart, title: Paragraph? = nil, table: Table) -> ChartFrame {
    ChartFrame(
      title: title ?? Paragraph(chart.caption.title), name: chart.caption.title,
      unit: chart.caption.unit, svg: chart.svg(.page, .wide, in: catalogue),
      narrowSVG: chart.svg(.page, .narrow, in: catalogue),
      file: chart.svg(filePalette, .wide, in: catalogue),
      path: "charts/\(chart.caption.safeID)\(language.fileSuffix).svg",
      description: chart.description(in: catalogue), table: table)
  }

  func point(_ figure: Figure) -> ChartPoint? {
    figure.exact.flatMap { ChartNumber($0, decimals: figure.decimals) }.map {
      ChartPoint(period: figure.name.period, number: $0)
    }
  }

  /// A plain table of a chart's numbers: periods down, one column a series.
  func dataTable(
    _ caption: String, _ periods: [Period], _ series: [(name: String, points: [ChartPoint])]
  ) -> Table {
    var notes = TableNotes(catalogue)
    let rows = periods.map { period in
      TableRow(
        stub: PeriodWords(period, in: language).title,
        cells: series.map { _, points in
          points.first { $0.period == period }.map {
            TableCell(text: numbers.grouped($0.number.digits))
          }
            ?? TableCell(
              text: notes.symbol(for: .notReported), reason: catalogue.text(.reasonNotReported))
        })
    }
    return Table(
      caption: caption, stubHead: catalogue.text(.monthsStubHead),
      columns: series.map { TableColumn(heading: $0.name, unit: nil, flatHeading: $0.name) },
      rows: rows, sourceNotes: notes.sourceNotes([]))
  }
}
