// SPDX-License-Identifier: Apache-2.0
import Plan
import Statistics

/// The words and numbers that text, JSON and CSV share.
package struct LadderWords: Sendable {
  package let catalogue: MessageCatalogue
  package let definition: LadderDefinition
  package let isSynthetic: Bool

  package init(catalogue: MessageCatalogue, definition: LadderDefinition, isSynthetic: Bool) {
    self.catalogue = catalogue
    self.definition = definition
    self.isSynthetic = isSynthetic
  }

  package func sentence(_ key: String, _ arguments: [String: String] = [:]) -> String {
    catalogue.sentence("ladder_" + key, arguments)
  }

  package func name(_ name: LocalizedName) -> String { name[catalogue.language] }

  /// The name of a step; empty for none.
  package func step(_ id: String?) -> String {
    definition.steps.first { $0.id == id }.map { name($0.name) } ?? ""
  }

  /// With which period it is compared, and what could not be.
  ///
  /// - Parameter name: how a period is written.
  package func comparison(
    _ report: LadderReport, _ moves: [LadderMove], name: (Period) -> String
  ) -> [String] {
    let comparison = report.comparison
    var arguments = ["period": name(comparison.with)]
    for kind in LadderMove.Kind.allCases {
      arguments[kind.rawValue] = String(moves.count { $0.kind == kind })
    }
    let periods = comparison.lacking.map(name).joined(separator: sentence("comma"))
    guard !comparison.steps.isEmpty else {
      return [sentence("not_compared", arguments.merging(["periods": periods]) { $1 })]
    }
    let left = report.steps.map(\.step).filter { !comparison.steps.contains($0.id) }
    let names = left.map { self.name($0.name) }.joined(separator: sentence("comma"))
    let unknown = comparison.unknown.count
    return [sentence("compared", arguments)]
      + (left.isEmpty
        ? [] : [sentence("steps_left_out", ["periods": periods, "steps": names])])
      + (unknown == 0 ? [] : [sentence("unknown_units", ["count": String(unknown)])])
  }

  package func threshold(ofStep id: String) -> LadderThreshold? {
    definition.steps.first { $0.id == id }?.amount?.threshold
  }

  /// An amount of the base unit in the unit of a threshold.
  package func amount(_ amount: ExactDecimal?, _ threshold: LadderThreshold?) -> Amount? {
    guard let amount, let unit = threshold?.unit,
      let factor = UnitOfMeasure(unit.dimension).factor(to: unit),
      let value = try? Ratio(amount).multiplied(by: factor)
    else { return nil }
    return Amount(value: value, unit: unit)
  }

  package struct Amount: Sendable {
    package let value: Ratio
    package let unit: UnitOfMeasure

    package var rounded: String { value.rounded(decimals: 2) }
  }
}
