// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Who is entitled to which differentiated support (差别化扶持名单): the units of each class of each
/// group, the best class first.
package struct SupportList: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    package let group: EvaluationGroup
    package let unitClass: EvaluationClasses.Class
    /// By place, then unit code.
    package let units: [EvaluationUnit]
  }

  /// Classes without a support text or without units are left out.
  package let entries: [Entry]

  package init(_ evaluation: Evaluation) {
    let classes = evaluation.scheme.classes
    let all = (classes?.all ?? []) + [classes?.notAssessed].compactMap(\.self)
    entries = evaluation.scheme.groups.flatMap { group in
      all.filter { $0.support != nil }.compactMap { entry in
        let units = evaluation.sheets.filter {
          $0.group?.id == group.id && evaluation.classOf($0) == entry
        }.map(\.unit)
        return units.isEmpty ? nil : Entry(group: group, unitClass: entry, units: units)
      }
    }
  }
}
