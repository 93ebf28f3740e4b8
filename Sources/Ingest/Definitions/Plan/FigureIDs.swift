// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The ids that a figure's name is made of, to check names before anything is computed.
package struct FigureIDs: Sendable {
  let indicators: [Indicator]
  let sectors: [String]
  /// Those that growth is held against.
  let comparators: [String]

  /// The part of `indicator.sector.basis.measure` that does not resolve, with the nearest id.
  func problem(inSeries series: String) -> (name: String, suggestion: String?)? {
    let parts = series.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 4 else { return (series, nil) }
    let known = [indicators.map(\.id), sectors, Basis.allCases.map(\.rawValue)]
    for (part, names) in zip(parts, known) where !names.contains(part) {
      return (part, suggestion(for: part, among: names))
    }
    let measures = Measure.allCases.map(\.rawValue) + comparators.map(Self.gap)
    switch Measure(rawValue: parts[3]) {
    case .gap(let area) where !comparators.contains(area): break
    case nil: break
    default: return nil
    }
    return (parts[3], suggestion(for: parts[3], among: measures))
  }

  private static func gap(_ area: String) -> String { Measure.gap(area: area).rawValue }

  /// The unit that the figure is printed in.
  func unit(ofSeries series: String) -> UnitOfMeasure? {
    let parts = series.split(separator: ".").map(String.init)
    guard parts.count == 4, let measure = Measure(rawValue: parts[3]),
      let indicator = indicators.first(where: { $0.id == parts[0] })
    else { return nil }
    return measure.unit(of: indicator)
  }
}
