// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Plan
import Statistics

extension ReportBuilder {
  /// Up to seven: the total's level and growth, what the plan's targets measure, then sectors.
  func headlines() throws(ReportError) -> [Headline] {
    var names = try headlineNames()
    var seen: Set<FigureName> = []
    names = names.filter { seen.insert($0).inserted }
    var headlines: [Headline] = []
    for name in names where headlines.count < 7 {
      if let headline = try self.headline(name) { headlines.append(headline) }
    }
    return headlines
  }

  private func headlineNames() throws(ReportError) -> [FigureName] {
    guard let headline else { return [] }
    let total = FigureName(
      indicator: headline.id, sector: Figures.total, basis: .ytd, measure: .level,
      period: content.period)
    // Other measures need more words than a headline's label has.
    let promised = promisedFigures.filter { [.level, .share].contains($0.measure) }
    let others = try sectorsWithData().map { total.with(sector: $0.id) }
    // Targets say which sectors matter; without a plan the order of printing does.
    return [total, total.with(.yoy)] + (promised.isEmpty ? others : promised)
  }

  private func headline(_ name: FigureName) throws(ReportError) -> Headline? {
    guard let sector = content.figures.sectors.first(where: { $0.id == name.sector }),
      let indicator = content.figures.indicators.first(where: { $0.id == name.indicator })
    else { return nil }
    let figure = try self.figure(name.measure, of: sector, indicator, name.basis)
    guard let digits = figure.rounded else { return nil }
    return Headline(
      label: label(name.measure, sector, indicator),
      span: name.basis == .ytd ? nil : period.alone,
      value: numbers.grouped(digits), unit: figure.unit.symbol(in: language),
      unitBehind: figure.unit.behindNumber(in: language),
      figure: name.description, change: try change(of: name, sector, indicator),
      promise: promise(for: name), sparkline: try sparkline(of: name, sector, indicator))
  }

  private func label(_ measure: Measure, _ sector: Sector, _ indicator: Indicator) -> String {
    switch measure {
    case .yoy: catalogue.text(.headlineGrowth, ["subject": subject.name(sector, indicator)])
    case .share: catalogue.text(.headlineShare, ["sector": subject.label(sector)])
    default: subject.name(sector, indicator)
    }
  }

  private func change(
    of name: FigureName, _ sector: Sector, _ indicator: Indicator
  ) throws(ReportError) -> Paragraph? {
    let pieces: [Piece]? =
      switch name.measure {
      case .yoy: try growthChange(of: sector, indicator)
      case .share: clauses.shareChange(try figure(.shareChange, of: sector, indicator, name.basis))
      default: clauses.growth(try figure(.yoy, of: sector, indicator, name.basis))
      }
    return pieces.map { Paragraph($0) }
  }

  private func promise(for name: FigureName) -> String? {
    guard
      let target = content.plan?.targets.map(\.target).first(where: {
        $0.series.flatMap { FigureName(series: $0, period: content.period) } == name
      })
    else { return nil }
    return catalogue.text(.headlinePromise, ["promise": promise(of: target)])
  }

  /// The figures that measure the plan's targets, in its order.
  var promisedFigures: [FigureName] {
    (content.plan?.targets ?? []).compactMap { assessment in
      assessment.target.series.flatMap { FigureName(series: $0, period: content.period) }
    }
  }
}
