// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Evaluates rules over figures (macro rules) for one survey period.
package struct FigureEvaluation {
  private let period: Period
  private let figure: (FigureName, _ area: String?) throws -> Ratio?

  /// - Parameter figure: the figure of the own area (`nil`) or a wider one, in the figure's unit:
  ///   7.6 for 7.6 %. `nil` where it is missing.
  package init(
    _ period: Period, figure: @escaping (FigureName, _ area: String?) throws -> Ratio?
  ) {
    self.period = period
    self.figure = figure
  }

  /// - Parameter rule: over figures.
  /// - Throws: what `figure` throws.
  package func result(of rule: Rule) throws -> (result: RuleResult, values: [RuleValue]) {
    var figures: [FigureVariable: Ratio] = [:]
    for case .figure(let variable) in rule.expression.operands.map(\.number) {
      figures[variable] = try figure(variable.name(seenFrom: period), variable.area)
    }
    let values = FigureValues(period: period, figures: figures)
    let evaluation = ExactEvaluation(values: values)
    let shown = rule.expression.operands.map { operand in
      RuleValue(operand, value: (try? evaluation.number(operand.number)) ?? nil)
    }
    do {
      return (RuleResult(try evaluation.condition(rule.expression.condition)), shown)
    } catch {
      return (.notEvaluable, shown)
    }
  }
}

private struct FigureValues: ExactValues {
  let period: Period
  let figures: [FigureVariable: Ratio]

  var unit: UnitCode? { nil }
  func value(_ variable: RuleVariable) -> Ratio? { nil }
  func figure(_ variable: FigureVariable) -> Ratio? { figures[variable] }
  func median(_ number: RuleNumber) -> Ratio? { nil }
  func distance(_ current: RuleNumber, _ earlier: RuleNumber) -> Ratio? { nil }
  func text(_ field: RuleTextField) -> String? { nil }
  func flag(_ name: String) -> Bool? { nil }
}
