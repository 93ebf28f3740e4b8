// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Ingest
import Reports

/// Prints what starts the monthly job.
struct ScheduleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schedule",
    abstract: "Print a crontab line and a systemd service and timer for the monthly job.",
    discussion: """
      Day and hour are those of schedule in yuebao.yml. The job runs daily from that day to the \
      month's end, not in February, which has no January to report; when nothing is new it is quiet. \
      Nothing is installed: README, "Operation", says where each part goes.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Option(help: "The workspace: the folder with yuebao.yml.")
  var workspace = "."

  @Option(help: ArgumentHelp("The language of comments: zh or en.", valueName: "zh|en"))
  var lang: LanguageList?

  @Option(help: "Print one part alone: crontab, service, timer or mail.")
  var only: ScheduleFiles.Name?

  @Option(
    help: ArgumentHelp(
      "Who gets mail of what the job prints; default: the user's own mailbox.",
      valueName: "address"),
    transform: Self.address)
  var mail: String?

  @Option(help: "How to print: text or json.")
  var format = Format.text

  @Flag(name: .shortAndLong, help: "Print results and errors only.")
  var quiet = false

  func run() throws {
    try Command.run(lang, isQuiet: quiet) { printer in
      let folder = WorkspaceFolder(path: Path.trimmed(workspace))
      guard Folder.kind(of: folder.path) == .folder else {
        throw Stop(.noInput, Message("no_workspace", ["path": folder.path]))
      }
      let (definitions, _, catalogue, _) = try Reading.define(folder, lang, &printer)
      let stated = definitions.configuration.schedule
      if stated == nil { printer.note(Message("schedule_assumed")) }
      let files = ScheduleFiles(
        job: try job(stated ?? .usual, Path.absolute(folder.path)), catalogue: catalogue)
      try print(files, isAssumed: stated == nil)
    }
  }

  private func job(_ schedule: Schedule, _ workspace: String) throws -> ScheduledJob {
    let program = ScheduledJob.currentProgram
    for path in [program, workspace] where path.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
      throw Stop(.usage, Message("schedule_bad_path", ["path": path]))
    }
    let user = ScheduledJob.currentUser
    return ScheduledJob(
      schedule: schedule, program: program, workspace: workspace, user: user, mail: mail ?? user)
  }

  private func print(_ files: ScheduleFiles, isAssumed: Bool) throws {
    let names = only.map { [$0] } ?? ScheduleFiles.Name.allCases
    switch format {
    case .json:
      try Console.print(JSONText.of(ScheduleDocument(files, names, assumed: isAssumed)))
    case .text:
      let texts = names.map(files.text)
      try Console.print(texts.joined(separator: "\n").trimmingLastLineEnd)
    }
  }

  /// Only what means nothing to a shell, to cron and to systemd.
  private static func address(_ argument: String) throws -> String {
    let isAddress =
      !argument.isEmpty && !argument.hasPrefix("-")
      && argument.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          true
        default: "@._+-,".utf8.contains(byte)
        }
      }
    guard isAddress else {
      throw ValidationError("'\(argument)' is no address. Use office@example.org.")
    }
    return argument
  }
}

extension ScheduleFiles.Name: ExpressibleByArgument {}

extension String {
  fileprivate var trimmingLastLineEnd: String { hasSuffix("\n") ? String(dropLast()) : self }
}
