// SPDX-License-Identifier: Apache-2.0
import Glibc
import Ingest

/// The monthly job: what runs, when, for whom.
///
/// It needs no variable of the environment: every path in it is absolute.
struct ScheduledJob {
  let schedule: Schedule
  /// Absolute.
  let program: String
  /// Absolute.
  let workspace: String
  /// Who runs it.
  let user: String
  /// An address, or a user of this machine.
  let mail: String

  /// The words of the command line.
  var command: [String] { [program, "report", "--workspace", workspace] }

  /// Cron's five fields: from the schedule's day to the month's end, since returns come late; not in
  /// February, when only January, which is no period, would be due.
  var cronTime: String { "0 \(schedule.hour) \(schedule.day)-31 1,3-12 *" }

  /// The same as systemd.time(7) has it.
  var calendar: String {
    "*-01,03..12-\(Day.twoDigits(schedule.day))..31 \(Day.twoDigits(schedule.hour)):00:00"
  }
}

extension ScheduledJob {
  /// The name of whoever runs the program; a number where the system has no name.
  static var currentUser: String {
    guard let entry = getpwuid(geteuid()) else { return String(geteuid()) }
    return String(cString: entry.pointee.pw_name)
  }

  /// Of the running program, links followed: the one file that was tried.
  static var currentProgram: String { Path.absolute("/proc/self/exe") }
}

extension Path {
  /// From the root on, without links and points; as it is where there is nothing.
  static func absolute(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
