// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Ledger
import Reports
import Statistics

/// Prints what changed between the versions of releases, and why.
struct RevisionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revisions",
    abstract: "Print what changed between the versions of a release, and why.",
    discussion: """
      Without a figure: each correction of the newest period that has one, or of --period, with its \
      reason, the files and cells that differ, and every figure that changed.

      With a figure, such as value_added.total.ytd.yoy: its value in each version of each period, and \
      how large its revisions were: mean, mean absolute, largest, and whether they all go one way.
      """)

  @Argument(
    help: ArgumentHelp(
      "A figure without its period: indicator.sector.basis.measure.", valueName: "figure"))
  var figure: String?

  @OptionGroup var options: WorkspaceOptions

  @Option(help: "Which releases: internal or public.")
  var audience = Audience.internal

  @Option(help: "Where the releases are; default: Output in the workspace.")
  var output: String?

  @Option(help: "How to print: text, json or csv.")
  var format = OutputFormat.text

  func validate() throws {
    // Any period does: only the name is looked at.
    if let figure, let any = Period("2000"), FigureName(series: figure, period: any) == nil {
      throw ValidationError(
        "'\(figure)' is no figure. Use indicator.sector.basis.measure, such as "
          + "value_added.total.ytd.yoy, without a period.")
    }
  }

  func run() throws {
    try Command.run(options) { printer in
      let disk = WorkspaceFolder(path: Path.trimmed(options.workspace))
      let folder = output.map { OutputFolder(path: Path.trimmed($0)) } ?? OutputFolder(of: disk)
      guard Folder.kind(of: folder.ledger) == .file else {
        throw Stop(.noInput, Message("no_releases", ["path": folder.path]))
      }
      do {
        let ledger = try Ledger(readingAt: folder.ledger)
        let vintages = try ledger.vintages().filter { vintage in
          vintage.audience == audience.rawValue
            && (options.asOf.map { (vintage.published ?? "") <= $0.time } ?? true)
        }
        if let figure {
          try print(try triangle(of: figure, vintages, ledger), of: figure, printer.catalogue)
        } else {
          try print(try notes(of: vintages, in: folder), printer.catalogue)
        }
      } catch let error as LedgerError {
        throw Stop(error)
      }
    }
  }

  // MARK: - Corrections

  /// The oldest first.
  private func notes(
    of vintages: [LedgerVintage], in folder: OutputFolder
  ) throws -> [(period: Period, note: RevisionNote)] {
    let corrections = vintages.filter { $0.number > 1 }.compactMap { vintage in
      Period(vintage.period).map { (period: $0, number: vintage.number) }
    }
    let periods = try chosen(corrections.map(\.period), all: vintages, in: folder)
    return corrections.filter { periods.contains($0.period) }
      .sorted { ($0.period, $0.number) < ($1.period, $1.number) }
      .compactMap { period, number in
        folder.place(of: period, for: audience).manifest(of: number)?.manifest.revision
          .map { (period, $0) }
      }
  }

  private func chosen(
    _ corrected: [Period], all: [LedgerVintage], in folder: OutputFolder
  ) throws -> Set<Period> {
    let published = Set(all.compactMap { Period($0.period) })
    switch options.period ?? .latest {
    case .latest: return Set([corrected.max()].compactMap(\.self))
    case .range(let first, let last): return Set(first.surveyPeriods(through: last))
    case .single(let period):
      guard published.contains(period) else {
        throw Stop(
          .noInput, Message("no_release_of", ["period": period.description, "path": folder.path]))
      }
      return [period]
    }
  }

  private func print(
    _ notes: [(period: Period, note: RevisionNote)], _ catalogue: MessageCatalogue
  ) throws {
    switch format {
    case .text: try Console.print(RevisionNotesText(notes, catalogue).text)
    case .json:
      try Console.print(JSONText.of(RevisionNotesDocument(audience: audience, notes: notes)))
    case .csv: try Console.print(RevisionNotesCSV.text(of: notes))
    }
  }

  // MARK: - One figure

  private func triangle(
    of series: String, _ vintages: [LedgerVintage], _ ledger: Ledger
  ) throws -> PublishedTriangle {
    let periods: Set<Period>? =
      switch options.period {
      case nil, .latest: nil
      case .single(let period): [period]
      case .range(let first, let last): Set(first.surveyPeriods(through: last))
      }
    let triangle = PublishedTriangle(
      try vintages.compactMap { vintage in
        guard let period = Period(vintage.period), periods?.contains(period) ?? true,
          let figure = try ledger.figure("\(series)@\(period)", of: vintage)
        else { return nil }
        return (period, vintage.number, figure)
      })
    guard !triangle.rows.isEmpty else {
      throw Stop(.noInput, Message("revisions_no_figure", ["figure": series]))
    }
    return triangle
  }

  private func print(
    _ triangle: PublishedTriangle, of series: String, _ catalogue: MessageCatalogue
  ) throws {
    switch format {
    case .text: try Console.print(TriangleText(triangle, of: series, catalogue).text)
    case .json:
      try Console.print(
        JSONText.of(TriangleDocument(triangle, of: series, audience: audience)))
    case .csv: try Console.print(TriangleCSV.text(of: triangle, series))
    }
  }
}

extension Audience: ExpressibleByArgument {}
