// SPDX-License-Identifier: Apache-2.0
import Statistics

/// `Input/plan/progress/<period>.csv`: what departments report, one file a period.
///
/// They are input like returns: what is wrong in one is of its period, and blocks only releases that
/// rest on it.
package struct ProgressFiles {
  static let folder = PlanFrame.folder + "/progress"

  /// By target in the plan's order, then task, then date.
  private(set) var reports: [ProgressReport] = []
  private(set) var findings: [Finding] = []

  /// Whether the finding is in a progress report, and not in a definition.
  package static func hold(_ finding: Finding) -> Bool {
    finding.location?.file.hasPrefix(folder + "/") ?? false
  }

  init(
    files: any DefinitionFiles, frame: PlanFrame, targets: TargetsFile, tasks: [PlanTask],
    departments: DepartmentsFile?
  ) {
    let subjects = ProgressSubjects(targets: targets, tasks: tasks)
    var all: [ProgressReport] = []
    for path in files.files(in: Self.folder) {
      guard let name = path.split(separator: "/").last, PlanFolder.isRead(name) else { continue }
      guard let period = period(String(name), at: path, frame),
        let bytes = files.require(path, findings: &findings)
      else { continue }
      let file = ProgressFile(
        bytes, file: path, of: period, frame: frame, subjects: subjects, departments: departments)
      findings += file.findings
      all += file.reports
    }
    keepEachOnce(all, subjects)
  }

  /// The period that a file's name says before its last point.
  private mutating func period(_ name: String, at path: String, _ frame: PlanFrame) -> Period? {
    let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name[...]
    guard let period = Period(stem) else {
      findings.append(Finding(.badPeriod, at: Location(file: path), raw: name, [:]))
      return nil
    }
    guard (frame.baseYear + 1...frame.endYear).contains(period.year) else {
      findings.append(
        Finding(
          .badReport, at: Location(file: path), period: period.lastSurveyPeriod, raw: name,
          ["expected": "\(frame.baseYear + 1)…\(frame.endYear)"]))
      return nil
    }
    return period
  }

  // MARK: - Two reports of one subject on one day

  private struct Key: Hashable {
    let subject: ProgressReport.Subject
    let date: String
  }

  /// Two that say the same count once; of two that differ, neither counts.
  private mutating func keepEachOnce(_ all: [ProgressReport], _ subjects: ProgressSubjects) {
    var first: [Key: ProgressReport] = [:]
    var contradicted: Set<Key> = []
    for report in all {
      let key = Key(subject: report.subject, date: report.date)
      guard let other = first[key] else {
        first[key] = report
        continue
      }
      let isSame = report.saysTheSame(as: other)
      if !isSame { contradicted.insert(key) }
      findings.append(
        Finding(
          isSame ? .identicalReports : .conflictingReports, at: report.location,
          period: report.period, raw: subjects.text(of: report.subject),
          ["date": report.date, "first": other.location.description]))
    }
    reports = first.filter { !contradicted.contains($0.key) }.values.sorted {
      let (left, right) = (subjects.rank(of: $0.subject), subjects.rank(of: $1.subject))
      return left != right ? left < right : $0.date < $1.date
    }
  }
}

extension ProgressReport {
  fileprivate func saysTheSame(as other: ProgressReport) -> Bool {
    period == other.period && value == other.value && state == other.state
      && evidence == other.evidence && remark == other.remark && reporter == other.reporter
  }
}

/// What reports can be of.
struct ProgressSubjects {
  let targets: [String: Target]
  let tasks: Set<Int>
  /// Of all targets, also of those with errors.
  let targetIDs: Set<String>
  private let ranks: [ProgressReport.Subject: Int]

  init(targets file: TargetsFile, tasks: [PlanTask]) {
    targets = Dictionary(file.targets.map { ($0.id, $0) }) { first, _ in first }
    self.tasks = Set(tasks.map(\.number))
    targetIDs = Set((file.promises ?? []).map(\.id))
    let subjects =
      file.targets.map { ProgressReport.Subject.target($0.id) } + tasks.map { .task($0.number) }
    ranks = Dictionary(zip(subjects, subjects.indices)) { first, _ in first }
  }

  /// In the plan's order, targets before tasks.
  func rank(of subject: ProgressReport.Subject) -> Int { ranks[subject] ?? ranks.count }

  /// As a report writes it.
  func text(of subject: ProgressReport.Subject) -> String {
    switch subject {
    case .target(let id): id
    case .task(let number): String(number)
    }
  }
}
