// SPDX-License-Identifier: Apache-2.0
import Statistics

/// What one unit's returns and register say of one step at a survey period.
package struct LadderEvidence: Hashable, Sendable {
  package enum Standing: String, Hashable, Sendable, CaseIterable {
    /// Everything that the step asks for is there.
    case on
    /// The amount is near the threshold, and the rest is there.
    case near
    case below
    /// An amount is missing that would decide.
    case unknown
  }

  package let standing: Standing
  /// The amount that is held against the threshold, in the base unit; `nil` where the step asks for none,
  /// or it is missing.
  package let amount: ExactDecimal?
  /// What the amount is of the threshold, in %.
  package let share: Ratio?
  /// The survey period whose return states the amount, from January to it; `nil` without an amount.
  package let period: Period?
  /// The amount's cell, or the return's row.
  package let location: Location
}

/// The returns of the whole population that a ladder looks into at one survey period.
struct LadderReturns {
  typealias Values = [UnitCode: UnitValue]

  let period: Period
  private let flagNames: [String]
  private let indicators: [Indicator]
  /// The units' returns for the period.
  let units: [UnitValue]
  /// By indicator, from January to the period.
  private var current: [String: Values] = [:]
  /// By indicator, of the newest year that is over. An indicator that nobody has returns of is not in it.
  private var whole: [String: Values] = [:]
  /// The survey period that ends the newest year that is over; `nil` where that is the period itself.
  let yearEnd: Period?

  init(
    _ definition: LadderDefinition, at period: Period, indicators: [Indicator],
    flagNames: [String], values: LadderMonitor.UnitValues
  ) {
    self.period = period
    self.flagNames = flagNames
    self.indicators = indicators
    yearEnd = period.months.upperBound == 12 ? nil : Period(year: period.year - 1, month: 12)
    units = values(period, nil)
    for id in Set(definition.steps.compactMap(\.amount?.indicator)) {
      current[id] = Self.byUnit(values(period, id))
      guard isAdditive(id), let yearEnd else { continue }
      let ended = values(yearEnd, id)
      if !ended.isEmpty { whole[id] = Self.byUnit(ended) }
    }
  }

  private static func byUnit(_ values: [UnitValue]) -> Values {
    Dictionary(values.map { ($0.unit, $0) }) { first, _ in first }
  }

  private func isAdditive(_ indicator: String) -> Bool {
    indicators.first { $0.id == indicator }?.isAdditive ?? false
  }

  /// Whether the step needs returns of a year of which there are none.
  func lacksReturns(for step: LadderStep) -> Bool {
    guard let id = step.amount?.indicator, yearEnd != nil, isAdditive(id) else { return false }
    return whole[id] == nil
  }

  // MARK: - One unit

  func evidence(of unit: UnitValue, on step: LadderStep) -> LadderEvidence {
    let hasFlag = step.flag.map { has($0, unit) } ?? true
    guard let amount = step.amount else {
      return LadderEvidence(
        standing: hasFlag ? .on : .below, amount: nil, share: nil, period: nil,
        location: unit.location)
    }
    let (stated, isWhole) = stated(amount.indicator, of: unit.unit)
    let largest = stated.compactMap { $0.value?.decimal }.max()
    let source = stated.first { $0.value?.decimal == largest && largest != nil }
    let standing = largest.map(amount.threshold.standing) ?? .below
    let location = source?.location ?? current[amount.indicator]?[unit.unit]?.location
    return LadderEvidence(
      standing: Self.standing(standing, isWhole: isWhole, hasFlag: hasFlag), amount: largest,
      share: largest.flatMap(amount.threshold.share),
      period: source.map { isOfYearEnd($0, amount.indicator) ? yearEnd ?? period : period },
      location: location ?? unit.location)
  }

  /// What is near or below may be more where an amount is missing.
  private static func standing(
    _ standing: LadderThreshold.Standing, isWhole: Bool, hasFlag: Bool
  ) -> LadderEvidence.Standing {
    guard hasFlag else { return .below }
    switch standing {
    case .reached: return .on
    case .near, .below: return isWhole ? (standing == .near ? .near : .below) : .unknown
    }
  }

  private func has(_ flag: String, _ unit: UnitValue) -> Bool {
    flagNames.firstIndex(of: flag).map { unit.flags.contains(RegisterFlags(position: $0)) } ?? false
  }

  private func isOfYearEnd(_ value: UnitValue, _ indicator: String) -> Bool {
    whole[indicator]?[value.unit] == value
  }

  /// The unit's values that can decide, the year's before the running one's, and whether none is missing.
  ///
  /// A unit that was not in the population a year ago has only the running year.
  private func stated(_ indicator: String, of unit: UnitCode) -> ([UnitValue], isWhole: Bool) {
    let own = current[indicator]?[unit]
    let year = whole[indicator]?[unit]
    let lacks = isAdditive(indicator) && yearEnd != nil && whole[indicator] == nil
    let isWhole =
      !lacks && own?.value?.decimal != nil && (year == nil || year?.value?.decimal != nil)
    return ([year, own].compactMap(\.self), isWhole)
  }
}
