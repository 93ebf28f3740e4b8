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
    let ranks: [Measure] =
      dimension == .level(.division) ? Measure.Ranked.allCases.map { .rank(of: $0) } : []
    var figures: [Figure] = []
    for indicator in indicators {
      for sector in sectors {
        for name in names(sector, dimension, period) {
          for basis in Basis.allCases {
            let level = FigureName(
              indicator: indicator.id, sector: name.description, basis: basis, measure: .level,
              period: period)
            figures += try group(level, measures + ranks, isWanted)
          }
        }
      }
    }
    return figures
  }

  private func names(
    _ sector: Sector, _ dimension: SectorName.Dimension?, _ period: Period
  ) -> [SectorName] {
    guard let dimension else { return [SectorName(sector: sector.id)] }
    return parts(of: sector, by: dimension, in: period)
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

extension Figure {
  fileprivate var isGapToNothing: Bool {
    guard case .gap = name.measure else { return false }
    return exact == nil
  }
}
