// SPDX-License-Identifier: Apache-2.0
import Statistics

extension Derivation {
  /// What a reader must know, as far as it follows from how the value came about.
  func marks(
    of name: FigureName, _ indicator: Indicator, _ sector: Sector
  ) -> Set<Figure.Mark> {
    var marks: Set<Figure.Mark> = []
    guard ratio != nil else { return marks }
    collect(&marks)
    if isCut { marks.insert(.cut) }
    if isProvisional(name) { marks.insert(.provisional) }
    if crosses(sector.breaks + indicator.breaks) { marks.insert(.seriesBreak) }
    if name.period.hasMovedSpringFestival { marks.insert(.springFestival) }
    return marks
  }

  private func collect(_ marks: inout Set<Figure.Mark>) {
    guard case .formula(let formula, let parts) = source else { return }
    switch formula {
    case .backCast: marks.insert(.approximate)
    case .monthOfCumulative:
      marks.insert(.fromCumulative)
      if let ratio, ratio < .zero { marks.insert(.negativeMonth) }
    default: break
    }
    for part in parts { part.collect(&marks) }
  }

  /// Whether growth over whole years counts a year that has not ended.
  private func isProvisional(_ name: FigureName) -> Bool {
    switch name.measure {
    case .growthSince, .averageGrowthSince: name.period.months.upperBound < 12
    default: false
    }
  }

  /// Whether the values that it is computed from are of periods on both sides of a break. Growth on the
  /// same-period values that returns carry is on one side: both are of today's definition.
  private func crosses(_ breaks: [Period]) -> Bool {
    guard !breaks.isEmpty else { return false }
    let periods = periods
    return breaks.contains { start in
      periods.contains { $0.lastSurveyPeriod < start }
        && periods.contains { $0.lastSurveyPeriod >= start }
    }
  }

  private var periods: [Period] {
    switch source {
    case .returns(let sum): [sum.period]
    case .stated(let observation): [observation.name.period]
    case .formula(_, let parts): parts.flatMap(\.periods)
    case .defined, .nowhere: []
    }
  }
}
