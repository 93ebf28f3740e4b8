// SPDX-License-Identifier: Apache-2.0
import Ingest
import Reports

/// The scheduled job as the files that start it: a crontab's lines, and for systemd a service, a timer and
/// what mails.
struct ScheduleFiles {
  let job: ScheduledJob
  let catalogue: MessageCatalogue

  /// A file by what `--only` calls it, in the order of printing.
  enum Name: String, CaseIterable, Codable {
    case crontab, service, timer, mail

    /// Where an office puts it; `nil` for the crontab, which `crontab -e` edits.
    var unit: String? {
      switch self {
      case .crontab: nil
      case .service: "yuebao.service"
      case .timer: "yuebao.timer"
      case .mail: "yuebao-mail.service"
      }
    }
  }

  func text(of name: Name) -> String {
    let lines =
      switch name {
      case .crontab: crontab
      case .service: service
      case .timer: timer
      case .mail: mail
      }
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: - cron

  /// The settings hold for all lines below them. Cron gives each job a mail of what it prints; the mail's
  /// charset is said, since cron would take its own locale's.
  private var crontab: [String] {
    comments("what", "when", "january", "cron_place", "cron_mail") + statuses + [
      "MAILTO=\(job.mail)", "CONTENT_TYPE=text/plain; charset=UTF-8", "LANG=C",
      "PATH=/usr/bin:/bin",
      "\(job.cronTime) " + job.command.map(Quoting.cron).joined(separator: " "),
    ]
  }

  // MARK: - systemd

  private var service: [String] {
    place(.service) + comments("what", "service_mail") + statuses + [
      "[Unit]", "Description=\(description)", "OnSuccess=\(unit(.mail))",
      "OnFailure=\(unit(.mail))", "", "[Service]", "Type=oneshot", "User=\(job.user)",
      "Environment=LANG=C PATH=/usr/bin:/bin",
      "ExecStart=" + job.command.map(Quoting.systemd).joined(separator: " "),
    ]
  }

  private var timer: [String] {
    place(.timer) + comments("when", "january", "timer_missed", "timer_enable") + [
      "[Unit]", "Description=\(description)", "", "[Timer]", "OnCalendar=\(job.calendar)",
      "Persistent=true", "", "[Install]", "WantedBy=timers.target",
    ]
  }

  /// The journal has what the job printed under the number of its run, which systemd hands on.
  private var mail: [String] {
    let script = """
      journalctl --sync; \
      text=$$(journalctl --quiet --output=cat _SYSTEMD_INVOCATION_ID=$$MONITOR_INVOCATION_ID); \
      [ -z "$$text" ] || printf "%%s\\\\n" "$$text" \
      | mail -s "yuebao: $$MONITOR_SERVICE_RESULT $$MONITOR_EXIT_STATUS" \(job.mail)
      """
    return place(.mail) + comments("mail_what", "mail_needs") + [
      "[Unit]", "Description=\(description)", "", "[Service]", "Type=oneshot",
      "Environment=LANG=C.UTF-8", "ExecStart=/bin/sh -c '\(script)'",
    ]
  }

  private var description: String {
    Quoting.systemdText("yuebao report --workspace " + job.workspace)
  }

  private func unit(_ name: Name) -> String { name.unit ?? name.rawValue }

  // MARK: - Comments

  private func place(_ name: Name) -> [String] { ["# /etc/systemd/system/\(unit(name))"] }

  private var statuses: [String] {
    comments("statuses")
      + [0, 64, 65, 66, 73, 75, 78].map { "#   \($0)  " + words("status_\($0)") }
  }

  private func comments(_ keys: String...) -> [String] { keys.map { "# " + words($0) } }

  private func words(_ key: String) -> String {
    catalogue.text(
      of: Message(
        "schedule_" + key,
        [
          "workspace": job.workspace, "day": String(job.schedule.day),
          "hour": String(job.schedule.hour),
        ]))
  }
}
