// SPDX-License-Identifier: Apache-2.0
import Statistics

extension Register {
  /// The units of one community that should report for a period.
  package struct ExpectedUnits: Hashable, Sendable {
    /// `nil` where the register does not say.
    package let community: String?
    /// Their names, else codes, in the register's order; never empty.
    package fileprivate(set) var units: [String]
  }

  /// The units that should report for a survey period, by community: communities in the order of their
  /// first unit. Each unit counts once, however often the register has it.
  package func expectedUnits(in period: Period) -> [ExpectedUnits] {
    var groups: [ExpectedUnits] = []
    var places: [String?: Int] = [:]
    var seen: Set<UnitCode> = []
    for position in 0..<units.count where units.stays[position].covers(period) {
      guard seen.insert(units.keys[position]).inserted else { continue }
      let community = units.attribute(RegisterLayout.community, position)
        .flatMap { $0.isEmpty ? nil : $0 }
      let name = units.name(position)
      let words = name.isEmpty ? units.keys[position].description : name
      if let place = places[community] {
        groups[place].units.append(words)
      } else {
        places[community] = groups.count
        groups.append(ExpectedUnits(community: community, units: [words]))
      }
    }
    return groups
  }
}
