// SPDX-License-Identifier: Apache-2.0

/// One of the 300 places that the profiles describe; unit number `n` takes place `n mod 300`, so
/// 70,000 units have the same structure as 300.
struct UnitSlot: Sendable {
  /// The position in `IndustryProfile.all`.
  let profile: Int
  /// The output of 2019 in 千元, before the unit's own variation.
  let output: Int
  let isLead: Bool
  /// A smart equipment unit that is listed on a stock exchange (上市).
  let isListed: Bool
  /// In which of the workspace's last years the unit enters, 0 being its last; `nil` for a unit
  /// that was always there.
  let entersBeforeLast: Int?
}

extension UnitSlot {
  static let all: [UnitSlot] = makeAll()

  /// Where a unit that leaves may come from: ordinary small units of traditional industries.
  static let closable: [Int] = all.indices.filter {
    let slot = all[$0]
    let course = IndustryProfile.all[slot.profile].course
    return course == .traditional && !slot.isLead && slot.entersBeforeLast == nil
  }

  private static func makeAll() -> [UnitSlot] {
    var slots: [UnitSlot] = []
    var smartLeads = 0
    var entrants = 0
    for (number, profile) in IndustryProfile.all.enumerated() {
      let weights = profile.weights
      let output = profile.valueAdded * 100 / profile.valueAddedRate
      for (rank, weight) in weights.enumerated() {
        let isLead = profile.lead > 0 && rank == 0
        if isLead, profile.course.isSmartEquipment { smartLeads += 1 }
        let enters = rank >= weights.count - profile.entrants
        if enters { entrants += 1 }
        slots.append(
          UnitSlot(
            profile: number, output: output * weight / 1_000_000, isLead: isLead,
            isListed: isLead && profile.course.isSmartEquipment && smartLeads % 4 == 1,
            entersBeforeLast: enters ? entrants % (profile.course.isSmartEquipment ? 2 : 3) : nil))
      }
    }
    return slots
  }
}

extension IndustryProfile {
  /// Each unit's part of the output in millionths: the large unit, then falling as 1/rank towards
  /// a floor, as sizes do; the entrants last.
  fileprivate var weights: [Int] {
    let large = lead > 0 ? [lead * 1000] : []
    let others = units - large.count
    let relative = (0..<others).map { $0 < others - entrants ? 50 + 150 / ($0 + 1) : 105 }
    let sum = relative.reduce(0, +)
    return large + relative.map { $0 * (1000 - lead) * 1000 / sum }
  }
}
