// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Plan
import Statistics

extension ReportBuilder {
  /// A release's data files in one language: each table as CSV, and all as a workbook.
  func dataFiles(_ report: Report) throws(ReportError) -> [ReleaseFile] {
    let tables = report.namedTables + planTables
    let files = tables.map { table in
      ReleaseFile(
        path: "data/\(table.name)\(language.fileSuffix).csv",
        bytes: tableCSV(table.table, in: catalogue))
    }
    return files + [try workbookFile(report, tables)]
  }

  /// What the pages behind the report have in parts, each in one table.
  private var planTables: [NamedTable] {
    guard let plan = content.plan else { return [] }
    let communities = content.communities.map { communityTable(of: $0.rows) }
    let tables: [(String, Message, Table?)] = [
      ("targets", .planPage, targetTable(.targetTableCaption, plan.targets)),
      ("tasks", .tasksPage, taskTable(plan.tasks)),
      ("communities", .communitiesPage, communities),
    ]
    return tables.compactMap { name, heading, table in
      table.flatMap { table in
        table.rows.isEmpty
          ? nil : NamedTable(name: name, heading: catalogue.text(heading), table: table)
      }
    }
  }

  private func workbookFile(
    _ report: Report, _ tables: [NamedTable]
  ) throws(ReportError) -> ReleaseFile {
    let words = report.front.words
    let facts: [WorkbookNotes.Fact] = [
      .init(label: words["office"] ?? "", text: content.publisher.office[language]),
      .init(label: catalogue.text(.monthsStubHead), text: period.title),
      .init(label: words["contact"] ?? "", text: content.publisher.contact?[language] ?? ""),
      .init(label: "", text: report.classification),
      .init(label: "", text: content.publisher.notice?[language] ?? ""),
      .init(label: "", text: report.front.audienceNotice ?? ""),
    ]
    let notes = WorkbookNotes(
      title: report.front.fullTitle, syntheticNotice: report.front.syntheticNotice,
      author: content.publisher.office[language], facts: facts.filter { !$0.text.isEmpty })
    do {
      let bytes = try workbook(
        tables.map { WorkbookSheet(name: $0.heading, table: $0.table) }, notes: notes,
        in: catalogue)
      return ReleaseFile(path: "data/tables\(language.fileSuffix).xlsx", bytes: bytes)
    } catch {
      throw .workbook(error)
    }
  }
}

extension ReleaseContent {
  /// The figures of the period and all others that the pages print, as JSON and as SDMX-CSV.
  func figureFiles(_ figures: ReleaseFigures) throws(ReportError) -> [ReleaseFile] {
    _ = try figures.all(of: period)
    let printed = figures.all
    let header = FiguresHeader(
      area: areaID, areaName: publisher.area, period: period, audience: audience.rawValue,
      languages: languages, isSynthetic: publisher.isSynthetic,
      classification: self.figures.definitions.classification.edition,
      indicators: self.figures.indicators, sectors: self.figures.sectors)
    return [
      ReleaseFile(path: "data/figures.json", bytes: figuresJSON(printed, header)),
      ReleaseFile(
        path: "data/figures.sdmx.csv",
        bytes: Array(SDMXCSV(area: areaID).text(printed).utf8)),
    ]
  }
}
