// SPDX-License-Identifier: Apache-2.0
import Statistics

extension Figures {
  /// What is doubtful about a survey period's figures as a whole: warnings.
  package func checks(at period: Period) throws(FigureError) -> [Finding] {
    try bureauDifferences(at: period) + cumulativeDifferences(at: period)
  }

  /// A bureau's value whose printed digits differ from the own sum's.
  private func bureauDifferences(at period: Period) throws(FigureError) -> [Finding] {
    var findings: [Finding] = []
    for (name, observation) in bureau.observations where name.period == period {
      let figure = try figure(name)
      guard let own = figure.ownValue?.rounded(decimals: figure.decimals),
        let printed = figure.rounded, own != printed
      else { continue }
      findings.append(
        Finding(
          .differsFromBureau, at: observation.location, period: period,
          raw: observation.value.description,
          [
            "figure": name.series, "bureau": printed, "own": own, "unit": figure.unit.symbol,
            "difference": figure.differenceToOwn?.rounded(decimals: figure.decimals) ?? "",
          ]))
    }
    return findings
  }

  /// Last period's cumulative sum plus this month is not this period's cumulative sum: an earlier
  /// month was revised, or units came and went within the year (methods.md §1).
  private func cumulativeDifferences(at period: Period) throws(FigureError) -> [Finding] {
    guard period.isSurveyPeriod, period.months.lowerBound > 1 else { return [] }
    var findings: [Finding] = []
    for indicator in indicators where indicator.isAdditive {
      let name = FigureName(
        indicator: indicator.id, sector: Figures.total, basis: .ytd, measure: .level,
        period: period)
      do {
        if let finding = try cumulativeDifference(name, of: indicator) { findings.append(finding) }
      } catch {
        throw .arithmetic(error, name)
      }
    }
    return findings
  }

  private func cumulativeDifference(
    _ name: FigureName, of indicator: Indicator
  ) throws(ArithmeticError) -> Finding? {
    let before = name.with(period: name.period.previousSurveyPeriod)
    let month = try own.amount(name.with(.month), side: .current)
    // A month that was itself taken from cumulative values cannot differ from them.
    if case .formula(.monthOfCumulative, _) = month.source { return nil }
    let expected = try Derivation.sum(
      [own.amount(before, side: .current), month], in: indicator.unit)
    guard let stated = try own.amount(name, side: .current).ratio, let sum = expected.ratio,
      stated != sum
    else { return nil }
    return Finding(
      .cumulativeDiffers, period: name.period,
      [
        "figure": name.series, "cumulative": stated.rounded(decimals: indicator.decimals),
        "sum": sum.rounded(decimals: indicator.decimals), "unit": indicator.unit.symbol,
        "difference": try stated.subtracting(sum).rounded(decimals: indicator.decimals + 2),
      ])
  }
}
