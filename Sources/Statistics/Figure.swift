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

  package let name: FigureName
  package let unit: UnitOfMeasure
  /// Decimals when printed: 1 for rates, shares and points, 2 for 亿元 (methods.md §4).
  package let decimals: Int
  package let value: Value
  package let origin: Origin
  /// Built on a back-cast same-period value: level ÷ (1 + growth) (methods.md §2).
  package let isApproximate: Bool
  /// The own sum over returns, where a bureau's figure is printed and both exist.
  package let ownValue: Ratio?

  package init(
    name: FigureName, unit: UnitOfMeasure, decimals: Int, value: Value, origin: Origin,
    isApproximate: Bool = false, ownValue: Ratio? = nil
  ) {
    self.name = name
    self.unit = unit
    self.decimals = decimals
    self.value = value
    self.origin = origin
    self.isApproximate = isApproximate
    self.ownValue = ownValue
  }

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
