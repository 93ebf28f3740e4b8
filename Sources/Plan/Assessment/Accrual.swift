// SPDX-License-Identifier: Apache-2.0
import Statistics

/// How a target's value comes together over time; it decides what a value in the middle of a year
/// can be held against.
package enum Accrual: String, Hashable, Sendable, CaseIterable {
  /// It stands as it is at any time: a share, a number of units.
  case stock
  /// It adds up from January on and starts anew every year: value added.
  case year
  /// It is known when a year is over: how many units come to an amount in the year.
  case wholeYear = "whole year"
  /// It adds up over the target's whole time: 亩, 人次.
  case plan
  /// Growth since the base year, in %, in which the running year counts as a whole one.
  case growth
  /// Growth a year, in %.
  case rate

  /// - Parameter figure: the figure that measures the target, of any period.
  init(_ target: Target, figure: FigureName?, indicator: Indicator?) {
    switch target.kind {
    case .cumulativeQuantity: self = .plan
    case .cumulativeGrowth: self = .growth
    case .compoundedRate: self = .rate
    case .level, .share, .count:
      if figure?.isYearlyAmount(of: indicator) == true {
        self = .year
      } else {
        self = figure?.isYearlyCount(of: indicator) == true ? .wholeYear : .stock
      }
    case .deliverable, .milestone, .mechanism: self = .stock
    }
  }

  /// Whether more may still come to it before it is final: an upper limit is then not yet kept.
  func isOpen(at period: Period, _ span: TargetSpan, path: Target.Path?) -> Bool {
    switch self {
    case .year: period.months.upperBound < 12
    case .plan: !span.isDue(at: period)
    default: path == .time && !span.isDue(at: period)
    }
  }
}

extension FigureName {
  /// Whether it is an amount that adds up from January to the period.
  func isYearlyAmount(of indicator: Indicator?) -> Bool {
    basis == .ytd && measure == .level && indicator?.isAdditive == true
  }

  /// Whether it is a number of units that come to an amount from January to the period.
  func isYearlyCount(of indicator: Indicator?) -> Bool {
    guard case .units(.atLeast)? = indicator?.source else { return false }
    return basis == .ytd && measure == .level
  }
}
