// SPDX-License-Identifier: Apache-2.0
import Foundation
import Ingest
import Reports
import Statistics
import Testing

@testable import yuebao

/// What `yuebao schedule` prints, as cron and systemd would read it.
@Suite struct ScheduleTests {
  private static func job(_ workspace: String = "/srv/yuebao", day: Int = 20) -> ScheduledJob {
    ScheduledJob(
      schedule: Schedule(day: day, hour: 8), program: "/usr/local/bin/yuebao", workspace: workspace,
      user: "office", mail: "office@example.org")
  }

  /// Runs a program of the system; `nil` where it is not installed.
  private static func run(_ program: String, _ arguments: [String]) throws -> (Int32, String)? {
    guard FileManager.default.isExecutableFile(atPath: program) else { return nil }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
  }

  /// Paths that a shell, cron or systemd would take for something else.
  static let paths = [
    "/srv/yuebao", "/srv/月报 2021", "/srv/50%", "/srv/it's", "/srv/a\"b\\c", "/srv/$HOME;x",
    "/srv/*",
  ]

  /// crontab(5): five fields, then all up to a `%` without a backslash, for sh.
  @Test(arguments: paths) func theShellOfCronGetsTheWords(path: String) throws {
    let job = Self.job(path)
    let line =
      job.cronTime + " " + job.command.map(Quoting.cron).joined(separator: " ")
    let fields = line.split(separator: " ", maxSplits: 5)
    #expect(fields.count == 6)
    #expect(fields.prefix(5).joined(separator: " ") == "0 8 20-31 1,3-12 *")
    let command = String(fields[5])
    #expect(!command.replacingOccurrences(of: "\\%", with: "").contains("%"))
    let shell = try #require(
      try Self.run(
        "/bin/sh",
        ["-c", "printf '%s\\n' " + command.replacingOccurrences(of: "\\%", with: "%")]))
    #expect(shell.1 == job.command.joined(separator: "\n") + "\n")
  }

  @Test(arguments: [(1, "*-01,03..12-01..31 08:00:00"), (28, "*-01,03..12-28..31 08:00:00")])
  func theCalendarIsOfTheScheduledDays(day: Int, calendar: String) throws {
    let job = Self.job(day: day)
    #expect(job.calendar == calendar)
    #expect(job.cronTime == "0 8 \(day)-31 1,3-12 *")
    if let checked = try Self.run("/usr/bin/systemd-analyze", ["calendar", job.calendar]) {
      #expect(checked.0 == 0, "\(checked.1)")
    }
  }

  /// Each line of a unit is a section, a setting, a comment or empty; systemd itself looks where it is
  /// installed.
  @Test(arguments: paths) func systemdTakesTheUnits(path: String) throws {
    let folder = try WorkFolder()
    let program = folder.path("yuebao")
    try FileManager.default.copyItem(at: URL(fileURLWithPath: "/bin/true"), to: program)
    let job = ScheduledJob(
      schedule: .usual, program: program.path, workspace: path, user: "root", mail: "root")
    let files = ScheduleFiles(job: job, catalogue: MessageCatalogue(.chinese, from: Templates()))
    for name in ScheduleFiles.Name.allCases {
      guard let unit = name.unit else { continue }
      let text = files.text(of: name)
      try folder.write(text, to: unit)
      for line in text.split(separator: "\n") {
        let isKnown =
          line.hasPrefix("# ") || line.wholeMatch(of: /\[[A-Z][a-z]+\]/) != nil
          || line.wholeMatch(of: /[A-Z][A-Za-z]+=.+/) != nil
        #expect(isKnown, "\(unit): \(line)")
      }
    }
    let units = ["yuebao.service", "yuebao.timer", "yuebao-mail.service"].map {
      folder.path($0).path
    }
    guard let checked = try Self.run("/usr/bin/systemd-analyze", ["verify", "--man=no"] + units)
    else { return }
    let own = checked.1.split(separator: "\n").filter { $0.contains("yuebao") }
    #expect(own.isEmpty, "\(checked.1)")
  }

  /// systemd.service(5), "Command lines", read back.
  @Test(arguments: paths) func systemdGetsTheWords(path: String) {
    let word = Quoting.systemd(path)
    var inner = word[...]
    if word.hasPrefix("\"") {
      #expect(word.hasSuffix("\""))
      inner = word.dropFirst().dropLast()
    } else {
      #expect(!word.contains(where: { " ;'\"\\".contains($0) }))
    }
    var read = ""
    var escaped: Character?
    for character in inner {
      if let mark = escaped {
        #expect(mark == "\\" || mark == character)
        read.append(character)
        escaped = nil
      } else if "\\%$".contains(character) {
        escaped = character
      } else {
        read.append(character)
      }
    }
    #expect(escaped == nil)
    #expect(read == path)
  }

  @Test func theSettingsOfTheCrontabStandBeforeTheLine() {
    let files = ScheduleFiles(
      job: Self.job(), catalogue: MessageCatalogue(.english, from: Templates()))
    let lines = files.text(of: .crontab).split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(
      lines == [
        "MAILTO=office@example.org", "CONTENT_TYPE=text/plain; charset=UTF-8", "LANG=C",
        "PATH=/usr/bin:/bin",
        "0 8 20-31 1,3-12 * /usr/local/bin/yuebao report --workspace /srv/yuebao",
      ])
  }

  @Test(arguments: ["", "-x", "a b", "a;b", "a%b", "$(x)", "a\nb"])
  func whatIsNoAddressIsRefused(address: String) throws {
    let folder = try WorkFolder()
    let result = try Program.run(["schedule", "--mail=\(address)"], in: folder.url)
    #expect(result.status == 64)
  }
}
