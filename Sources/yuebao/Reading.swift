// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Ingest
import Reports
import Statistics
import Tables

/// A workspace read whole: definitions, then files → returns → cube → figures.
struct Reading {
  let definitions: Definitions
  let templates: Templates
  let catalogue: MessageCatalogue
  let figures: Figures
  let ingest: ReturnsIngest
  /// Of definitions and input, sorted.
  let findings: [Finding]

  /// Reads the workspace.
  ///
  /// - Parameter dimensions: what figures are broken down by, besides divisions; called before any file
  ///   is read, so that it may refuse what the definitions do not know.
  /// - Throws: `Stop` where there is none, where its definitions have errors (after printing them
  ///   all), or where there is nothing to read.
  init(
    _ options: WorkspaceOptions, from chosen: WorkspaceFolder? = nil,
    printer: inout FindingsPrinter,
    dimensions: (Definitions) throws -> [SectorName.Dimension] = { _ in [] }
  ) throws {
    let folder = try chosen ?? options.folder()
    guard Folder.kind(of: folder.path) == .folder else {
      throw Stop(.noInput, Message("no_workspace", ["path": folder.path]))
    }
    let doubts: [Finding]
    (definitions, templates, catalogue, doubts) = try Reading.define(folder, options.lang, &printer)
    let dimensions = try dimensions(definitions)
    let files = try Reading.returnFiles(folder)
    ingest = ReturnsIngest(definitions: definitions)
    ingest.ingest(files: files) { file throws(ByteSourceError) in
      try folder.source(of: file)
    }
    ingest.settle()
    figures = Figures(
      FigureDefinitions(definitions), cube: Cube(ingest, for: dimensions), bureau: ingest.bureau,
      others: ingest.otherAreas, dimensions: dimensions)
    findings = (doubts + ingest.sortedFindings).sorted()
  }

  /// Loads what a workspace defines, with what is doubtful in it.
  ///
  /// - Throws: `Stop` where that has errors, after printing them all.
  static func define(
    _ folder: WorkspaceFolder, _ lang: LanguageList?, _ printer: inout FindingsPrinter
  ) throws -> (Definitions, Templates, MessageCatalogue, doubts: [Finding]) {
    let templates: Templates
    do { templates = try folder.templates() } catch {
      throw Stop(.badConfiguration, .cannotRead(folder.absolute("Templates"), reason: error.reason))
    }
    let (definitions, found) = Definitions.load(from: folder)
    let templateFindings = check(templates)
    let findings = (found + templateFindings).sorted()
    let language =
      lang?.languages.first ?? definitions?.configuration.languages.first ?? .chinese
    let catalogue = MessageCatalogue(language, from: templates)
    printer.catalogue = catalogue
    // Errors beside whole definitions are of progress reports, which count as those of returns do.
    guard let definitions, !templateFindings.contains(where: { $0.severity == .error }) else {
      printer.print(findings)
      throw Stop(
        .badConfiguration,
        Message("bad_configuration", ["count": String(findings.count { $0.severity == .error })]))
    }
    return (definitions, templates, catalogue, findings)
  }

  private static func returnFiles(_ folder: WorkspaceFolder) throws -> [String] {
    let files: [String]
    do { files = try folder.returnFiles() } catch {
      throw Stop(.noInput, .cannotRead(error.path, reason: error.reason))
    }
    guard !files.isEmpty else {
      throw Stop(
        .noInput, Message("no_returns", ["path": folder.absolute(WorkspaceFolder.returns)]))
    }
    return files
  }
}

/// Paths as typed by people.
enum Path {
  /// Without slashes at the end; the root stays.
  static func trimmed(_ path: String) -> String {
    var trimmed = path[...]
    while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed = trimmed.dropLast() }
    return String(trimmed)
  }
}
