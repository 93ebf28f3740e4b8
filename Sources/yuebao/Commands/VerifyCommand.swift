// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Ledger
import Reports
import Statistics

/// Rebuilds releases and compares their bytes.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Rebuild releases from their recorded inputs and compare every byte.",
    discussion: """
      Looks at every version of the newest published period, or of --period, or of all: whether the \
      files on the disk, the kept inputs and the ledger are what was published, and whether the \
      inputs still give these bytes. Writes nothing. Exit status 65 where something differs; every \
      difference is named.
      """)

  @OptionGroup var options: WorkspaceOptions

  @Flag(help: "Every release of every period.")
  var all = false

  @Option(help: "Where the releases are; default: Output in the workspace.")
  var output: String?

  func validate() throws {
    if options.asOf != nil {
      throw ValidationError("Releases are compared with what they were made from: no --as-of.")
    }
    if all, options.period != nil { throw ValidationError("Use --all or --period.") }
  }

  func run() throws {
    try Command.run(options) { printer in
      let disk = WorkspaceFolder(path: Path.trimmed(options.workspace))
      let folder = output.map { OutputFolder(path: Path.trimmed($0)) } ?? OutputFolder(of: disk)
      guard Folder.kind(of: folder.path) == .folder else {
        throw Stop(.noInput, Message("no_releases", ["path": folder.path]))
      }
      if let language = options.lang?.languages.first {
        printer.catalogue = MessageCatalogue(language, from: Templates())
      }
      try RunLock.requireNone(in: folder.path)
      let verification = Verification(folder, disk, options, printer)
      try verification.run(periods: try periods(in: folder))
      for difference in verification.differences {
        try Console.print(printer.catalogue.text(of: difference))
      }
      try conclude(verification, printer)
    }
  }

  /// `nil` for all.
  private func periods(in folder: OutputFolder) throws -> Set<Period>? {
    if all { return nil }
    let published = try Audience.allCases.flatMap { try folder.periods(for: $0) }
    switch options.period ?? .latest {
    case .latest:
      guard let newest = published.max() else {
        throw Stop(.noInput, Message("no_releases", ["path": folder.path]))
      }
      return [newest]
    case .single(let period):
      guard published.contains(period) else {
        throw Stop(
          .noInput, Message("no_release_of", ["period": period.description, "path": folder.path]))
      }
      return [period]
    case .range(let first, let last): return Set(first.surveyPeriods(through: last))
    }
  }

  private func conclude(_ verification: Verification, _ printer: FindingsPrinter) throws {
    let arguments = [
      "releases": String(verification.releases), "files": String(verification.files),
      "inputs": String(verification.inputs), "count": String(verification.differences.count),
    ]
    guard verification.differences.isEmpty else {
      throw Stop(.badData, Message("verify_differs", arguments))
    }
    guard verification.releases > 0 else {
      throw Stop(.noInput, Message("no_releases", ["path": verification.output.path]))
    }
    if !options.quiet {
      try Console.print(printer.catalogue.text(of: Message("verify_same", arguments)))
    }
  }
}
