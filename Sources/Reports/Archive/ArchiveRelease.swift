// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The releases of one period in the archive.
struct ArchiveRelease: Sendable {
  let period: Period
  /// The newest.
  let vintage: Int
  let title: String
  /// The newest vintage's report, without extension.
  let path: String
  /// `nil` for a first vintage.
  let correction: String?
  /// Vintages that were replaced, the newest first.
  let earlier: [PageLink]
  let summary: String
  let id: String

  /// A feed must have a time, and a release knows none: the end of its period, and a second more for
  /// each correction, so that readers see it as newer.
  var updated: String {
    let seconds = String(100 + (vintage - 1) % 60).suffix(2)
    let minutes = String(100 + (vintage - 1) / 60 % 60).suffix(2)
    return "\(period.lastDay)T00:\(minutes):\(seconds)Z"
  }
}

extension ArchiveRelease: TemplateModel {
  static let fields: [TemplateField<ArchiveRelease>] = [
    .text("anchor", "Its identifier in the page: `p2021-05`.") { "p" + $0.period.description },
    .text("title", "The period in words.") { $0.title },
    .text("path", "The newest report's file, without extension.") { $0.path },
    .text("correction", "That it corrects an earlier one; absent for a first.") { $0.correction },
    .list("earlier", "Reports that were replaced.") { $0.earlier },
    .text("summary", "Its headline figures in a line.") { $0.summary },
    .text("id", "The release's identifier, a `urn:uuid`.") { $0.id },
    .text("updated", "Its time, as the feed gives it.") { $0.updated },
  ]
}

extension Period {
  /// `2021-05-31`.
  fileprivate var lastDay: String {
    let month = months.upperBound
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    return "\(year)-" + String(100 + month).suffix(2) + "-\(days)"
  }
}
