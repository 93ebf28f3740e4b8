// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Statistics

/// One figure over several periods.
struct FigureSeries {
  /// One a period, in the order of the periods; a missing one says why.
  let figures: [Figure]
  /// The survey periods among these from which on another definition holds, oldest first.
  let breaks: [Period]

  /// Without the period: `value_added.electronics.ytd.yoy`.
  var name: String { figures.first?.name.series ?? "" }

  /// Every series that has a figure in one of the periods, in the order of printing.
  static func all(
    of selection: FigureSelection, over periods: [Period], in figures: Figures
  ) throws(FigureError) -> [FigureSeries] {
    var known: [Period: [String: Figure]] = [:]
    var names: [FigureName] = []
    var seen: Set<String> = []
    for period in periods {
      var ofPeriod: [String: Figure] = [:]
      for figure in try selection.figures(of: period, in: figures) {
        ofPeriod[figure.name.series] = figure
        if seen.insert(figure.name.series).inserted { names.append(figure.name) }
      }
      known[period] = ofPeriod
    }
    let order = PrintingOrder(figures)
    var series: [FigureSeries] = []
    for name in names.sorted(by: order.isBefore) {
      var course: [Figure] = []
      for period in periods {
        if let figure = known[period]?[name.series] {
          course.append(figure)
        } else {
          course.append(try figures.figure(name.with(period: period)))
        }
      }
      series.append(FigureSeries(figures: course, breaks: figures.breaks(of: name, over: periods)))
    }
    return series
  }

  /// Before which of the periods, counted from 0, a break lies.
  var breakPlaces: Set<Int> {
    Set(
      figures.indices.dropFirst().filter { index in
        let (before, after) = (figures[index - 1].name.period, figures[index].name.period)
        return breaks.contains { before.lastSurveyPeriod < $0 && $0 <= after.lastSurveyPeriod }
      })
  }
}

extension Figures {
  fileprivate func breaks(of name: FigureName, over periods: [Period]) -> [Period] {
    guard let first = periods.first, let last = periods.last else { return [] }
    let sector = sectors.first { $0.id == SectorName(name.sector).sector }
    let indicator = indicators.first { $0.id == name.indicator }
    let all = Set((sector?.breaks ?? []) + (indicator?.breaks ?? []))
    return all.filter { first.lastSurveyPeriod < $0 && $0 <= last.lastSurveyPeriod }.sorted()
  }
}

/// By indicator, sector, part, basis and measure.
private struct PrintingOrder {
  private let indicators: [String: Int]
  private let sectors: [String: Int]
  private let measures: [Measure: Int]

  init(_ figures: Figures) {
    func places<Name: Hashable>(_ names: [Name]) -> [Name: Int] {
      Dictionary(
        names.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }
    indicators = places(figures.indicators.map(\.id))
    sectors = places(figures.sectors.map(\.id))
    measures = places(figures.measures + Measure.allCases)
  }

  func isBefore(_ left: FigureName, _ right: FigureName) -> Bool { key(left) < key(right) }

  private func key(_ name: FigureName) -> (Int, Int, String, Int, Int, String) {
    let sector = SectorName(name.sector)
    return (
      indicators[name.indicator] ?? .max, sectors[sector.sector] ?? .max, name.sector,
      name.basis == .month ? 0 : 1, measures[name.measure] ?? .max, name.measure.rawValue
    )
  }
}
