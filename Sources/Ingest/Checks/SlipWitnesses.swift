// SPDX-License-Identifier: Apache-2.0
import Statistics

/// What one survey period's values are held against to find slips of the unit of measure.
struct SlipWitnesses {
  /// A value that some witness says is off by a power of ten.
  struct Suspect {
    let row: Int
    let slot: Int
    /// 1, 3, 4, 8 or their negatives.
    let power: Int
    /// The unit's own last period says so.
    let ownHistory: Bool
    /// The witnesses suffice for the value alone.
    let isCertain: Bool
  }

  private let returns: PeriodReturns
  private let indicators: [Indicator]
  private let slots: [ReturnSlot]
  /// By slot.
  let values: [[Double]]
  /// Of the period before, by row of this one; NaN where there is none.
  private let before: [[Double]]
  private let peers: PeerRatios

  /// - Parameter isDoubtful: whether the last period's value of a unit and slot is no witness.
  init(
    _ returns: PeriodReturns, in store: ReturnStore, indicators: [Indicator],
    divisions: [Int16], last: (period: Period, values: [[Double]])?,
    isDoubtful: (Int32, Int) -> Bool
  ) {
    self.returns = returns
    self.indicators = indicators
    slots = indicators.indices.flatMap { position in
      ValuePart.allCases.map { $0.slot(of: position) }
    }.sorted { $0.index < $1.index }
    values = slots.map { returns.isEmpty(slot: $0.index) ? [] : returns.doubles(slot: $0.index) }
    before = Self.before(returns, in: store, slots, indicators, last, isDoubtful)
    peers = PeerRatios(
      slots: slots, indicators: indicators, values: values,
      groups: returns.industryOfRow.map { divisions[Int($0)] })
  }

  /// Last period's values, cumulative ones made comparable by the months elapsed.
  private static func before(
    _ returns: PeriodReturns, in store: ReturnStore, _ slots: [ReturnSlot],
    _ indicators: [Indicator], _ last: (period: Period, values: [[Double]])?,
    _ isDoubtful: (Int32, Int) -> Bool
  ) -> [[Double]] {
    let count = returns.count
    let none = slots.map { _ in [Double]() }
    guard let last, last.period == returns.period.previousSurveyPeriod,
      let old = store.returns(of: last.period)
    else { return none }
    let rows = returns.unitOfRow.map { old.row(ofNumber: $0) ?? -1 }
    let months = Double(returns.period.months.upperBound)
    let oldMonths = Double(old.period.months.upperBound)
    return slots.map { slot in
      let all = last.values[slot.index]
      if all.isEmpty { return [] }
      // Average employment does not grow with the months of the year.
      let grows = slot.basis == .ytd && indicators[slot.indicator].isAdditive
      let scale = grows ? months / oldMonths : 1
      var values = [Double](repeating: .nan, count: count)
      for row in 0..<count {
        let oldRow = rows[row]
        guard oldRow >= 0, all[oldRow] > 0, !isDoubtful(returns.unitOfRow[row], slot.index)
        else { continue }
        values[row] = all[oldRow] * scale
      }
      return values
    }
  }

  func suspects() -> [Suspect] {
    var suspects: [Suspect] = []
    for slot in slots {
      let now = values[slot.index]
      let reference = slot.side == .current ? values[slot.index + 1] : []
      let old = before[slot.index]
      for row in now.indices where now[row] > 0 {
        let history = old.isEmpty ? nil : Self.power(now[row], old[row])
        let beside = reference.isEmpty ? nil : Self.power(now[row], reference[row])
        if history ?? 0 == 0, beside ?? 0 == 0, history != nil || beside != nil { continue }
        // A reference value without a history is judged by the value that it stands beside.
        if history == nil, slot.side == .reference { continue }
        if let suspect = suspect(row, slot.index, history, beside) { suspects.append(suspect) }
      }
    }
    return suspects
  }

  private func suspect(_ row: Int, _ slot: Int, _ history: Int?, _ beside: Int?) -> Suspect? {
    if let history {
      guard history != 0 else { return nil }
      return Suspect(
        row: row, slot: slot, power: history, ownHistory: true,
        isCertain: abs(history) >= 3 || beside == history)
    }
    if let beside {
      return abs(beside) < 3
        ? nil
        : Suspect(row: row, slot: slot, power: beside, ownHistory: false, isCertain: true)
    }
    guard let median = peers.median(row, slot), let own = peers.ratio(row, slot),
      let power = Self.power(own, median), power != 0
    else { return nil }
    return Suspect(row: row, slot: slot, power: power, ownHistory: false, isCertain: true)
  }

  /// The power of ten that a ratio is near to: within a factor of 3, or of 2 for a single ten; 0
  /// for any other ratio, `nil` where there is nothing to compare with.
  private static func power(_ value: Double, _ expected: Double) -> Int? {
    guard expected > 0, value > 0 else { return nil }
    let ratio = value / expected
    guard ratio >= 5 || ratio <= 0.2 else { return 0 }
    for (power, size) in [(1, 1e1), (3, 1e3), (4, 1e4), (8, 1e8)] {
      let width = power == 1 ? 2.0 : 3.0
      if ratio >= size / width, ratio <= size * width { return power }
      if ratio * size >= 1 / width, ratio * size <= width { return -power }
    }
    return 0
  }

  // MARK: - How many were compared

  /// Rows whose value of a slot has a last period's beside it.
  func comparedRows(slot: Int) -> [Int] {
    before[slot].isEmpty
      ? [] : values[slot].indices.filter { values[slot][$0] > 0 && before[slot][$0] > 0 }
  }

  /// Slots of a row, in amounts of money, that have a last period's value beside them.
  func comparedSlots(row: Int) -> Int {
    slots.count { slot in
      !before[slot.index].isEmpty && !values[slot.index].isEmpty
        && before[slot.index][row] > 0 && values[slot.index][row] > 0
    }
  }
}
