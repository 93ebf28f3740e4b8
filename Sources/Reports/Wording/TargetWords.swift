// SPDX-License-Identifier: Apache-2.0
import Plan
import Statistics

/// What the parts of an assessment are called in a catalogue's language.
package struct TargetWords: Sendable {
  package let catalogue: MessageCatalogue
  /// Between a light's sign and its word.
  private let signGap: String

  /// - Parameter breaksLines: whether what is printed is broken into lines, as pages are; then a sign
  ///   stays with its word.
  package init(_ catalogue: MessageCatalogue, breaksLines: Bool = false) {
    self.catalogue = catalogue
    signGap = breaksLines ? "\u{A0}" : " "
  }

  package func word(_ key: String, _ arguments: [String: String] = [:]) -> String {
    catalogue.sentence("targets_" + key, arguments)
  }

  // MARK: - Words

  /// `● 按进度`: a sign and a word, so that no colour is needed.
  package func light(_ assessment: TargetAssessment) -> String {
    sign(assessment.light) + signGap + lightWord(assessment)
  }

  package func light(_ light: Light) -> String {
    sign(light) + signGap + word("light_" + light.rawValue)
  }

  package func lightWord(_ assessment: TargetAssessment) -> String {
    switch (assessment.light, assessment.isDue) {
    case (.met, false) where !assessment.target.kind.isState: word("light_met_so_far")
    case (.red, true): word("light_missed")
    case (.none, _) where assessment.value.isMissing: word("light_no_value")
    case (let other, _): word("light_" + other.rawValue)
    }
  }

  private func sign(_ light: Light) -> String {
    switch light {
    case .met: "✓"
    case .green: "●"
    case .yellow: "◐"
    case .red: "✗"
    case .none: "?"
    }
  }

  package func counts(_ counts: [(light: Light, count: Int)]) -> String {
    counts.map { light, count in
      word(
        "count",
        ["light": self.light(light), "count": String(count)])
    }.joined(separator: word("and"))
  }

  package func state(_ state: ProgressReport.State) -> String {
    switch state {
    case .notStarted: word("state_not_started")
    case .underWay: word("state_under_way")
    case .done: word("state_done")
    case .stopped: word("state_stopped")
    }
  }

  package func deadline(_ target: Target) -> String {
    switch target.deadline {
    case .year(let year): String(year)
    case .notDated: word("deadline_plan_end")
    case .recurring: word("deadline_recurring")
    }
  }

  // MARK: - Numbers

  /// `22.31亿元`; a value that rounds to nothing and is not nothing gets the decimals it needs.
  package func number(_ value: Ratio, decimals: Int, _ unit: UnitOfMeasure) -> String {
    digits(value, decimals: decimals) + suffix(unit)
  }

  func digits(_ value: Ratio, decimals: Int) -> String {
    var decimals = decimals
    while !value.isZero, decimals < 15, value.rounded(decimals: decimals).isAllZero {
      decimals += 1
    }
    return value.rounded(decimals: decimals)
  }

  /// A unit behind its number, with a blank where one belongs.
  func suffix(_ unit: UnitOfMeasure) -> String { unit.behindNumber(in: catalogue.language) }

  /// `>60亿元`, `40–50%`.
  package func promise(_ target: Target) -> String {
    if let upper = target.upper {
      return target.value.description + "–"
        + number(Ratio(upper), decimals: upper.scale, target.unit)
    }
    let sign =
      switch target.comparator {
      case .above: ">"
      case .atLeast: "≥"
      case .below: "<"
      case .atMost: "≤"
      }
    return sign + number(Ratio(target.value), decimals: target.value.scale, target.unit)
  }

  package func value(_ assessment: TargetAssessment) -> String {
    let amount = assessment.value.exact.map {
      number($0, decimals: assessment.value.decimals, assessment.target.unit)
    }
    let all = [assessment.state.map(state), amount].compactMap(\.self)
    return all.isEmpty ? "—" : all.joined(separator: " ")
  }

  /// With its sign.
  package func difference(
    _ value: Ratio, of assessment: TargetAssessment, leastDecimals: Int = 0
  ) -> String {
    let text = number(
      value,
      decimals: max(assessment.value.decimals, assessment.target.value.scale, leastDecimals),
      assessment.target.gapUnit)
    return value > .zero ? "+" + text : text
  }

  package func needed(_ pace: NeededPace, of assessment: TargetAssessment) -> String {
    let unit = assessment.target.gapUnit
    let decimals = max(assessment.value.decimals, 1)
    let parts = [
      pace.perMonth.map { ("needed_month", number($0, decimals: decimals, unit)) },
      pace.perYear.map { ("needed_year", number($0, decimals: decimals, unit)) },
      pace.growth.map { ("needed_growth", number($0, decimals: 1, .percent)) },
    ]
    return parts.compactMap(\.self).map { word($0.0, ["value": $0.1]) }
      .joined(separator: word("and"))
  }

  /// When the present pace arrives, and how likely the target is kept in time.
  package func outlook(_ numbers: TargetAssessment.Numbers) -> String {
    var parts: [String] = []
    switch numbers.arrival {
    case .period(let period)?:
      parts.append(word("arrival", ["period": PeriodWords(period, in: catalogue.language).moment]))
    case .never?: parts.append(word("arrival_never"))
    case nil: break
    }
    if let percent = numbers.probability {
      parts.append(word("probability", ["percent": String(percent)]))
    }
    return parts.isEmpty ? "—" : parts.joined(separator: word("and"))
  }

  /// Where the value comes from, or who owes it.
  package func source(_ assessment: TargetAssessment) -> String {
    switch assessment.value.source {
    case .figure(let figure): return figure.name.description
    case .report(let report):
      return word("source_report", ["reporter": report.reporter, "date": report.date])
    case .missing(let figure):
      let owed = assessment.owedBy.joined(separator: word("list"))
      let missing = owed.isEmpty ? word("source_nobody") : word("source_owed", ["by": owed])
      return [figure?.name.description, missing].compactMap(\.self).joined(separator: word("and"))
    }
  }
}

extension String {
  fileprivate var isAllZero: Bool { allSatisfy { "0.-".contains($0) } }
}
