// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Plan
import Statistics

/// The words that text, JSON and CSV share.
package struct EvaluationWords: Sendable {
  package let catalogue: MessageCatalogue
  package let scheme: EvaluationScheme

  package init(catalogue: MessageCatalogue, scheme: EvaluationScheme) {
    self.catalogue = catalogue
    self.scheme = scheme
  }

  package func name(_ name: LocalizedName) -> String { name[catalogue.language] }

  package func sentence(_ key: String, _ arguments: [String: String] = [:]) -> String {
    catalogue.sentence("evaluate_" + key, arguments)
  }

  /// Rounded as the scheme says, from the exact number.
  package func points(_ value: ExactFraction) -> String { value.rounded(decimals: scheme.decimals) }

  /// With its sign, also where that is a plus.
  package func signed(_ value: ExactFraction) -> String {
    let text = points(value)
    return text.hasPrefix("-") ? text : "+" + text
  }

  /// Values have no decimals of their own: four, as published schemes print.
  package func value(_ value: ExactFraction) -> String { value.rounded(decimals: 4) }

  /// Why a unit is not assessed.
  package func reason(_ reason: ScoreSheet.Reason) -> String {
    switch reason {
    case .exempt(let exemption): name(exemption.name)
    case .missingItem(let id):
      sentence(
        "missing_item",
        [
          "item": scheme.groups.flatMap(\.items).first { $0.id == id }.map { name($0.name) } ?? id
        ])
    case .noGroup: sentence("no_group")
    }
  }

  /// The class, with the one before a veto behind it.
  package func className(of sheet: ScoreSheet) -> String {
    guard let result = sheet.result, let final = result.finalClass else { return "" }
    guard let earned = result.classBeforeVetoes, earned != final else { return final.id }
    return sentence("lowered", ["class": final.id, "earned": earned.id])
  }

  /// How a unit moved since the year before; empty for none.
  package func change(_ change: EvaluationChange?) -> String {
    guard let change else { return "" }
    let before = change.before?.finalClass?.id ?? change.before.map { String($0.place) }
    return sentence(
      "movement_" + change.movement.rawValue,
      ["before": before ?? "", "points": change.scoreChange.map(signed) ?? ""])
  }

  /// How many moved which way, or that there is no year to compare with.
  package func totals(_ changes: [EvaluationChange]?) -> String {
    guard let changes else { return sentence("no_changes") }
    let counts = [EvaluationChange.Movement.up, .down, .same, .entered, .left].map { movement in
      sentence(
        "total_" + movement.rawValue,
        ["count": String(changes.count { $0.movement == movement })])
    }
    return sentence("changes") + counts.joined(separator: sentence("and"))
  }

  package func standing(_ standing: ItemScore.Standing) -> String {
    standing == .scored ? "" : sentence("standing_" + standing.rawValue.replacing("-", with: "_"))
  }
}
