// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The promise itself in a target's row: what kind of value, how much of it, measured by which
/// figure.
struct TargetPromise {
  let kind: Target.Kind
  let comparator: Target.Comparator
  let value: ExactDecimal
  let upper: ExactDecimal?
  let unit: UnitOfMeasure
  let series: String?

  /// All cells are read before any is required, so that every slip is found in one pass.
  ///
  /// - Returns: `nil` with findings where a part is missing or wrong.
  init?(_ row: PlanRow, _ figures: FigureIDs) {
    let comparator = row.comparator("comparator")
    let value = row.number("target")
    if row["target"] == nil { row.bad("target", expected: "a number") }
    let upper = row.number("upper")
    let unit = row["unit"].flatMap { UnitOfMeasure($0) }
    if unit == nil { row.bad("unit", expected: "a unit of measure such as 亿元, %") }
    let series = Self.series(row, figures, unit: unit)
    let kind = Self.kind(row, series: series, unit: unit)
    guard let comparator, let value, let unit, let kind else { return nil }
    self.kind = kind
    self.comparator = comparator
    self.value = value
    self.upper = upper
    self.unit = unit
    self.series = series
    checkKind(row)
    checkValue(row)
  }

  /// The year that the figure grows from.
  var yearOfMeasure: Int? { series.flatMap(Self.measure).flatMap(Self.baseYear) }

  /// Whether it is the growth a year of the level that the figure measures, from its baseline on.
  var isRateOfLevel: Bool {
    kind == .compoundedRate && series.flatMap(Self.measure) == .level
  }

  private static func isRate(_ row: PlanRow, ofLevel series: String) -> Bool {
    row["kind"] == Target.Kind.compoundedRate.rawValue && measure(series) == .level
  }

  private static func measure(_ series: String) -> Measure? {
    series.split(separator: ".").last.flatMap { Measure(rawValue: String($0)) }
  }

  private static func baseYear(_ measure: Measure) -> Int? {
    switch measure {
    case .growthSince(let year), .averageGrowthSince(let year): year
    default: nil
    }
  }

  /// The figure that measures it, as far as it resolves; `nil` where the cell is empty or wrong.
  private static func series(
    _ row: PlanRow, _ figures: FigureIDs, unit: UnitOfMeasure?
  ) -> String? {
    guard let text = row["figure"] else { return nil }
    guard let unknown = figures.problem(inSeries: text) else {
      if let unit, let own = figures.unit(ofSeries: text), own.factor(to: unit) == nil,
        !isRate(row, ofLevel: text)
      {
        row.bad("unit", expected: own.symbol)
      }
      return text
    }
    row.table.report(
      .unknownName, at: row.record.location(of: "figure"), raw: text,
      ["name": unknown.name, "suggestion": unknown.suggestion ?? ""])
    return nil
  }

  /// Of an empty cell, what the figure's measure is; without one, a share for %, else a level.
  private static func kind(
    _ row: PlanRow, series: String?, unit: UnitOfMeasure?
  ) -> Target.Kind? {
    guard let text = row["kind"] else {
      switch series.flatMap(measure) {
      case .growthSince: return .cumulativeGrowth
      case .averageGrowthSince: return .compoundedRate
      case .share: return .share
      case nil: return unit == .percent ? .share : .level
      default: return .level
      }
    }
    if let kind = Target.Kind(rawValue: text) { return kind }
    let known = Target.Kind.allCases.map(\.rawValue).joined(separator: ", ")
    row.bad("kind", expected: "one of \(known)")
    return nil
  }

  // MARK: - What kind, comparator, unit and value say of each other

  private func checkKind(_ row: PlanRow) {
    switch kind {
    case .share, .cumulativeGrowth, .compoundedRate:
      if unit != .percent { row.bad("unit", expected: "%") }
    case .count, .deliverable, .milestone, .mechanism:
      if unit.isRate { row.bad("unit", expected: "a unit that is counted, such as 个") }
    case .level, .cumulativeQuantity: break
    }
    checkComparator(row, "comparator", comparator, isRange: upper != nil)
  }

  /// What is there or not cannot be wanted below a number, and a range begins with its lower end.
  func checkComparator(
    _ row: PlanRow, _ header: String, _ comparator: Target.Comparator, isRange: Bool
  ) {
    if !comparator.isUpwards, isRange || kind.isState {
      row.bad(header, expected: isRange ? ">= or > for a range" : ">= or > for a \(kind.rawValue)")
    }
  }

  private func checkValue(_ row: PlanRow) {
    check(row, "target", value)
    guard let upper else { return }
    check(row, "upper", upper)
    if upper <= value { row.bad("upper", expected: "more than \(value)") }
  }

  func check(_ row: PlanRow, _ header: String, _ value: ExactDecimal) {
    if let expected = PossibleValue(kind: kind, unit: unit).expected(insteadOf: value) {
      row.bad(header, expected: expected)
    } else if kind.isState, value <= .zero {
      row.bad(header, expected: "1 or more, for a \(kind.rawValue)")
    }
  }
}
