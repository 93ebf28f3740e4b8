// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Statistics

/// The figures of a release as its audience may see them, each computed once however many pages and
/// languages print it.
final class ReleaseFigures {
  /// The fewest units that may stand behind a public value (methods.md §7, minimum frequency).
  static let leastUnits = 3

  private let figures: Figures
  private let audience: Audience
  private var known: [FigureName: Figure] = [:]
  private var periods: [Period: [Figure]] = [:]

  init(_ figures: Figures, for audience: Audience) {
    self.figures = figures
    self.audience = audience
  }

  func figure(_ name: FigureName) throws(ReportError) -> Figure {
    if let figure = known[name] { return figure }
    let figure: Figure
    do {
      figure = disclosed(try figures.figure(name))
    } catch {
      throw .figure(error)
    }
    known[name] = figure
    return figure
  }

  /// Every figure of a period that any file carries something of, in the order of printing.
  func all(of period: Period) throws(ReportError) -> [Figure] {
    if let all = periods[period] { return all }
    let all: [Figure]
    do { all = try figures.all(of: period).map(disclosed) } catch { throw .figure(error) }
    for figure in all { known[figure.name] = figure }
    periods[period] = all
    return all
  }

  /// Every figure that was asked for so far, sorted by name.
  var all: [Figure] {
    known.values.map { ($0.name.description, $0) }
      .sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }.map(\.1)
  }

  /// In a public release, confidential where one or two units reported in the figure's sector.
  /// Figures without any returns are a bureau's own to disclose.
  func disclosed(_ figure: Figure) -> Figure {
    guard audience == .public, figure.exact != nil, hidesUnits(behind: figure.name) else {
      return figure
    }
    return Figure(
      name: figure.name, unit: figure.unit, decimals: figure.decimals,
      value: .missing(.confidential), origin: figure.origin)
  }

  private func hidesUnits(behind name: FigureName) -> Bool {
    let units = FigureName(
      indicator: name.indicator, sector: name.sector, basis: name.basis, measure: .units,
      period: name.period)
    guard let count = (try? figures.figure(units))?.exact else { return false }
    return count > .zero && count < Ratio(Int128(Self.leastUnits))
  }
}
