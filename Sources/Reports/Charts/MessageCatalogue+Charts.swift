// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The words that the descriptions of several charts share. Each is a sentence of its own.
extension MessageCatalogue {
  /// Printed digits with their unit: 54.91亿元, 10.2%, 54.91 hundred million yuan.
  func amount(_ number: ChartNumber, _ unit: String) -> String {
    let isApart = language == .english && unit != "%" && !unit.isEmpty
    return NumberText(language: language).grouped(number.digits) + (isApart ? " " : "")
      + cut(unit, to: 40)
  }

  /// 实际值：2020年1—2月为1.2亿元，2021年1—5月为3.4亿元，最高3.4亿元，最低1.2亿元; empty without a point.
  func course(_ name: String, _ points: [ChartPoint], _ unit: String) -> String {
    guard let first = points.first, let last = points.last,
      let low = points.min(by: { $0.number.thousandths < $1.number.thousandths }),
      let high = points.max(by: { $0.number.thousandths < $1.number.thousandths })
    else { return "" }
    let name = cut(name, to: 60)
    guard points.count > 1 else {
      return text(
        .chartPoint,
        ["name": name, "period": title(first.period), "value": amount(first.number, unit)])
    }
    return text(
      .chartCourse,
      [
        "name": name, "from": title(first.period), "start": amount(first.number, unit),
        "to": title(last.period), "end": amount(last.number, unit),
        "high": amount(high.number, unit), "low": amount(low.number, unit),
      ])
  }

  func item(_ name: String, _ number: ChartNumber, _ unit: String) -> String {
    text(.chartItem, ["name": cut(name, to: 60), "value": amount(number, unit)])
  }

  /// 自2021年1—3月起口径调整; empty without a break.
  func breakWords(_ breaks: [ChartBreak]) -> String {
    breaks.map {
      text(.chartBreak, ["period": title($0.period), "label": cut($0.label, to: 60)])
    }.joined()
  }

  /// Which of these periods have no value; empty where all have one.
  func missingWords(_ periods: [Period]) -> String {
    guard !periods.isEmpty else { return "" }
    let names = periods.prefix(12).map(title).joined(separator: text(.chartListComma))
    return text(
      periods.count > 12 ? .chartMissingMany : .chartMissing,
      ["periods": names, "count": String(periods.count)])
  }

  func title(_ period: Period) -> String { PeriodWords(period, in: language).title }
}
