// SPDX-License-Identifier: Apache-2.0
import Statistics

/// A figure with everything that it was computed from: formula, values, parts, down to cells.
package struct Explanation: Sendable {
  package let figure: Figure
  /// Of the printed value.
  package let printed: ExplanationNode
  /// Of the own value that stands beside a bureau's.
  package let own: ExplanationNode?

  /// What each unit's return says in a slot of a survey period, in any order.
  ///
  /// The slot is `nil` where only the returns themselves are asked for; the text is the id of an
  /// attribute of the register, `nil` for none.
  package typealias UnitValues = (Period, ReturnSlot?, String?) -> [UnitValue]

  /// - Parameter limit: how many units of each sum are listed, and how many of those that gave no
  ///   value. `nil` for all, and then the figures that a count or a ranking goes over are broken down
  ///   too.
  /// - Throws: `ExplanationError`. Above all where the units' values do not add up to what was computed:
  ///   there is no explanation that does not.
  package init(
    of name: FigureName, in figures: Figures, limit: Int?, unitValues: @escaping UnitValues
  ) throws(ExplanationError) {
    let derived: DerivedFigure
    do { derived = try figures.derived(name) } catch { throw .figure(error) }
    let builder = ExplanationBuilder(
      name: name, definitions: figures.definitions, limit: limit, unitValues: unitValues)
    figure = derived.figure
    printed = try builder.node(derived.derivation, role: nil)
    own = try derived.own.map { (own) throws(ExplanationError) in
      try builder.node(own.named(name), role: nil)
    }
  }
}
