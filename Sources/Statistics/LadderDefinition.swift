// SPDX-License-Identifier: Apache-2.0

/// The growth ladder of enterprises (企业成长梯队): `Input/plan/ladder.yml`.
package struct LadderDefinition: Hashable, Sendable {
  /// From the highest to the lowest; at least one.
  package let steps: [LadderStep]
  /// `nil` where nobody keeps a list of those that come from below the survey's line.
  package let candidates: LadderCandidates?

  package init(steps: [LadderStep], candidates: LadderCandidates?) {
    self.steps = steps
    self.candidates = candidates
  }
}

/// A step of the ladder, with what a unit with a return has to have to stand on it: all that is said.
/// Where nothing is, every unit does.
package struct LadderStep: Hashable, Sendable, Identifiable {
  /// An amount of a year.
  package struct Amount: Hashable, Sendable {
    /// One that returns carry.
    package let indicator: String
    package let threshold: LadderThreshold

    package init(indicator: String, threshold: LadderThreshold) {
      self.indicator = indicator
      self.threshold = threshold
    }
  }

  package let id: String
  package let name: LocalizedName
  /// A flag of the register.
  package let flag: String?
  package let amount: Amount?

  package init(id: String, name: LocalizedName, flag: String?, amount: Amount?) {
    self.id = id
    self.name = name
    self.flag = flag
    self.amount = amount
  }
}

/// A least amount, and from where on a smaller one is near it.
package struct LadderThreshold: Hashable, Sendable {
  package enum Standing: String, Hashable, Sendable, CaseIterable {
    case reached, near, below
  }

  /// In the base unit: 元. Above zero.
  package let value: ExactDecimal
  /// The unit that it is stated and printed in.
  package let unit: UnitOfMeasure
  /// The smallest amount that is near, in the base unit; `nil` where none is.
  package let near: ExactDecimal?

  package init(value: ExactDecimal, unit: UnitOfMeasure, near: ExactDecimal?) {
    self.value = value
    self.unit = unit
    self.near = near
  }

  /// - Parameter amount: in the base unit.
  package func standing(of amount: ExactDecimal) -> Standing {
    if amount >= value { return .reached }
    return near.map { amount >= $0 } == true ? .near : .below
  }

  /// What an amount in the base unit is of the threshold, in %; `nil` where that leaves 128 bits.
  package func share(of amount: ExactDecimal) -> Ratio? {
    try? Ratio(amount).divided(by: Ratio(value)).multiplied(by: Ratio(100))
  }
}

/// Those that may come to report (小升规): known from a list, since the survey does not reach them.
package struct LadderCandidates: Hashable, Sendable {
  /// The step that they come to when they report, `LadderStep.id`.
  package let step: String
  package let threshold: LadderThreshold
  /// By unit, then year.
  package let list: [LadderCandidate]

  package init(step: String, threshold: LadderThreshold, list: [LadderCandidate]) {
    self.step = step
    self.threshold = threshold
    self.list = list
  }
}

/// A row of `Input/plan/ladder/candidates.csv`.
package struct LadderCandidate: Hashable, Sendable {
  package let unit: UnitCode
  package let name: String
  /// In the base unit: 元.
  package let revenue: ExactDecimal
  package let year: Int
  /// Who says so, in a reader's words.
  package let source: String
  package let location: Location

  package init(
    unit: UnitCode, name: String, revenue: ExactDecimal, year: Int, source: String,
    location: Location
  ) {
    self.unit = unit
    self.name = name
    self.revenue = revenue
    self.year = year
    self.source = source
    self.location = location
  }
}
