// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Small schemes and units for the tests of the scorer.
enum Example {
  /// A unit with numbers by the column's id; texts in columns that begin with `text_`.
  static func unit(_ code: String, _ cells: [String: String]) -> EvaluationUnit {
    let place = Location(file: "Input/evaluation/2022/units.csv")
    guard let key = UnitCode(code) else { preconditionFailure("no unit code: \(code)") }
    return EvaluationUnit(
      code: key, name: code,
      cells: cells.mapValues { text in
        EvaluationUnit.Cell(text: text, number: ExactDecimal(text), location: place)
      },
      location: place)
  }

  static func item(
    _ numerator: String = "tax", per denominator: String? = nil, weight: String = "100",
    baseline: EvaluationItem.Baseline = .fixed(ExactDecimal(10)),
    direction: EvaluationItem.Direction = .higher, cap: String? = nil, floor: String? = nil,
    missing: EvaluationItem.MissingRule = .notAssessed
  ) -> EvaluationItem {
    EvaluationItem(
      id: numerator, name: LocalizedName(zh: numerator), numerator: numerator,
      denominator: denominator, weight: number(weight), baseline: baseline, direction: direction,
      cap: cap.map(number), floor: floor.map(number), missing: missing)
  }

  static func number(_ text: String) -> ExactDecimal { ExactDecimal(text) ?? .zero }

  static func scheme(
    _ items: [EvaluationItem], conditions: [EvaluationCondition] = [],
    exemptions: [EvaluationExemption] = [], adjustments: [EvaluationAdjustment] = [],
    vetoes: [EvaluationVeto] = [], classes: EvaluationClasses? = nil
  ) -> EvaluationScheme {
    EvaluationScheme(
      id: "test", name: LocalizedName(zh: "测试"), owner: LocalizedName(zh: "某地"), document: "x",
      columns: [], exemptions: exemptions,
      groups: [
        EvaluationGroup(
          id: "all", name: LocalizedName(zh: "全部"), conditions: conditions, items: items)
      ],
      adjustments: adjustments, vetoes: vetoes, classes: classes)
  }

  static func unitClass(_ id: String, _ bound: String?) -> EvaluationClasses.Class {
    EvaluationClasses.Class(id: id, name: LocalizedName(zh: id), bound: bound.map(number))
  }

  /// A 20 %, B 60 %, C 95 %, D.
  static let byRank = EvaluationClasses(
    basis: .rank,
    all: [
      unitClass("A", "20"), unitClass("B", "60"), unitClass("C", "95"), unitClass("D", "100"),
    ],
    notAssessed: unitClass("T", nil))
}
