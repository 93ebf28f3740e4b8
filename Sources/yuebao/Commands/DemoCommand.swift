// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Ingest
import Statistics
import SyntheticData

/// Makes a workspace with invented data of any size.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Make a workspace with synthetic data.",
    discussion: """
      All of it is invented, and every page made from it says so. The same options give the same \
      bytes. Without options: the Input/ of this program's own repository.
      """)

  @Argument(help: "The folder; made where it does not exist.")
  var directory: String

  @Option(help: "How many units report in the last period.")
  var units = 300

  @Option(help: "The first survey period.")
  var from: Period?

  @Option(help: "The last survey period.")
  var to: Period?

  @Option(help: "Where the chance begins; another seed gives other data.")
  var seed = SyntheticWorkspace.Options.defaultSeed

  @Option(help: "How the files are written: csv, spreadsheetml or mixed.")
  var format = SyntheticWorkspace.Format.mixed

  @Option(help: ArgumentHelp("The language of messages: zh or en.", valueName: "zh|en"))
  var lang: LanguageList?

  private var periods: (first: Period, last: Period)? {
    guard let first = from ?? Period(year: 2020, month: 2),
      let last = to ?? Period(year: 2022, month: 12)
    else { return nil }
    return (first, last)
  }

  func validate() throws {
    let limits = SyntheticWorkspace.Options.self
    guard limits.unitRange.contains(units) else {
      throw ValidationError(
        "--units takes \(limits.unitRange.lowerBound) to \(limits.unitRange.upperBound).")
    }
    guard let periods, limits.yearRange.contains(periods.first.year),
      limits.yearRange.contains(periods.last.year)
    else {
      throw ValidationError(
        "--from and --to take years \(limits.yearRange.lowerBound) to \(limits.yearRange.upperBound)."
      )
    }
    guard periods.first.firstSurveyPeriod <= periods.last.lastSurveyPeriod else {
      throw ValidationError("--from comes after --to.")
    }
  }

  func run() throws {
    guard let periods else { return }
    let synthetic = SyntheticWorkspace(
      options: .init(
        units: units, first: periods.first, last: periods.last, seed: seed, format: format),
      sectors: try bureauSectors())
    try NewWorkspace.run(in: directory, lang) { workspace in
      try workspace.write(StarterFiles.definitions + StarterFiles.synthetic)
      try synthetic.write(to: workspace)
    }
  }

  /// The sectors of the bureau's tables, from the definitions that the workspace gets.
  private func bureauSectors() throws -> BureauSectors {
    let (definitions, findings) = Definitions.load(from: StarterFiles())
    func classes(_ id: String) -> Set<String> {
      let sector = definitions?.sectors.first { $0.id == id }
      guard case .classes(let classes) = sector?.definition else { return [] }
      return classes
    }
    guard definitions != nil else {
      preconditionFailure("the compiled-in definitions have errors: \(findings)")
    }
    return BureauSectors(advanced: classes("advanced"), highTech: classes("high_tech"))
  }
}

extension SyntheticWorkspace.Format: ExpressibleByArgument {}

extension NewWorkspace: FileSink {}

/// The compiled-in definitions, as a workspace.
extension StarterFiles: DefinitionFiles {
  func bytes(of path: String) throws(DefinitionFileError) -> [UInt8]? {
    (Self.definitions + Self.examples).first { $0.path == path }?.bytes
  }

  func files(in folder: String) -> [String] {
    Self.definitions.map(\.path).filter { $0.hasPrefix(folder + "/") }.sorted()
  }
}
