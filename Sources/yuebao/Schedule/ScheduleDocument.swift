// SPDX-License-Identifier: Apache-2.0
import Ingest

/// The shape `yuebao.schedule/1`, documented in Documentation/JSON.md.
struct ScheduleDocument: Encodable {
  struct File: Encodable {
    let name: ScheduleFiles.Name
    /// Absolute; `nil` for the crontab.
    let path: String?
    let text: String
  }

  let schema = "yuebao.schedule/1"
  let day: Int
  let hour: Int
  /// Whether `yuebao.yml` does not say day and hour.
  let assumed: Bool
  let command: [String]
  let cron: String
  let calendar: String
  let user: String
  let mail: String
  let files: [File]

  init(_ files: ScheduleFiles, _ names: [ScheduleFiles.Name], assumed: Bool) {
    let job = files.job
    day = job.schedule.day
    hour = job.schedule.hour
    self.assumed = assumed
    command = job.command
    cron = job.cronTime
    calendar = job.calendar
    user = job.user
    mail = job.mail
    self.files = names.map { name in
      File(
        name: name, path: name.unit.map { "/etc/systemd/system/" + $0 }, text: files.text(of: name))
    }
  }
}
