// SPDX-License-Identifier: Apache-2.0

/// The classes that a scheme sorts its units into, the best first, and what each is entitled to.
package struct EvaluationClasses: Hashable, Sendable {
  package enum Basis: String, Hashable, Sendable, CaseIterable {
    /// A unit's place among the assessed of its group, in percent: place ÷ units × 100.
    case rank
    case score
  }

  package struct Class: Hashable, Sendable {
    /// `A`.
    package let id: String
    package let name: LocalizedName
    /// By rank, the last percent that is still in it; by score, the least score. `nil` for the last
    /// class by score, which takes the rest.
    package let bound: ExactDecimal?
    /// The differentiated support (差别化扶持) that the class is entitled to.
    package let support: LocalizedName?

    package init(
      id: String, name: LocalizedName, bound: ExactDecimal?, support: LocalizedName? = nil
    ) {
      self.id = id
      self.name = name
      self.bound = bound
      self.support = support
    }
  }

  package let basis: Basis
  package let all: [Class]
  /// What units that are not assessed are called: `T` 不适合评价类; `nil` for no class.
  package let notAssessed: Class?

  package init(basis: Basis, all: [Class], notAssessed: Class? = nil) {
    self.basis = basis
    self.all = all
    self.notAssessed = notAssessed
  }
}
