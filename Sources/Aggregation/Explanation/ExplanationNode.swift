// SPDX-License-Identifier: Apache-2.0
import Statistics

/// One value of an explanation, with what it came from.
package struct ExplanationNode: Sendable {
  package enum Source: Sendable {
    case formula(Formula, [ExplanationNode])
    /// Added up over unit returns.
    case returns(ReturnsBreakdown)
    /// What a table states.
    case stated(BureauObservation)
    /// A number of a definition.
    case defined(Location?)
    /// A figure that a count or a ranking goes over: its own explanation has the rest.
    case folded
    /// No file carries it.
    case nowhere
  }

  /// Its part in the formula above it; `nil` at the top, and where all parts have the same.
  package let role: Role?
  /// The figure that it is, where it is one.
  package let name: FigureName?
  /// Whether it is this year's, or the same-period value (上年同期).
  package let side: Side
  package let value: Derivation.Value
  package let unit: UnitOfMeasure
  /// Decimals when printed.
  package let decimals: Int
  /// Whether the value is cut behind 15 decimals.
  package let isCut: Bool
  package let source: Source

  /// `nil` where the value is missing.
  package var ratio: Ratio? {
    guard case .known(let ratio) = value else { return nil }
    return ratio
  }

  /// `nil` where the value is known.
  package var missingReason: MissingReason? {
    guard case .missing(let reason) = value else { return nil }
    return reason
  }

  package var parts: [ExplanationNode] {
    guard case .formula(_, let parts) = source else { return [] }
    return parts
  }

  /// A part's place in its formula. The raw value is its name in JSON and in the catalogues.
  package enum Role: String, Hashable, Sendable, CaseIterable {
    /// This year's value, beside the same-period one.
    case current
    /// The same-period value.
    case reference
    /// The same figure of an earlier period.
    case before
    /// What is subtracted from, and what is subtracted.
    case first, second
    case part, whole
    case numerator, denominator
    case level, growth, contribution
    case output, rate, price
    /// What a ranking is of, and what it is held against.
    case ranked, other
  }
}
