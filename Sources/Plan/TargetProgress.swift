// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Statistics

/// How far a target has come at a period.
package struct TargetProgress: Hashable, Sendable {
  package let target: Target
  /// The figure that measures it.
  package let figure: Figure
  /// Whether the comparator holds at this period; `nil` where the figure is missing.
  package let isMet: Bool?
  /// The figure minus the target: in the target's unit, for a share in percentage points.
  /// Negative is short of an `above` or `atLeast` target. `nil` where the figure is missing.
  package let gap: Ratio?
  package let gapUnit: UnitOfMeasure

  /// - Returns: `nil` where no figure measures the target.
  /// - Throws: `FigureError` where the target's figure does not resolve.
  package init?(
    _ target: Target, figures: Figures, at period: Period
  ) throws(FigureError) {
    let target = target.standing(in: period)
    guard let series = target.series, let name = FigureName(series: series, period: period) else {
      return nil
    }
    let figure = try figures.figure(name)
    let promised = Ratio(target.value)
    self.target = target
    self.figure = figure
    gapUnit = target.unit == .percent ? .percentagePoint : target.unit
    guard let factor = figure.unit.factor(to: target.unit), let exact = figure.exact else {
      isMet = nil
      gap = nil
      return
    }
    do {
      let value = try exact.multiplied(by: factor)
      isMet = target.isKept(by: value)
      gap = try value.subtracting(promised)
    } catch {
      throw .arithmetic(error, name)
    }
  }
}
