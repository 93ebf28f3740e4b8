// SPDX-License-Identifier: Apache-2.0
import Statistics

extension Figures {
  /// The measures that are computed of every indicator and sector, in the order of printing; rankings
  /// only of divisions.
  package var measures: [Measure] {
    Measure.allCases.filter { measure in
      if case .rank = measure { return false }
      return true
    } + definitions.comparators.map { .gap(area: $0.id) }
  }

  /// The figures of one period: by indicator, sector, basis and measure, in the order of printing.
  ///
  /// Combinations for which no file carries anything are left out, and so are measures that mean
  /// nothing for an indicator; what is missing for another reason is listed. A gap is listed where the
  /// other area's table states its side.
  ///
  /// - Parameter dimension: what every sector is broken down by; `nil` for sectors as they are. With
  ///   divisions come their rankings.
  package func all(
    of period: Period, by dimension: SectorName.Dimension? = nil,
    where isWanted: (FigureName) -> Bool = { _ in true }
  ) throws(FigureError) -> [Figure] {
    try all(of: period, in: names(by: dimension, in: period), where: isWanted)
  }

  /// The same of sectors and parts that are named, in their order.
  ///
  /// - Parameter measures: those that are computed; `nil` for all without a year, with the rankings of
  ///   divisions.
  package func all(
    of period: Period, in sectors: [SectorName], measures: [Measure]? = nil,
    where isWanted: (FigureName) -> Bool = { _ in true }
  ) throws(FigureError) -> [Figure] {
    var figures: [Figure] = []
    for indicator in indicators {
      for sector in sectors {
        for basis in Basis.allCases {
          let level = FigureName(
            indicator: indicator.id, sector: sector.description, basis: basis, measure: .level,
            period: period)
          figures += try group(level, measures ?? self.measures(of: sector), isWanted)
        }
      }
    }
    return figures
  }

  /// The sectors in the order of printing, or the parts that each is broken down into in a period.
  package func names(by dimension: SectorName.Dimension?, in period: Period) -> [SectorName] {
    sectors.flatMap { sector in
      dimension.map { parts(of: sector, by: $0, in: period) } ?? [SectorName(sector: sector.id)]
    }
  }

  private func measures(of sector: SectorName) -> [Measure] {
    guard sector.part?.dimension == .level(.division) else { return measures }
    return measures + Measure.Ranked.allCases.map { .rank(of: $0) }
  }

  private func group(
    _ name: FigureName, _ measures: [Measure], _ isWanted: (FigureName) -> Bool
  ) throws(FigureError) -> [Figure] {
    let wanted = measures.map { name.with($0) }.filter(isWanted)
    guard !wanted.isEmpty else { return [] }
    let figures = try wanted.map { (name) throws(FigureError) in try figure(name) }
      .filter { $0.value != .missing(.notApplicable) && !$0.isGapToNothing }
    return figures.contains { $0.exact != nil } ? figures : []
  }
}

extension Figures {
  /// What an area's tables state for a figure's name; missing where they do not.
  package func stated(_ name: FigureName, ofArea area: String) throws(FigureError) -> Figure {
    guard let indicator = definitions.indicator(name.indicator) else {
      throw .unknownIndicator(name.indicator, known: indicators.map(\.id))
    }
    let unit = name.measure.unit(of: indicator)
    do {
      let stated = try others[area]?.stated(name, in: unit)
      let value = stated?.ratio.map { Figure.Value.known($0) } ?? .missing(.notReported)
      return Figure(
        name: name, unit: unit, decimals: name.measure.decimals(of: indicator), value: value,
        origin: .bureau)
    } catch {
      throw .arithmetic(error, name)
    }
  }
}

extension Figure {
  fileprivate var isGapToNothing: Bool {
    guard case .gap = name.measure else { return false }
    return exact == nil
  }
}
