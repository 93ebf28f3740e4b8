// SPDX-License-Identifier: Apache-2.0

/// Something wrong or doubtful in the input or the definitions (审核结果).
///
/// A value that is collected, never thrown: one run reports all of them. Its words in Chinese and
/// English stand in the message catalogues under its code.
package struct Finding: Hashable, Sendable {
  package enum Severity: String, Hashable, Sendable, CaseIterable {
    /// Blocks a release.
    case error
    /// Does not block, unless `--strict`; printed in the release's data quality section.
    case warning
    /// Worth knowing.
    case info
  }

  package let code: FindingCode
  package let location: Location?
  /// The period it concerns; `nil` when it concerns the whole file or every period.
  package let period: Period?
  /// The unit that it is about, so that its findings can be sent back to it; `nil` where it is about
  /// none, or about several.
  package let unit: UnitCode?
  /// The cell's own text, where there is one; of a text of more than 1000 characters the beginning
  /// and `…`.
  package let raw: String?
  /// What fills the placeholders of the message, by their name.
  package let arguments: [String: String]

  package init(
    _ code: FindingCode, at location: Location? = nil, period: Period? = nil,
    unit: UnitCode? = nil, raw: String? = nil, _ arguments: [String: String] = [:]
  ) {
    self.code = code
    self.location = location
    self.period = period
    self.unit = unit
    self.raw = raw.map(Finding.shortened)
    self.arguments = arguments
  }

  private static func shortened(_ text: String) -> String {
    // Bytes first: they are counted at once.
    if text.utf8.count <= 1000 { return text }
    let beginning = text.prefix(1000)
    return beginning.endIndex == text.endIndex ? text : beginning + "…"
  }

  package var severity: Severity { code.severity }
}

extension Finding: Comparable {
  /// By severity (errors first), place, code and period, so that a list of them has one order only.
  package static func < (left: Finding, right: Finding) -> Bool {
    if left.severity != right.severity { return left.severity.rank < right.severity.rank }
    if left.location != right.location {
      guard let leftPlace = left.location else { return true }
      guard let rightPlace = right.location else { return false }
      return leftPlace < rightPlace
    }
    if left.code != right.code { return left.code.rawValue < right.code.rawValue }
    if left.period != right.period {
      guard let leftPeriod = left.period else { return true }
      guard let rightPeriod = right.period else { return false }
      return leftPeriod < rightPeriod
    }
    return left.detail < right.detail
  }

  private var detail: String {
    (unit?.description ?? "") + (raw ?? "")
      + arguments.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined()
  }
}

extension Finding.Severity {
  fileprivate var rank: Int {
    switch self {
    case .error: 0
    case .warning: 1
    case .info: 2
    }
  }
}
