// SPDX-License-Identifier: Apache-2.0

/// The name of one publishable number: `value_added.electronics.ytd.yoy@2021-05`.
package struct FigureName: Hashable, Sendable {
  package let indicator: String
  package let sector: String
  package let basis: Basis
  package let measure: Measure
  package let period: Period

  package init(
    indicator: String, sector: String, basis: Basis, measure: Measure, period: Period
  ) {
    self.indicator = indicator
    self.sector = sector
    self.basis = basis
    self.measure = measure
    self.period = period
  }

  /// The same figure of another measure.
  package func with(_ measure: Measure) -> FigureName {
    FigureName(
      indicator: indicator, sector: sector, basis: basis, measure: measure, period: period)
  }

  /// The same figure of another sector.
  package func with(sector: String) -> FigureName {
    FigureName(
      indicator: indicator, sector: sector, basis: basis, measure: measure, period: period)
  }

  /// The same figure on another basis.
  package func with(_ basis: Basis) -> FigureName {
    FigureName(
      indicator: indicator, sector: sector, basis: basis, measure: measure, period: period)
  }

  /// The same figure of another indicator.
  package func with(indicator: String) -> FigureName {
    FigureName(
      indicator: indicator, sector: sector, basis: basis, measure: measure, period: period)
  }

  /// The same figure of another period.
  package func with(period: Period) -> FigureName {
    FigureName(
      indicator: indicator, sector: sector, basis: basis, measure: measure, period: period)
  }

  /// Without the period: `value_added.electronics.ytd.yoy`.
  package var series: String {
    "\(indicator).\(sector).\(basis.rawValue).\(measure.rawValue)"
  }

  /// Reads `indicator.sector.basis.measure`; `nil` for other text. The ids are not resolved. The
  /// sector may hold dots.
  package init?(series: some StringProtocol, period: Period) {
    let parts = series.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 4, let basis = Basis(rawValue: String(parts[parts.count - 2])),
      let measure = Measure(rawValue: String(parts[parts.count - 1]))
    else { return nil }
    self.init(
      indicator: String(parts[0]), sector: parts[1..<(parts.count - 2)].joined(separator: "."),
      basis: basis, measure: measure, period: period)
  }
}

extension FigureName: CustomStringConvertible {
  package var description: String { "\(series)@\(period)" }
}
