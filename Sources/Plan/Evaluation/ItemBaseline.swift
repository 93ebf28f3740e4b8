// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Statistics

extension EvaluationItem {
  /// A unit's value: numerator ÷ denominator.
  ///
  /// - Returns: `nil` where a cell is empty or the denominator is not above zero.
  func value(of unit: EvaluationUnit) -> ExactFraction? {
    guard let numerator = unit.cells[numerator]?.number else { return nil }
    guard let denominator else { return ExactFraction(Ratio(numerator)) }
    guard let divisor = unit.cells[denominator]?.number, divisor > .zero else { return nil }
    return ExactFraction(Ratio(numerator)) / ExactFraction(Ratio(divisor))
  }

  /// What values are compared with.
  ///
  /// - Parameters:
  ///   - units: the group's assessed units of the year.
  ///   - before: those of the year before; `nil` where there are no data of it.
  /// - Returns: `nil` where nobody has a value that it could be made of, or it is not above zero.
  /// - Throws: where the scheme states none for the year, or needs data that are not there.
  func baseline(
    year: Int, units: [EvaluationUnit], before: [EvaluationUnit]?
  ) throws(EvaluationError) -> ExactFraction? {
    func population(_ wanted: Year) throws(EvaluationError) -> [EvaluationUnit] {
      if wanted == .same { return units }
      guard let before else { throw .noDataBefore(item: id, year: year - 1) }
      return before
    }
    let baseline: ExactFraction?
    switch self.baseline {
    case .fixed(let value): baseline = ExactFraction(Ratio(value))
    case .fixedByYear(let values):
      guard let value = values[year] else { throw .noBaseline(item: id, year: year) }
      baseline = ExactFraction(Ratio(value))
    case .mean(let times, let year):
      baseline = mean(of: try population(year)).map { $0 * ExactFraction(Ratio(times)) }
    case .percentile(let percent, let year):
      baseline = percentile(percent, of: try population(year))
    }
    return baseline.flatMap { $0.isPositive ? $0 : nil }
  }

  /// Σ numerators ÷ Σ denominators over the units that have both.
  private func mean(of units: [EvaluationUnit]) -> ExactFraction? {
    let known = units.filter { value(of: $0) != nil }
    guard !known.isEmpty else { return nil }
    func sum(_ column: String) -> ExactFraction {
      known.compactMap { $0.cells[column]?.number }.reduce(.zero) {
        $0 + ExactFraction(Ratio($1))
      }
    }
    let count = ExactFraction(Ratio(Int128(known.count)))
    return sum(numerator) / (denominator.map(sum) ?? count)
  }

  /// By nearest rank, so that it is always a value that some unit has.
  private func percentile(
    _ percent: ExactDecimal, of units: [EvaluationUnit]
  ) -> ExactFraction? {
    let values = units.compactMap(value).sorted()
    let needed =
      ExactFraction(Ratio(percent)) * ExactFraction(Ratio(Int128(values.count)))
    for (index, value) in values.enumerated()
    where ExactFraction(Ratio(Int128(100 * (index + 1)))) >= needed {
      return value
    }
    return nil
  }
}
