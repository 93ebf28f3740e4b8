// SPDX-License-Identifier: Apache-2.0
import Statistics

// Over the divisions (大类) of a sector. Formulas: methods.md §3.
extension Figures {
  /// How many units' values the level is the sum of.
  func units(_ name: FigureName, of indicator: Indicator) -> Computed {
    guard case .reported = indicator.source else { return .notApplicable }
    guard
      let sum = try? own.sum(
        name.with(period: name.period.lastSurveyPeriod), of: indicator, side: .current),
      case .returns(let returns) = sum.source, returns.units > 0
    else { return Computed(printed: .missing(.notReported, .units), origin: .returns) }
    return Computed(
      printed: Derivation(.known(Ratio(Int128(returns.units))), .units, sum.source),
      origin: .returns)
  }

  /// The growth of each division that has one, in the order of codes.
  private func growths(_ name: FigureName) throws(ArithmeticError) -> [Derivation] {
    guard let indicator = definitions.indicator(name.indicator) else { return [] }
    var growths: [Derivation] = []
    for division in divisions(of: name.sector, in: name.period) {
      let growth = try ownYoy(name.with(sector: division.description), of: indicator)
      if growth.ratio != nil { growths.append(growth) }
    }
    return growths
  }

  private func divisions(of sector: String, in period: Period) -> [SectorName] {
    own.cells.parts(of: sector, by: .level(.division), in: period.lastSurveyPeriod)
      .map { SectorName(sector: sector, part: .init(.level(.division), $0)) }
  }

  func industries(_ name: FigureName, _ formula: Formula) throws(ArithmeticError) -> Computed {
    let unit = UnitOfMeasure(.item)
    let isRate = definitions.indicator(name.indicator)?.unit.isRate ?? true
    guard SectorName(name.sector).part == nil, !isRate else { return .notApplicable }
    let growths = try growths(name)
    guard !growths.isEmpty else {
      return Computed(printed: .missing(.notReported, unit), origin: .returns)
    }
    let counted =
      formula == .count
      ? growths.count : growths.count { $0.ratio.map { $0 > .zero } ?? false }
    return .own(Derivation(.known(Ratio(Int128(counted))), unit, .formula(formula, growths)))
  }

  /// growing divisions ÷ divisions.
  func industriesGrowingShare(_ name: FigureName) throws(ArithmeticError) -> Computed {
    let growing = try industries(name, .countGrowing)
    guard growing.printed.value != .missing(.notApplicable) else { return growing }
    return .own(try growing.printed.percent(of: industries(name, .count).printed))
  }

  /// The place among the divisions of the same sector; equal ones share a place.
  func rank(
    _ name: FigureName, by ranked: Measure.Ranked, of indicator: Indicator
  ) throws(ArithmeticError) -> Computed {
    let sector = SectorName(name.sector)
    guard sector.part?.dimension == .level(.division) else { return .notApplicable }
    let unit = UnitOfMeasure(.place)
    let measured = name.with(ranked.measure)
    let own = try value(measured, ranked, indicator)
    guard let value = own.ratio else {
      return .own(Derivation(own.value, unit, .formula(.rank, [own])))
    }
    var others: [Derivation] = []
    for division in divisions(of: sector.sector, in: name.period)
    where division.description != name.sector {
      let other = try self.value(
        measured.with(sector: division.description), ranked, indicator)
      if other.ratio != nil { others.append(other) }
    }
    let above = others.count { $0.ratio.map { $0 > value } ?? false }
    return .own(Derivation(.known(Ratio(Int128(above + 1))), unit, .formula(.rank, [own] + others)))
  }

  private func value(
    _ name: FigureName, _ ranked: Measure.Ranked, _ indicator: Indicator
  ) throws(ArithmeticError) -> Derivation {
    let computed =
      switch ranked {
      case .level: try level(name, of: indicator)
      case .yoy: try yoy(name, of: indicator)
      case .pull: try pull(name, of: indicator)
      case .contribution: try contribution(name, of: indicator)
      }
    return computed.printed.named(name)
  }
}
