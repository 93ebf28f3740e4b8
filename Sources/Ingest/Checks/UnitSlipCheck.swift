// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Finds values that are off by 10, 10³, 10⁴ or 10⁸: typed in another unit of measure.
///
/// A value is held against the unit's own last period (cumulative values by month elapsed), against
/// the same-period value that stands beside it, and where there is neither against its peers: units
/// of the same division, by the value's ratio to another value of the same return. A factor of
/// 1000 or more needs one witness, a factor of ten, which a small unit may really grow by, needs
/// two. What most units of a sheet share is the column's slip, what most values of a row share is
/// the row's, and each is one finding. The numbers are compared as `Double`: which power of ten a
/// ratio is near to does not hang on its last digits.
struct UnitSlipCheck {
  private let indicators: [Indicator]
  /// By period, oldest first.
  private let witnesses: [SlipWitnesses]
  /// Values that were found to have slipped, so that the next period is not held against them.
  private var slipped: Set<SlotOfUnit> = []

  private struct SlotOfUnit: Hashable {
    let unit: Int32
    let slot: Int
  }

  init(_ store: ReturnStore, _ indicators: [Indicator], _ classes: ClassNumbers) {
    self.indicators = indicators
    // The tasks only read what they share, which nothing changes.
    nonisolated(unsafe) let shared = (
      store: store, returns: store.periods.compactMap(store.returns)
    )
    witnesses = inParallel(shared.returns.count) { index in
      SlipWitnesses(
        shared.returns[index], in: shared.store, indicators: indicators,
        divisions: classes.divisions)
    }
  }

  /// How many periods there are.
  var count: Int { witnesses.count }

  /// The suspects of one period, as if none of the period before had slipped. Of each period on any
  /// thread.
  func suspects(ofPeriod index: Int) -> [SlipWitnesses.Suspect] { witnesses[index].suspects() }

  /// Over all periods, oldest first.
  ///
  /// - Parameter suspects: of each period.
  func findings(_ suspects: [[SlipWitnesses.Suspect]]) -> [Finding] {
    var check = self
    return zip(witnesses, suspects).flatMap { check.findings($0, $1) }
  }

  private mutating func findings(
    _ witnesses: SlipWitnesses, _ undoubted: [SlipWitnesses.Suspect]
  ) -> [Finding] {
    let returns = witnesses.returns
    let doubtful = Doubtful(slipped)
    let places = places(of: slipped, in: returns)
    var suspects = undoubted
    if !places.isEmpty {
      suspects.removeAll { places.contains(.init(slot: $0.slot, row: $0.row)) }
      suspects += witnesses.suspects(at: Array(places), isDoubtful: doubtful.contains)
      suspects.sort { ($0.slot, $0.row) < ($1.slot, $1.row) }
    }
    slipped = Set(
      suspects.map { SlotOfUnit(unit: returns.unitOfRow[$0.row], slot: $0.slot) })
    var findings = columnSlips(of: &suspects, returns, witnesses, doubtful)
    findings += rowSlips(of: &suspects, returns, witnesses, doubtful)
    findings += suspects.filter(\.isCertain).map { suspect in
      finding(.valueSlip, suspect, returns)
    }
    return findings
  }

  private func places(
    of slipped: Set<SlotOfUnit>, in returns: PeriodReturns
  ) -> Set<SlipWitnesses.Place> {
    Set(
      slipped.compactMap { slipped in
        returns.row(ofNumber: slipped.unit).map { .init(slot: slipped.slot, row: $0) }
      })
  }

  /// Last period's values that are no witnesses.
  private struct Doubtful {
    private let values: Set<SlotOfUnit>

    init(_ values: Set<SlotOfUnit>) { self.values = values }

    func contains(unit: Int32, slot: Int) -> Bool {
      !values.isEmpty && values.contains(SlotOfUnit(unit: unit, slot: slot))
    }
  }

  /// One finding a column of which most values have slipped alike; they are then no suspects any
  /// more.
  private func columnSlips(
    of suspects: inout [SlipWitnesses.Suspect], _ returns: PeriodReturns,
    _ witnesses: SlipWitnesses, _ doubtful: Doubtful
  ) -> [Finding] {
    struct Column: Hashable {
      let table: Int32
      let slot: Int
      let power: Int
    }
    func column(_ suspect: SlipWitnesses.Suspect) -> Column {
      Column(
        table: returns.source(suspect.row, slot: suspect.slot).table, slot: suspect.slot,
        power: suspect.power)
    }
    let groups = Dictionary(grouping: suspects.filter { $0.ownHistory }, by: column)
    var found: [Column: Finding] = [:]
    for (key, members) in groups where members.count >= 5 {
      let compared = witnesses.comparedRows(slot: key.slot, isDoubtful: doubtful.contains).count {
        row in
        returns.source(row, slot: key.slot).table == key.table
      }
      guard members.count * 10 >= compared * 6,
        let first = members.min(by: { $0.row < $1.row })
      else { continue }
      let place = returns.location(first.row, slot: key.slot)
      found[key] = Finding(
        .columnSlip, at: Location(file: place.file, sheet: place.sheet, column: place.column),
        period: returns.period,
        arguments(first, ["count": String(members.count), "compared": String(compared)]))
    }
    suspects.removeAll { found[column($0)] != nil }
    return Array(found.values)
  }

  /// One finding a row of which most values have slipped alike.
  private func rowSlips(
    of suspects: inout [SlipWitnesses.Suspect], _ returns: PeriodReturns,
    _ witnesses: SlipWitnesses, _ doubtful: Doubtful
  ) -> [Finding] {
    let byRow = Dictionary(grouping: suspects.filter(\.ownHistory), by: \.row)
    var found: [Int: Finding] = [:]
    for (row, members) in byRow {
      let powers = Set(members.map(\.power))
      let compared = witnesses.comparedSlots(row: row, isDoubtful: doubtful.contains)
      guard powers.count == 1, compared >= 3, members.count * 10 >= compared * 8 else { continue }
      found[row] = Finding(
        .rowSlip, at: returns.location(row, slot: nil), period: returns.period,
        unit: returns.unit(row), raw: returns.unit(row).description,
        arguments(members[0], ["count": String(members.count)]))
    }
    suspects.removeAll { found[$0.row] != nil }
    return Array(found.values)
  }

  private func finding(
    _ code: FindingCode, _ suspect: SlipWitnesses.Suspect, _ returns: PeriodReturns
  ) -> Finding {
    var value = ""
    if case .known(let known)? = returns.value(suspect.row, slot: suspect.slot) {
      value = known.description
    }
    return Finding(
      code, at: returns.location(suspect.row, slot: suspect.slot), period: returns.period,
      unit: returns.unit(suspect.row), raw: returns.unit(suspect.row).description,
      arguments(suspect, ["value": value]))
  }

  private func arguments(
    _ suspect: SlipWitnesses.Suspect, _ further: [String: String]
  ) -> [String: String] {
    let indicator = indicators[suspect.slot / ReturnSlot.perIndicator]
    let size = "1" + String(repeating: "0", count: abs(suspect.power))
    return further.merging(
      [
        "indicator_zh": indicator.name.zh, "indicator_en": indicator.name.en,
        "unit": UnitOfMeasure(indicator.unit.dimension).symbol,
        "factor": suspect.power > 0 ? size : "1/" + size,
      ], uniquingKeysWith: { first, _ in first })
  }
}
