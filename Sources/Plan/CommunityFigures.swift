// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Statistics

/// The figures behind the plan's targets, broken down by an attribute of the register: what the plan
/// asks of each community (各社区). Few units stand behind most of them: for internal use.
package struct CommunityFigures: Sendable {
  /// One community's figures of one series of the targets.
  package struct Row: Sendable {
    /// Such as `smart_equipment/community=官桥`.
    package let sector: SectorName
    package let indicator: Indicator
    package let level: Figure
    /// 同比; missing for rates and counts.
    package let yoy: Figure
  }

  /// By indicator and sector in the order of the targets, then by community.
  package let rows: [Row]

  /// - Parameter attribute: the register's; the figures have to be broken down by it.
  package init(
    of targets: [Target], by attribute: String, figures: Figures, at period: Period
  ) throws(FigureError) {
    var rows: [Row] = []
    for name in Self.levels(of: targets, at: period) {
      guard let sector = figures.sectors.first(where: { $0.id == name.sector }),
        let indicator = figures.indicators.first(where: { $0.id == name.indicator })
      else { continue }
      for part in figures.parts(of: sector, by: .attribute(attribute), in: period) {
        let own = name.with(sector: part.description)
        let level = try figures.figure(own)
        guard level.exact != nil else { continue }
        rows.append(
          Row(
            sector: part, indicator: indicator, level: level,
            yoy: try figures.figure(own.with(.yoy))))
      }
    }
    self.rows = rows
  }

  /// The level of each indicator and sector that a target is measured by, each once.
  private static func levels(of targets: [Target], at period: Period) -> [FigureName] {
    targets.compactMap { target in
      target.series.flatMap { FigureName(series: $0, period: period.lastSurveyPeriod) }
    }
    .map { $0.with(.level).with(Basis.ytd) }
    .reduce(into: []) { names, name in
      if !names.contains(name) { names.append(name) }
    }
  }
}
