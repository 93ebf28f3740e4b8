// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Findings as they are met, bounded: a hostile or hopelessly wrong file has millions.
///
/// Of one code in one file the first `limit` are kept; the rest are counted, and the count is a
/// finding itself.
package struct FindingList {
  static let limit = 10_000

  private struct Key: Hashable {
    let code: FindingCode
    let file: String
  }

  private(set) var all: [Finding] = []
  private var counts: [Key: Int] = [:]
  private(set) var errorCount = 0

  mutating func add(_ finding: Finding) {
    if finding.severity == .error { errorCount += 1 }
    let key = Key(code: finding.code, file: finding.location?.file ?? "")
    let count = (counts[key] ?? 0) + 1
    counts[key] = count
    if count <= Self.limit { all.append(finding) }
  }

  /// Adds the findings of a part, which may have left some out itself.
  mutating func add(_ part: FindingList) {
    for finding in part.all { add(finding) }
    for (key, count) in part.counts where count > Self.limit {
      counts[key, default: 0] += count - Self.limit
    }
  }

  /// Sorted, with one finding a code and file for those that were not kept.
  func sorted() -> [Finding] {
    let further = counts.filter { $0.value > Self.limit }.map { key, count in
      Finding(
        key.code.severity == .error ? .moreErrors : .moreFindings,
        at: Location(file: key.file), raw: key.code.rawValue,
        ["code": key.code.rawValue, "count": String(count - Self.limit)])
    }
    return (all + further).sorted()
  }
}
