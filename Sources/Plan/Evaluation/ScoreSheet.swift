// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Statistics

/// How one unit came to its score and class: every factor, so that it can be recomputed by hand.
///
/// All numbers are exact; they are rounded when they are printed.
package struct ScoreSheet: Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// The scheme's exemption that holds.
    case exempt(EvaluationExemption)
    /// An item without a value whose missing rule is `not-assessed`, or for which its rule finds
    /// nothing to go by.
    case missingItem(String)
    /// No group's conditions hold.
    case noGroup
  }

  /// What an assessed unit came to.
  package struct Result: Hashable, Sendable {
    /// Items, then adjustments.
    package let score: ExactFraction
    /// 1 is first; units with equal scores share the best of their places.
    package let place: Int
    /// How many units of the group are assessed.
    package let ranked: Int
    /// What the place or the score alone would give; `nil` where the scheme has no classes.
    package let classBeforeVetoes: EvaluationClasses.Class?
    package let finalClass: EvaluationClasses.Class?
  }

  package enum Outcome: Hashable, Sendable {
    case assessed(Result)
    case notAssessed(Reason)
  }

  package let unit: EvaluationUnit
  /// `nil` where the unit belongs to none.
  package let group: EvaluationGroup?
  /// In the group's order; empty where not assessed.
  package let items: [ItemScore]
  /// Those whose condition holds.
  package let adjustments: [EvaluationAdjustment]
  package let vetoes: [EvaluationVeto]
  package let outcome: Outcome

  package var result: Result? {
    if case .assessed(let result) = outcome { result } else { nil }
  }

  /// Why it is not assessed; `nil` where it is.
  package var reason: Reason? {
    if case .notAssessed(let reason) = outcome { reason } else { nil }
  }
}

/// One item of a score sheet.
package struct ItemScore: Hashable, Sendable {
  package enum Standing: String, Hashable, Sendable {
    /// Value and baseline as they are.
    case scored
    /// The cap or the floor in their place.
    case capped, floored
    /// No value: what the missing rule gives.
    case zero
    case groupAverage = "group-average"
    case leftOut = "left-out"
  }

  package let item: EvaluationItem
  /// `nil` where missing.
  package let value: ExactFraction?
  /// `nil` where nobody has a value that it could be made of, or it is not above zero.
  package let baseline: ExactFraction?
  /// The item's weight; where others are left out, raised.
  package let weight: ExactFraction
  package let points: ExactFraction
  package let standing: Standing
}
