// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

@main
struct Yuebao: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "yuebao",
    abstract: "Monthly reports from a bureau's spreadsheets: exact, traced, rebuilt byte for byte.",
    discussion: """
      Exit status: 0 done, or nothing new; 64 usage; 65 bad data; 66 no input; 73 cannot create \
      output; 75 another run holds the lock, try again; 78 bad configuration. Results go to \
      standard output, everything else to standard error.
      """,
    version: version,
    subcommands: [
      ReportCommand.self, CheckCommand.self, TableCommand.self, FiguresCommand.self,
      TargetsCommand.self, ExplainCommand.self, EvaluateCommand.self, ClustersCommand.self,
      LadderCommand.self, RevisionsCommand.self, VerifyCommand.self, ScheduleCommand.self,
      InitCommand.self, DemoCommand.self,
    ])
}
