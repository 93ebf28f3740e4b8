// SPDX-License-Identifier: Apache-2.0

import Statistics

/// Which units there are (名录库): found by number, so that none has to be kept.
///
/// Units 0 ..< `units` report in the workspace's last period; some of them entered in its last
/// three years. A few more, numbered after them, left on the way.
struct Population: Sendable {
  let units: Int
  let last: Period
  private let seed: Draw
  private let slots = UnitSlot.all
  private let closable = UnitSlot.closable
  private let profiles = IndustryProfile.all
  private let names: EnterpriseName

  init(units: Int, last: Period, seed: Draw) {
    self.units = units
    self.last = last
    self.seed = seed
    names = EnterpriseName(units: units + units / 60, seed: seed.at(0))
  }

  /// All that were ever in it: numbers 0 ..< `count`.
  var count: Int { units + units / 60 }

  func unit(_ number: Int) -> SyntheticUnit {
    let slot = slot(of: number)
    return SyntheticUnit(
      number: number, slot: slot, profile: profiles[slot.profile], draw: seed.at(1).at(number),
      entry: number < units ? entry(slot) : nil, exit: number < units ? nil : exit(number - units))
  }

  func name(of unit: SyntheticUnit) -> String {
    names.text(number: unit.number, word: unit.profile.word)
  }

  /// Places are taken in steps of 163, so that a part of 300 units has some of every industry.
  private func slot(of number: Int) -> UnitSlot {
    number < units
      ? slots[number * 163 % slots.count]
      : slots[closable[(number - units) * 17 % closable.count]]
  }

  /// Smart equipment has no entrant before 2021: its 2019 level is exact (`SmartEquipmentScale`).
  private func entry(_ slot: UnitSlot) -> Period? {
    guard let years = slot.entersBeforeLast else { return nil }
    let year = last.year - years
    let isSmart = profiles[slot.profile].course.isSmartEquipment
    return isSmart && year < 2021 ? nil : Period(year: year, month: 2)
  }

  /// All leave with the turn of the year, as the population of a survey is fixed for one: so the
  /// months of a year add up to its cumulative values.
  private func exit(_ number: Int) -> Period? {
    Period(year: last.year - [1, 2, 0, 1][number % 4], month: 2)
  }
}
