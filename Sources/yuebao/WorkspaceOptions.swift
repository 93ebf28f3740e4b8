// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Statistics

/// What every command on a workspace takes.
struct WorkspaceOptions: ParsableArguments {
  @Option(help: "The workspace: the folder with yuebao.yml.")
  var workspace = "."

  @Option(
    help: ArgumentHelp(
      "The period.",
      discussion: """
        2021-05, 2021-01..02, 2021-Q1, 2021-H1, 2021, latest, or a range 2021-02...2021-06. \
        January and February are one period. Without it: the newest period that has returns \
        (for check: every period).
        """, valueName: "period"),
    transform: PeriodSelection.parse)
  var period: PeriodSelection?

  @Option(help: ArgumentHelp("Languages, the first also for messages: zh, en.", valueName: "zh,en"))
  var lang: LanguageList?

  @Option(
    help: ArgumentHelp(
      "As of a day: read the files that the last run up to then read.",
      discussion: "2021-06-20, or 2021-06-20T08:00:00Z; UTC, as the ledger has it.",
      valueName: "date"),
    transform: AsOf.parse)
  var asOf: AsOf?

  @Flag(help: "Warnings block a release too.")
  var strict = false

  @Flag(name: .shortAndLong, help: "Print results and errors only.")
  var quiet = false
}

/// How a command that prints data prints it.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, csv
}

/// `zh,en` on the command line.
struct LanguageList: ExpressibleByArgument {
  let languages: [Language]

  init?(argument: String) {
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
    let languages = parts.compactMap { Language(rawValue: String($0)) }
    guard !languages.isEmpty, languages.count == parts.count,
      Set(languages).count == languages.count
    else { return nil }
    self.languages = languages
  }
}
