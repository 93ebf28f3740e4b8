// SPDX-License-Identifier: Apache-2.0
import Statistics

/// One row's exact values.
struct RowValues: ExactValues {
  let evaluation: RuleEvaluation
  let row: Int

  var period: Period { evaluation.table.period }
  var unit: UnitCode? { evaluation.table.unit(row) }

  func value(_ variable: RuleVariable) -> Ratio? {
    evaluation.table.exact(variable, row: row).map { Ratio($0) }
  }
  func figure(_ variable: FigureVariable) -> Ratio? { nil }
  func median(_ number: RuleNumber) throws(ArithmeticError) -> Ratio? {
    try evaluation.median(number, row: row)
  }
  func distance(_ current: RuleNumber, _ earlier: RuleNumber) -> Ratio? {
    evaluation.distance(current, earlier, row: row)
  }
  func text(_ field: RuleTextField) -> String? { evaluation.texts(field).text(row) }
  func flag(_ name: String) -> Bool? { evaluation.flags(name)[row] }
}
