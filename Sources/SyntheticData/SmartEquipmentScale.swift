// SPDX-License-Identifier: Apache-2.0

/// Brings the smart equipment units of 2019 to the plan's 19.73 亿元, to the 千元.
///
/// A factor for all of them comes near; one large unit's December takes what rounding leaves.
/// One pass over the units each, nothing is kept.
struct SmartEquipmentScale: Sendable {
  /// In 10⁻⁹.
  private(set) var factor = 1_000_000_000
  private var corrected = 0
  /// 千元.
  private var correction = 0

  init(_ population: Population) {
    let target = (1_973_000 * population.units).divided(by: 300)
    let first = sum(population)
    guard let largest = first.largest, first.total > 0 else { return }
    // 128 bits: the target of half a million units times 10⁹ does not fit in 64.
    factor = Int(Int128(target) * 1_000_000_000 / Int128(first.total))
    correction = target - sum(population).total
    corrected = largest
  }

  func model(of unit: SyntheticUnit) -> UnitModel {
    UnitModel(unit, scale: factor, correction: unit.number == corrected ? correction : 0)
  }

  /// The value added of the smart equipment units in the population of 2019, in 千元.
  private func sum(_ population: Population) -> (total: Int, largest: Int?) {
    var total = 0
    var largest: Int?
    var most = 0
    for number in 0..<population.units {
      let unit = population.unit(number)
      guard unit.profile.course.isSmartEquipment, unit.entry == nil else { continue }
      total += model(of: unit).yearToDate(2019, through: 10).cumulative.valueAdded
      if unit.slot.output > most { (most, largest) = (unit.slot.output, number) }
    }
    return (total, largest)
  }
}
