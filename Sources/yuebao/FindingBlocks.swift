// SPDX-License-Identifier: Apache-2.0
import Reports
import Statistics

/// Findings for people, grouped: what repeats is said once.
struct FindingBlocks {
  /// Findings of one code that are listed; the rest are counted.
  private static let limit = 200

  private let catalogue: MessageCatalogue
  /// One a block, by severity, code and first place.
  private let groups: [Group]

  /// Findings of one code and remedy. An edit rule's remedy is its description, so each rule has
  /// its own.
  private struct Group {
    let code: FindingCode
    let remedy: String
    var lines: [String] = []
    var count = 0
  }

  /// - Parameter findings: sorted.
  init(_ findings: [Finding], _ catalogue: MessageCatalogue) {
    self.catalogue = catalogue
    var groups: [Group] = []
    var places: [String: Int] = [:]
    var listed: [FindingCode: Int] = [:]
    for finding in findings {
      let (message, remedy) = catalogue.text(of: finding)
      let key = finding.code.rawValue + " " + remedy
      let place = places[key] ?? groups.count
      if place == groups.count {
        places[key] = place
        groups.append(Group(code: finding.code, remedy: remedy))
      }
      groups[place].count += 1
      listed[finding.code, default: 0] += 1
      if listed[finding.code, default: 0] <= Self.limit {
        groups[place].lines.append(Self.line(finding, message))
      }
    }
    // The sort is stable: within a code the first place decides.
    self.groups = groups.sorted {
      ($0.code.rank, $0.code.rawValue) < ($1.code.rank, $1.code.rawValue)
    }
  }

  /// A line a finding: where, and what is wrong. The period stands with places outside of the
  /// returns, which do not tell it.
  private static func line(_ finding: Finding, _ message: String) -> String {
    let isInReturns = finding.location?.file.hasPrefix(WorkspaceFolder.returns + "/") ?? false
    let period = isInReturns ? nil : finding.period?.description
    let place = [finding.location?.description, period].compactMap(\.self).joined(separator: " ")
    return "  " + ((place.isEmpty ? "" : place + ": ") + message).onOneLine
  }

  var blocks: [[String]] {
    groups.map { group in
      let head = "\(group.code.severity.rawValue) \(group.code.rawValue) (\(group.count))"
      return [head + (group.remedy.isEmpty ? "" : ": " + group.remedy.onOneLine)] + group.lines
        + more(group)
    }
  }

  private func more(_ group: Group) -> [String] {
    let count = group.count - group.lines.count
    guard count > 0 else { return [] }
    return ["  " + catalogue.text(of: Message("check_more", ["count": String(count)]))]
  }
}

extension FindingCode {
  fileprivate var rank: Int { Finding.Severity.allCases.firstIndex(of: severity) ?? 0 }
}
