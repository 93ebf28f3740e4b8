// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Statistics

extension ReportBuilder {
  /// Figures that the report itself lists; the page behind it has all.
  private static let mostInReport = 15

  /// What this vintage changed, in short; `nil` in a first one.
  var revisionSection: ReportSection? {
    guard let note = content.revision else { return nil }
    let visible = inOrderOfPrinting(note.figures.filter(\.isVisible))
    return section(
      .revisionsHeading, revisionSentences(note, visible: visible.count),
      tables: [
        figureRevisionTable(Array(visible.prefix(Self.mostInReport))), cellRevisionTable(note),
      ])
  }

  /// Every figure that changed, also where the printed digits are the same.
  var revisionSections: [ReportSection] {
    guard let note = content.revision else { return [] }
    let visible = note.figures.count(where: \.isVisible)
    return [
      section(
        .revisionsHeading, revisionSentences(note, visible: visible),
        tables: [figureRevisionTable(inOrderOfPrinting(note.figures)), cellRevisionTable(note)])
    ]
  }

  /// The indicators as they are defined, in each the figures by name.
  private func inOrderOfPrinting(_ figures: [FigureRevision]) -> [FigureRevision] {
    let ids = content.figures.definitions.indicators.map(\.id)
    let places = Dictionary(
      ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    func place(_ figure: FigureRevision) -> Int {
      let indicator = figure.name.prefix { $0 != "." }
      return places[String(indicator)] ?? ids.count
    }
    return figures.sorted { (place($0), $0.name) < (place($1), $1.name) }
  }

  private func revisionSentences(_ note: RevisionNote, visible: Int) -> [Paragraph] {
    let before = String(note.vintage - 1)
    var sentences = [
      note.figures.isEmpty
        ? catalogue.text(
          .revisionsNoFigures, ["vintage": String(note.vintage), "before": before])
        : catalogue.text(
          .revisionsFigures,
          [
            "vintage": String(note.vintage), "before": before,
            "count": numbers.grouped(note.figures.count), "visible": numbers.grouped(visible),
          ])
    ]
    if let reason = note.reason {
      sentences.append(catalogue.text(.revisionsReason, ["reason": reason]))
    }
    let causes = note.causes.map(words)
    if !causes.isEmpty {
      sentences.append(
        catalogue.text(
          .revisionsCauses, ["causes": causes.joined(separator: catalogue.text(.semicolon))]))
    }
    if let program = note.program {
      sentences.append(
        catalogue.text(
          .revisionsProgram, ["before": program.before, "after": program.after]))
    }
    return sentences.map { Paragraph($0) }
  }

  /// In public releases returns have no path, since a file may bear a unit's name.
  private func words(for cause: RevisionCause) -> String {
    let message: Message =
      switch cause.change {
      case .added: .revisionsAdded
      case .removed: .revisionsRemoved
      case .changed: .revisionsChanged
      }
    let path = cause.path.isEmpty ? catalogue.text(.revisionsReturn) : cause.path
    return catalogue.text(message, ["path": path])
  }

  // MARK: - Tables

  /// `nil` without rows.
  private func figureRevisionTable(_ figures: [FigureRevision]) -> Table? {
    guard !figures.isEmpty else { return nil }
    var notes = TableNotes(catalogue)
    let rows = figures.map { row(of: $0, &notes) }
    var table = table(
      .revisionTableCaption, stub: .revisionStubHead,
      [(.revisionBefore, .numbers), (.revisionAfter, .numbers), (.revisionUnit, .words)]
        + (content.audience == .internal ? [(.revisionCause, .words)] : []), rows: rows)
    table.sourceNotes = notes.sourceNotes([])
    return table
  }

  private func row(of revision: FigureRevision, _ notes: inout TableNotes) -> TableRow {
    let unit = UnitOfMeasure(revision.unit)?.symbol(in: language) ?? revision.unit
    let cells = [
      cell(revision.before, figure: nil, &notes),
      cell(revision.after, figure: revision.name, &notes), .words(unit),
    ]
    let causes = TableCell.words(revision.causes.joined(separator: catalogue.text(.semicolon)))
    return TableRow(
      stub: name(of: revision), cells: cells + (content.audience == .internal ? [causes] : []))
  }

  private func cell(
    _ value: PublishedValue?, figure: String?, _ notes: inout TableNotes
  ) -> TableCell {
    if let digits = value?.rounded {
      return TableCell(text: numbers.grouped(digits), figure: figure)
    }
    let reason = value?.missing.flatMap(MissingReason.init) ?? .notReported
    return TableCell(
      text: notes.symbol(for: reason), figure: figure, reason: catalogue.text(reason.message))
  }

  private func name(of revision: FigureRevision) -> String {
    let parts = revision.name.split(separator: "@")
    guard parts.count == 2, let period = Period(String(parts[1])),
      let figure = FigureName(series: parts[0], period: period)
    else { return revision.name }
    return figureWords.name(of: figure)
  }

  private var figureWords: FigureWords {
    let definitions = content.figures.definitions
    return FigureWords(
      catalogue, indicators: definitions.indicators, sectors: content.figures.sectors,
      classification: definitions.classification, areas: definitions.comparators)
  }

  /// `nil` without cells, so in public releases always.
  private func cellRevisionTable(_ note: RevisionNote) -> Table? {
    let rows = note.causes.flatMap { cause in
      cause.cells.map { cell in
        TableRow(
          stub: "\(cause.path) \(cell.place)",
          cells: [.words(cell.before), .words(cell.after)])
      }
    }
    guard !rows.isEmpty else { return nil }
    var table = table(
      .revisionCellCaption, stub: .revisionCellStub,
      [(.revisionBefore, .words), (.revisionAfter, .words)], rows: rows)
    let more = note.causes.map { $0.cellCount - $0.cells.count }.reduce(0, +)
    if more > 0 {
      table.sourceNotes = [
        TableFootnote(
          mark: "", text: catalogue.text(.revisionMoreCells, ["count": numbers.grouped(more)]))
      ]
    }
    return table
  }
}
