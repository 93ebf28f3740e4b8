// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Why a year cannot be evaluated at all.
package enum EvaluationError: Error, Hashable, Sendable {
  /// The scheme states baselines by year, and none for this one.
  case noBaseline(item: String, year: Int)
  /// A baseline is made of the year before, of which there are no data.
  case noDataBefore(item: String, year: Int)
}

/// The score sheets of one scheme and year.
package struct Evaluation: Sendable {
  package let scheme: EvaluationScheme
  package let year: Int
  /// By group, then place, then unit code; those that are not assessed last.
  package let sheets: [ScoreSheet]

  /// - Parameters:
  ///   - units: what the year's data say, each unit once.
  ///   - before: the same of the year before; `nil` where there are none.
  package init(
    _ scheme: EvaluationScheme, year: Int, units: [EvaluationUnit], before: [EvaluationUnit]?
  ) throws(EvaluationError) {
    var sheets: [ScoreSheet] = []
    let (members, others) = Self.members(of: scheme, among: units)
    let membersBefore = before.map { Self.members(of: scheme, among: $0).members }
    for group in scheme.groups {
      sheets += try GroupScoring(
        scheme: scheme, group: group, year: year, units: members[group.id] ?? [],
        before: membersBefore.map { $0[group.id] ?? [] }
      ).sheets()
    }
    self.scheme = scheme
    self.year = year
    self.sheets = Self.sorted(sheets + others, scheme)
  }

  /// The units of each group, by its id, and the sheets of those that are exempt or in none.
  private static func members(
    of scheme: EvaluationScheme, among units: [EvaluationUnit]
  ) -> (members: [String: [EvaluationUnit]], others: [ScoreSheet]) {
    var members: [String: [EvaluationUnit]] = [:]
    var others: [ScoreSheet] = []
    for unit in units {
      let group = scheme.groups.first { group in
        group.conditions.allSatisfy { $0.holds(for: unit) }
      }
      let exemption = scheme.exemptions.first { $0.condition.holds(for: unit) }
      if let group, exemption == nil {
        members[group.id, default: []].append(unit)
        continue
      }
      let reason = exemption.map { ScoreSheet.Reason.exempt($0) } ?? .noGroup
      others.append(
        ScoreSheet(
          unit: unit, group: group, items: [], adjustments: [], vetoes: [],
          outcome: .notAssessed(reason)))
    }
    return (members, others)
  }

  private static func sorted(_ sheets: [ScoreSheet], _ scheme: EvaluationScheme) -> [ScoreSheet] {
    let order = scheme.groups.map(\.id)
    return sheets.map { sheet in
      let group = sheet.group.flatMap { order.firstIndex(of: $0.id) } ?? order.count
      return (
        sheet: sheet,
        key: (sheet.result == nil ? 1 : 0, group, sheet.result?.place ?? 0),
        code: sheet.unit.code.description
      )
    }.sorted { ($0.key, $0.code) < ($1.key, $1.code) }.map(\.sheet)
  }
}

/// `(Int, Int, Int)` before a text.
private func < (
  left: ((Int, Int, Int), String), right: ((Int, Int, Int), String)
) -> Bool {
  left.0 == right.0 ? left.1 < right.1 : left.0 < right.0
}

extension Evaluation {
  /// How many units are in each class of a group, in the scheme's order; of units that are not
  /// assessed, `nil`.
  package func counts(in group: EvaluationGroup) -> [(class: EvaluationClasses.Class?, count: Int)]
  {
    let own = sheets.filter { $0.group?.id == group.id }
    let assessed = (scheme.classes?.all ?? []).map { entry in
      (class: Optional(entry), count: own.count { $0.result?.finalClass == entry })
    }
    return assessed + [(nil, own.count { $0.result == nil })]
  }

  /// The class that a sheet's unit is in, with those that are not assessed.
  package func classOf(_ sheet: ScoreSheet) -> EvaluationClasses.Class? {
    guard let result = sheet.result else { return scheme.classes?.notAssessed }
    return result.finalClass
  }
}
