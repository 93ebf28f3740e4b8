// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Statistics

extension ReportBuilder {
  /// Rows are sectors; columns the month's level and growth, then every measure of 1—本月.
  func sectorTable(_ sectors: [Sector], _ indicator: Indicator) throws(ReportError) -> Table {
    let lines = sectors.map { sector in
      let isTotal = sector.id == Figures.total
      return FigureTable.Line(
        stub: sector.name[language], sector: sector, indicator: indicator, isTotal: isTotal,
        isPart: !isTotal)
    }
    let cumulative: [Measure] = [.level, .yoy, .share, .shareChange, .pull]
    let table = try FigureTable(
      self, lines: lines,
      candidates: monthColumns + cumulative.map { FigureColumn(basis: .ytd, measure: $0) })
    return table.table(
      caption: try sectorCaption(indicator), stubHead: .sectorStubHead,
      levelUnit: indicator.unit, notes: leftOutNote(table))
  }

  /// Rows are the other indicators, of the total.
  func indicatorSection() throws(ReportError) -> ReportSection? {
    guard let total else { return nil }
    var lines: [FigureTable.Line] = []
    for indicator in content.figures.indicators
    where indicator.id != content.headlineIndicator {
      guard try hasData(total, indicator) else { continue }
      // Units differ from row to row, so they stand in the stub.
      let stub = catalogue.text(
        .withUnit,
        ["heading": indicator.name[language], "unit": indicator.unit.symbol(in: language)])
      lines.append(FigureTable.Line(stub: stub, sector: total, indicator: indicator))
    }
    guard !lines.isEmpty else { return nil }
    let cumulative: [Measure] = [.level, .yoy]
    let table = try FigureTable(
      self, lines: lines,
      candidates: monthColumns + cumulative.map { FigureColumn(basis: .ytd, measure: $0) })
    let caption = catalogue.text(
      .indicatorTableCaption,
      ["area": content.publisher.area[language], "period": period.title])
    return section(
      .indicatorsHeading,
      tables: [
        table.table(
          caption: caption, stubHead: .indicatorStubHead, levelUnit: nil,
          notes: leftOutNote(table))
      ])
  }

  /// None where the period alone is the cumulative span: a first quarter, a half year, a year.
  private var monthColumns: [FigureColumn] {
    guard period.hasOwnSpan || content.period.isSurveyPeriod else { return [] }
    let measures: [Measure] = [.level, .yoy]
    return measures.map { FigureColumn(basis: .month, measure: $0) }
  }

  private func leftOutNote(_ table: FigureTable) -> [String] {
    let hasMonth = table.columns.contains { $0.basis == .month }
    return hasMonth || monthColumns.isEmpty ? [] : [catalogue.text(.monthLeftOut)]
  }

  private func sectorCaption(_ indicator: Indicator) throws(ReportError) -> String {
    var sentence = period.title
    if let total, let growth = clauses.growth(try figure(.yoy, of: total, indicator)) {
      sentence = catalogue.text(
        .sectorTableSentence,
        ["period": period.title, "total": totalInSentence, "growth": growth.text])
    }
    return catalogue.text(
      .sectorTableCaption, ["indicator": indicator.name[language], "sentence": sentence])
  }
}
