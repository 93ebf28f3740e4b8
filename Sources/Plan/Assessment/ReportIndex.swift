// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Progress reports by subject, so that the newest up to a period is found whatever order they came in.
struct ReportIndex: Sendable {
  /// Oldest first.
  private let reports: [ProgressReport.Subject: [ProgressReport]]

  init(_ reports: [ProgressReport]) {
    self.reports = Dictionary(grouping: reports, by: \.subject).mapValues {
      $0.sorted(by: Self.isOlder)
    }
  }

  /// By period, then day. Two of one day are a finding of the plan's loader; their place in the files
  /// and then their content decide, so that the order of reading never does.
  private static func isOlder(_ left: ProgressReport, _ right: ProgressReport) -> Bool {
    if left.period != right.period { return left.period < right.period }
    if left.date != right.date { return left.date < right.date }
    if left.location != right.location { return left.location < right.location }
    return left.content < right.content
  }

  /// The newest report up to a period that says what is wanted; `nil` where there is none.
  func newest(
    of subject: ProgressReport.Subject, upTo period: Period,
    where isWanted: (ProgressReport) -> Bool = { _ in true }
  ) -> ProgressReport? {
    reports[subject]?.last { $0.period.lastSurveyPeriod <= period.lastSurveyPeriod && isWanted($0) }
  }

  /// The survey periods that a subject's reports are of, oldest first.
  func periods(of subject: ProgressReport.Subject) -> [Period] {
    (reports[subject] ?? []).map(\.period.lastSurveyPeriod)
  }
}

extension ProgressReport {
  fileprivate var content: String {
    [value?.description, state?.rawValue, evidence, remark, reporter].map { $0 ?? "" }
      .joined(separator: "\u{0}")
  }
}
