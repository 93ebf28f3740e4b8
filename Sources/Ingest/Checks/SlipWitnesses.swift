// SPDX-License-Identifier: Apache-2.0
import Statistics

/// What one survey period's values are held against to find slips of the unit of measure.
///
/// One thread at a time has it.
struct SlipWitnesses: @unchecked Sendable {
  /// A value of the period.
  struct Place: Hashable, Sendable {
    let slot: Int
    let row: Int
  }

  /// A value that some witness says is off by a power of ten.
  struct Suspect: Sendable {
    let row: Int
    let slot: Int
    /// 1, 3, 4, 8 or their negatives.
    let power: Int
    /// The unit's own last period says so.
    let ownHistory: Bool
    /// The witnesses suffice for the value alone.
    let isCertain: Bool
  }

  let returns: PeriodReturns
  /// The survey period before; `nil` where it has no returns.
  private let last: PeriodReturns?
  private let slots: [ReturnSlot]
  /// By slot.
  private let columns: [ValueColumn]
  /// Of the period before; empty where it has no returns.
  private let lastColumns: [ValueColumn]
  /// By slot: what makes last period's values comparable, by the months elapsed.
  private let growth: [Double]
  /// By row: the unit's row of the period before; −1 for none.
  private let lastRows: [Int32]
  private let peers: PeerRatios

  init(
    _ returns: PeriodReturns, in store: ReturnStore, indicators: [Indicator], divisions: [Int16]
  ) {
    self.returns = returns
    let slots = indicators.indices.flatMap { position in
      ValuePart.allCases.map { $0.slot(of: position) }
    }.sorted { $0.index < $1.index }
    let last = store.returns(of: returns.period.previousSurveyPeriod)
    self.slots = slots
    self.last = last
    columns = slots.map { returns.column($0.index) }
    lastColumns = last.map { last in slots.map { last.column($0.index) } } ?? []
    lastRows =
      last?.rows(ofNumbers: returns.unitOfRow) ?? Array(repeating: -1, count: returns.count)
    let months = Double(returns.period.months.upperBound)
    let lastMonths = Double(returns.period.previousSurveyPeriod.months.upperBound)
    growth = slots.map { slot in
      // Average employment does not grow with the months of the year.
      slot.basis == .ytd && indicators[slot.indicator].isAdditive ? months / lastMonths : 1
    }
    peers = PeerRatios(
      slots: slots, indicators: indicators, columns: columns,
      groups: returns.industryOfRow.map { divisions[Int($0)] })
  }

  // MARK: - Which values to look at

  /// The values that some witness says are off, all last period's values taken for witnesses: by
  /// slot, then row.
  func suspects() -> [Suspect] { suspects(at: candidates()) { _, _ in false } }

  /// The values that are not near enough to what stands beside them, and was stated last period, to
  /// be passed over at once: by slot, then row.
  private func candidates() -> [Place] {
    let chunks = stride(from: 0, to: returns.count, by: SlipBuffers.size).map { start in
      let rows = start..<min(start + SlipBuffers.size, returns.count)
      return (rows: rows, lastRun: ValueColumn.firstOfRun(lastRows[rows]))
    }
    var buffers = SlipBuffers()
    var places: [Place] = []
    for slot in slots where !columns[slot.index].isEmpty {
      for (rows, lastRun) in chunks {
        fill(&buffers, rows, lastRun, slot)
        buffers.doubtful(rows.count, isCurrent: slot.side == .current) { index in
          places.append(Place(slot: slot.index, row: rows.lowerBound + index))
        }
      }
    }
    return places
  }

  private func fill(
    _ buffers: inout SlipBuffers, _ rows: Range<Int>, _ lastRun: Int?, _ slot: ReturnSlot
  ) {
    let index = slot.index
    buffers.fillNow(columns[index], rows: rows)
    buffers.fillBeside(slot.side == .current ? columns[index + 1] : nil, rows: rows)
    buffers.fillBefore(
      lastColumns.isEmpty ? nil : lastColumns[index], rows: lastRows[rows], run: lastRun,
      growth: growth[index])
  }

  // MARK: - Judging them

  /// - Parameter isDoubtful: whether the last period's value of a unit and slot is no witness.
  func suspects(at places: [Place], isDoubtful: (Int32, Int) -> Bool) -> [Suspect] {
    places.compactMap { place in
      let (row, slot) = (place.row, place.slot)
      let now = columns[slot].double(row)
      guard now > 0 else { return nil }
      let old = isDoubtful(returns.unitOfRow[row], slot) ? .nan : before(row, slot)
      let history = Self.power(now, old)
      let isCurrent = slots[slot].side == .current
      let beside = isCurrent ? Self.power(now, columns[slot + 1].double(row)) : nil
      if history ?? 0 == 0, beside ?? 0 == 0, history != nil || beside != nil { return nil }
      // A reference value without a history is judged by the value that it stands beside.
      if history == nil, !isCurrent { return nil }
      return suspect(row, slot, history, beside)
    }
  }

  /// Last period's value, made comparable; NaN where there is none.
  private func before(_ row: Int, _ slot: Int) -> Double {
    lastColumns.isEmpty ? .nan : lastColumns[slot].double(Int(lastRows[row])) * growth[slot]
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
  func comparedRows(slot: Int, isDoubtful: (Int32, Int) -> Bool) -> [Int] {
    (0..<returns.count).filter { isCompared($0, slot, isDoubtful) }
  }

  /// Slots of a row that have a last period's value beside them.
  func comparedSlots(row: Int, isDoubtful: (Int32, Int) -> Bool) -> Int {
    slots.count { isCompared(row, $0.index, isDoubtful) }
  }

  private func isCompared(_ row: Int, _ slot: Int, _ isDoubtful: (Int32, Int) -> Bool) -> Bool {
    columns[slot].double(row) > 0 && before(row, slot) > 0
      && !isDoubtful(returns.unitOfRow[row], slot)
  }
}
