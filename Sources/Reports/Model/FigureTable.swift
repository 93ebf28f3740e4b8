// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Statistics

/// Lays figures out as a table: rows of any kind, columns by basis and measure, spanners by basis.
struct FigureTable {
  /// A row before its cells are printed.
  struct Line {
    let stub: String
    let sector: Sector
    let indicator: Indicator
    var isTotal = false
    var isPart = false
  }

  let builder: ReportBuilder
  let lines: [Line]
  /// The columns that hold at least one value, in order.
  let columns: [FigureColumn]
  private let figures: [[Figure]]

  init(
    _ builder: ReportBuilder, lines: [Line], candidates: [FigureColumn]
  ) throws(ReportError) {
    var rows: [[Figure]] = []
    for line in lines {
      var row: [Figure] = []
      for column in candidates {
        row.append(try FigureTable.figure(of: column, in: line, builder))
      }
      rows.append(row)
    }
    let used = candidates.indices.filter { index in rows.contains { $0[index].exact != nil } }
    self.builder = builder
    self.lines = lines
    columns = used.map { candidates[$0] }
    figures = rows.map { row in used.map { row[$0] } }
  }

  /// The total has no change of its share in itself and no pull on itself.
  private static func figure(
    of column: FigureColumn, in line: Line, _ builder: ReportBuilder
  ) throws(ReportError) -> Figure {
    let figure = try builder.figure(
      column.measure, of: line.sector, line.indicator, column.basis)
    guard line.isTotal, [.shareChange, .pull].contains(column.measure) else { return figure }
    return Figure(
      name: figure.name, unit: figure.unit, decimals: figure.decimals,
      value: .missing(.notApplicable), origin: figure.origin)
  }

  /// - Parameters:
  ///   - levelUnit: The unit of all levels, in their column's head; `nil` where the stubs have it.
  ///   - notes: Printed before the symbols' legend.
  func table(
    caption: String, stubHead: Message, levelUnit: UnitOfMeasure?, notes: [String]
  ) -> Table {
    var gathered = TableNotes(builder.catalogue)
    let rows = lines.indices.map { row(at: $0, &gathered) }
    let source = builder.catalogue.text(builder.sourceNote(of: figures.flatMap(\.self)))
    return Table(
      caption: caption, stubHead: builder.catalogue.text(stubHead), spanners: spanners,
      columns: columns.map { head(of: $0, levelUnit: levelUnit) }, rows: rows,
      footnotes: gathered.footnotes, sourceNotes: gathered.sourceNotes([source] + notes))
  }

  private func row(at index: Int, _ notes: inout TableNotes) -> TableRow {
    let line = lines[index]
    let isAssumed = line.sector.standing == .assumed
    let mark = isAssumed ? notes.mark(.assumedNote) : nil
    let isMixed = builder.sourceNote(of: figures.flatMap(\.self)) == .mixedSource
    let cells = columns.indices.map { column in
      builder.cell(
        figures[index][column], decimals: figures.map { $0[column].decimals }.max() ?? 0,
        marksBureau: isMixed, &notes)
    }
    return TableRow(
      stub: line.stub, mark: mark, isTotal: line.isTotal, isPart: line.isPart, cells: cells)
  }

  /// One a basis, in words: 5月, 1—5月.
  private var spanners: [TableSpanner] {
    Basis.allCases.compactMap { basis in
      let span = columns.count { $0.basis == basis }
      return span == 0 ? nil : TableSpanner(text: words(for: basis), span: span)
    }
  }

  private func words(for basis: Basis) -> String {
    basis == .month ? builder.period.alone : builder.period.cumulative
  }

  private func head(of column: FigureColumn, levelUnit: UnitOfMeasure?) -> TableColumn {
    let catalogue = builder.catalogue
    let heading = catalogue.heading(of: column.measure, areas: builder.areas)
    let unit = column.measure.fixedUnit ?? levelUnit
    let symbol = unit?.symbol(in: builder.language)
    let flat = catalogue.text(
      .headingUnderSpanner, ["spanner": words(for: column.basis), "heading": heading])
    return TableColumn(
      heading: heading, unit: symbol,
      flatHeading: symbol.map {
        catalogue.text(.withUnit, ["heading": flat, "unit": $0])
      } ?? flat)
  }
}
