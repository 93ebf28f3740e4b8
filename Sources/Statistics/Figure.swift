// SPDX-License-Identifier: Apache-2.0

/// One publishable number with its unit and where it came from (指标值).
package struct Figure: Hashable, Sendable {
  package enum Value: Hashable, Sendable {
    /// Exact, in the figure's unit: 7.6 % is 7.6, not 0.076.
    case known(Ratio)
    case missing(MissingReason)
  }

  /// Who computed it.
  package enum Origin: String, Hashable, Sendable {
    /// Yuebao, from unit returns.
    case returns
    /// A bureau's table, or derived from one alone.
    case bureau
  }

  /// What a reader must know of a figure.
  package enum Mark: String, Hashable, Sendable, CaseIterable {
    /// Built on a back-cast same-period value: level ÷ (1 + growth) (methods.md §2).
    case approximate
    /// It compares periods between which the sector or the indicator was defined anew.
    case seriesBreak = "break"
    /// It counts the running year as a whole one.
    case provisional
    /// A month's value as the difference of two cumulative ones (methods.md §1).
    case fromCumulative = "from_cumulative"
    /// Such a difference below zero: an earlier month was revised, or units came and went.
    case negativeMonth = "negative_month"
    /// The exact value has no end: it is cut behind 15 decimals. Printed digits are not affected.
    case cut
    /// The Spring Festival falls into the months, and in other weeks than a year before.
    case springFestival = "spring_festival"
  }

  package let name: FigureName
  package let unit: UnitOfMeasure
  /// Decimals when printed: 1 for rates, shares and points, 2 for 亿元 (methods.md §4).
  package let decimals: Int
  package let value: Value
  package let origin: Origin
  package let marks: Set<Mark>
  /// The own sum over returns, where a bureau's figure is printed and both exist.
  package let ownValue: Ratio?

  package init(
    name: FigureName, unit: UnitOfMeasure, decimals: Int, value: Value, origin: Origin,
    marks: Set<Mark> = [], ownValue: Ratio? = nil
  ) {
    self.name = name
    self.unit = unit
    self.decimals = decimals
    self.value = value
    self.origin = origin
    self.marks = marks
    self.ownValue = ownValue
  }

  package var isApproximate: Bool { marks.contains(.approximate) }

  /// The exact value; `nil` when missing.
  package var exact: Ratio? {
    guard case .known(let ratio) = value else { return nil }
    return ratio
  }

  /// The printed digits, without unit or separators; `nil` when missing.
  package var rounded: String? { exact?.rounded(decimals: decimals) }

  /// The printed (bureau's) value minus the own one, in the figure's unit; `nil` unless both exist.
  package var differenceToOwn: Ratio? {
    guard let exact, let ownValue else { return nil }
    return try? exact.subtracting(ownValue)
  }
}
