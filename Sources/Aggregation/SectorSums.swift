// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The cube's cells put together by sector and survey period, all sectors in one go.
struct SectorSums: Sendable {
  private struct Key: Hashable, Sendable {
    let sector: String
    let period: Period
  }

  private var cells: [Key: [Cube.Cell]] = [:]

  /// - Parameter flagNames: the register's flags by their position in `RegisterFlags`.
  init(cube: Cube, sectors: [Sector], flagNames: [String]) {
    for (stratum, part) in cube.strata {
      for sector in sectors where sector.contains(stratum, flagNames: flagNames) {
        merge(part, into: Key(sector: sector.id, period: stratum.period))
      }
    }
  }

  private mutating func merge(_ part: [Cube.Cell], into key: Key) {
    guard var sum = cells[key] else {
      cells[key] = part
      return
    }
    for index in sum.indices { sum[index].merge(part[index]) }
    cells[key] = sum
  }

  /// `nil` where no unit of the sector has a return for the survey period.
  func cell(sector: String, period: Period, slot: ReturnSlot) -> Cube.Cell? {
    cells[Key(sector: sector, period: period)]?[slot.index]
  }
}

extension Sector {
  fileprivate func contains(_ stratum: Cube.Stratum, flagNames: [String]) -> Bool {
    switch definition {
    case .classes(let classes): return classes.contains(stratum.industry)
    case .flag(let name):
      guard let position = flagNames.firstIndex(of: name) else { return false }
      return stratum.flags.contains(RegisterFlags(position: position))
    case .published: return false
    }
  }
}
