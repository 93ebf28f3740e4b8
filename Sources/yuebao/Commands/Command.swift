// SPDX-License-Identifier: Apache-2.0
import Aggregation
import ArgumentParser
import Reports
import Statistics

/// Runs a command's work and turns what stops it into a sentence and an exit status.
enum Command {
  static func run(
    _ options: WorkspaceOptions, _ work: (inout FindingsPrinter) throws -> Void
  ) throws {
    try run(options.lang, isQuiet: options.quiet, work)
  }

  static func run(
    _ lang: LanguageList?, isQuiet: Bool, _ work: (inout FindingsPrinter) throws -> Void
  ) throws {
    var printer = FindingsPrinter(
      catalogue: MessageCatalogue(lang?.languages.first ?? .chinese, from: Templates()),
      isQuiet: isQuiet)
    do {
      try work(&printer)
    } catch let stop as Stop {
      Console.note(printer.catalogue.text(of: stop.sentence))
      throw stop.status.exitCode
    } catch let error as FigureError {
      let stop = Stop(error)
      Console.note(printer.catalogue.text(of: stop.sentence))
      throw stop.status.exitCode
    } catch let error as ReportError {
      let stop = Stop(error)
      Console.note(printer.catalogue.text(of: stop.sentence))
      throw stop.status.exitCode
    } catch let error as SystemError {
      Console.note(
        printer.catalogue.text(of: .cannotWrite(error.path, reason: error.reason)))
      throw ExitStatus.cannotCreate.exitCode
    }
  }
}

extension Stop {
  /// Templates were checked before anything was read.
  fileprivate init(_ error: ReportError) {
    switch error {
    case .figure(let error): self.init(error)
    case .templates(let findings):
      self.init(
        .badConfiguration, Message("bad_configuration", ["count": String(findings.count)]))
    case .workbook(let error): self.init(.badData, .cannotWrite("tables.xlsx", reason: "\(error)"))
    }
  }

  fileprivate init(_ error: FigureError) {
    switch error {
    case .unknownIndicator(let name, let known), .unknownSector(let name, let known),
      .unknownArea(let name, let known):
      self.init(
        .badConfiguration,
        Message(
          "unknown_name", ["name": name, "suggestion": suggestion(for: name, among: known) ?? ""]))
    case .arithmetic(_, let name):
      self.init(.badData, Message("overflow", ["figure": name.description]))
    }
  }
}
