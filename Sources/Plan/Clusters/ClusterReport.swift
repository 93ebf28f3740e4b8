// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Statistics

/// How a cluster stands in a period: against the year before and against the total.
package struct ClusterReport: Sendable {
  /// One figure with what it is compared with.
  package struct Line: Sendable {
    package let series: ClusterDefinitions.Series
    package let now: Figure
    package let before: Figure
    /// The total's; `nil` where the comparison would mean nothing: amounts, and parts of the total.
    package let total: Figure?
    /// Whether `now` is missing since only a bureau's table states the series, and for the total: no
    /// return says which units it comes from.
    package let isOfTotalOnly: Bool
  }

  /// In percent.
  package struct Concentration: Hashable, Sendable {
    package let definition: ClusterDefinitions.Concentration
    /// `nil` where a unit's value is missing, or the sum is not above zero.
    package let now: Ratio?
    package let before: Ratio?
    package let total: Ratio?
  }

  /// With the states that the newest reports up to the period say.
  package let cluster: Cluster
  package let period: Period
  package let lines: [Line]
  package let concentration: Concentration?
  /// The units of its sector that report now and did not in the same period of the year before,
  /// and the other way round; sorted by code. `nil` where there are no returns of that period.
  package let entered: [UnitCode]?
  package let left: [UnitCode]?
  /// Whether there are weights for a score.
  package let isScored: Bool
  /// Σ value ÷ total's value × weight; `nil` without weights, and where one of the values is
  /// missing or the total's is not above zero.
  package let score: Ratio?
}

/// Makes the reports of clusters.
package struct ClusterMonitor {
  /// What each unit's accepted return for a survey period says of an indicator from January to it;
  /// without one, the returns themselves.
  package typealias UnitValues = (_ period: Period, _ indicator: String?) -> [UnitValue]

  private let definitions: ClusterDefinitions
  private let figures: Figures
  private let reports: [ProgressReport]
  private let values: UnitValues

  /// - Parameter reports: the plan's progress reports, which say the states of facilities.
  package init(
    _ definitions: ClusterDefinitions, figures: Figures, reports: [ProgressReport] = [],
    unitValues: @escaping UnitValues
  ) {
    self.definitions = definitions
    self.figures = figures
    self.reports = reports
    values = unitValues
  }

  /// - Throws: where a name does not resolve or a sum leaves 128 bits.
  package func reports(of period: Period) throws(FigureError) -> [ClusterReport] {
    var reports: [ClusterReport] = []
    for cluster in definitions.clusters { reports.append(try report(cluster, period)) }
    return reports
  }

  private func report(
    _ cluster: Cluster, _ period: Period
  ) throws(FigureError) -> ClusterReport {
    var lines: [ClusterReport.Line] = []
    for series in definitions.series { lines.append(try line(series, cluster, period)) }
    let movement = movement(of: cluster, period.lastSurveyPeriod)
    return ClusterReport(
      cluster: cluster.with(reports, upTo: period), period: period, lines: lines,
      concentration: concentration(of: cluster, period.lastSurveyPeriod),
      entered: movement?.entered, left: movement?.left,
      isScored: !definitions.weights.isEmpty, score: try score(of: cluster, period))
  }

  private func line(
    _ series: ClusterDefinitions.Series, _ cluster: Cluster, _ period: Period
  ) throws(FigureError) -> ClusterReport.Line {
    let now = try figures.figure(series.name(of: cluster.sector, in: period))
    let total = try figures.figure(series.name(of: Figures.total, in: period))
    return ClusterReport.Line(
      series: series, now: now,
      before: try figures.figure(series.name(of: cluster.sector, in: period.yearEarlier)),
      total: isComparable(series) ? total : nil,
      isOfTotalOnly: now.exact == nil && total.exact != nil && total.origin == .bureau)
  }

  /// Rates have an average of the whole; an amount of the total is no average, and what is a part of
  /// the total is 100 there.
  private func isComparable(_ series: ClusterDefinitions.Series) -> Bool {
    guard let indicator = figures.indicators.first(where: { $0.id == series.indicator }) else {
      return false
    }
    switch series.measure {
    case .share, .shareChange, .contribution, .pull: return false
    default: return series.measure.unit(of: indicator).isRate
    }
  }

  // MARK: - Units

  private func units(of sector: String, _ period: Period, _ indicator: String?) -> [UnitValue] {
    guard let sector = figures.sectors.first(where: { $0.id == sector }) else { return [] }
    return values(period, indicator).filter {
      sector.contains($0, in: period, figures.definitions)
    }
  }

  private func concentration(
    of cluster: Cluster, _ period: Period
  ) -> ClusterReport.Concentration? {
    definitions.concentration.map { definition in
      func part(_ sector: String, _ period: Period) -> Ratio? {
        Self.part(
          ofLargest: definition.units, in: units(of: sector, period, definition.indicator))
      }
      return ClusterReport.Concentration(
        definition: definition, now: part(cluster.sector, period),
        before: part(cluster.sector, period.yearEarlier), total: part(Figures.total, period))
    }
  }

  /// The largest values' part of all, in percent.
  static func part(ofLargest count: Int, in values: [UnitValue]) -> Ratio? {
    let known = values.compactMap { $0.value?.decimal }
    guard !known.isEmpty, known.count == values.count else { return nil }
    func sum(_ values: some Sequence<ExactDecimal>) -> Ratio? {
      var sum = ExactSum()
      for value in values { sum.add(value) }
      return (try? sum.value).map { Ratio($0) }
    }
    guard let whole = sum(known), whole > .zero,
      let part = sum(known.sorted(by: >).prefix(count)),
      let share = try? part.divided(by: whole).multiplied(by: Ratio(100))
    else { return nil }
    return share
  }

  private func movement(
    of cluster: Cluster, _ period: Period
  ) -> (entered: [UnitCode], left: [UnitCode])? {
    let earlier = period.yearEarlier
    guard !values(earlier, nil).isEmpty else { return nil }
    let now = Set(units(of: cluster.sector, period, nil).map(\.unit))
    let before = Set(units(of: cluster.sector, earlier, nil).map(\.unit))
    func sorted(_ units: Set<UnitCode>) -> [UnitCode] {
      units.sorted { $0.description < $1.description }
    }
    return (sorted(now.subtracting(before)), sorted(before.subtracting(now)))
  }

  // MARK: - Score

  private func score(of cluster: Cluster, _ period: Period) throws(FigureError) -> Ratio? {
    guard !definitions.weights.isEmpty else { return nil }
    var score = Ratio.zero
    for weight in definitions.weights {
      let name = weight.series.name(of: cluster.sector, in: period)
      guard let own = try figures.figure(name).exact,
        let total = try figures.figure(name.with(sector: Figures.total)).exact, total > .zero
      else { return nil }
      do throws(ArithmeticError) {
        let points = try own.divided(by: total).multiplied(by: Ratio(weight.weight))
        score = try score.adding(points)
      } catch { throw .arithmetic(error, name) }
    }
    return score
  }
}
