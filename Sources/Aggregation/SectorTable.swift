// SPDX-License-Identifier: Apache-2.0
import Statistics

/// What one survey period's strata come to for each sector, taken whole or by its parts in a dimension.
///
/// Strata that belong to the same sectors are added up first, then what they come to for each sector:
/// sectors overlap, and there are far more strata.
struct SectorTable: Sendable {
  /// A sector or one part of it.
  struct Entry: Hashable, Sendable {
    /// The sector's position.
    let sector: Int
    /// In `values`.
    let value: Int
  }

  /// `nil` where sectors are taken whole.
  let dimension: SectorName.Dimension?
  /// Of the dimension; one empty text for sectors taken whole.
  let values: [String]
  /// Those that a stratum belongs to, each once: places in `columns`.
  private(set) var entries: [Entry] = []
  /// In the order of `CellPlaces`.
  let columns: [CellColumn]
  /// Gross output by class, for indicators that are computed from it: by place, class and slot of the
  /// output.
  private(set) var byClass: [[String: [Int: Cube.Cell]]] = []

  /// - Parameters:
  ///   - columns: of the strata, in the order of `CellPlaces`.
  ///   - slotsByClass: whose cells are also kept by class.
  /// - Returns: sectors by their parts; before them whole where `addingWhole`, from the same sums.
  static func tables(
    _ part: PeriodCells, _ columns: [CellColumn], _ groups: StratumGroups, addingWhole: Bool,
    slotsByClass: [Int]
  ) -> [SectorTable] {
    let sums = columns.map { $0.sums(groups.ofStratum) }
    let parts = SectorTable(part, sums, groups, isWhole: false, slotsByClass)
    return addingWhole
      ? [SectorTable(part, sums, groups, isWhole: true, slotsByClass), parts] : [parts]
  }

  /// - Parameter sums: of each group.
  private init(
    _ part: PeriodCells, _ sums: [CellColumn], _ groups: StratumGroups, isWhole: Bool,
    _ slotsByClass: [Int]
  ) {
    dimension = isWhole ? nil : groups.dimension
    values = isWhole ? [""] : groups.values
    var places: [Entry: Int32] = [:]
    // What is added, and to what.
    var (sources, targets): ([Int32], [Int32]) = ([], [])
    var ofGroup: [[Int]] = []
    for (index, group) in groups.known.enumerated() {
      var own: [Int] = []
      for sector in group.sectors {
        let entry = Entry(sector: sector, value: isWhole ? 0 : group.value)
        let place = places[entry] ?? Int32(truncatingIfNeeded: entries.count)
        if Int(place) == entries.count {
          places[entry] = place
          entries.append(entry)
        }
        sources.append(Int32(truncatingIfNeeded: index))
        targets.append(place)
        own.append(Int(place))
      }
      ofGroup.append(own)
    }
    let ofSource = CellGroups(ofPlace: targets, count: entries.count)
    columns = sums.map { $0.picking(sources).sums(ofSource) }
    addByClass(part, groups, ofGroup, slotsByClass)
  }

  /// - Parameter places: of each group's entries.
  private mutating func addByClass(
    _ part: PeriodCells, _ groups: StratumGroups, _ places: [[Int]], _ slots: [Int]
  ) {
    byClass = Array(repeating: [:], count: entries.count)
    for slot in slots {
      guard let column = part.columns[slot] else { continue }
      for (stratum, group) in groups.ofStratum.ofPlace.enumerated() {
        let industry = part.strata[stratum].industry
        for place in places[Int(group)] {
          byClass[place][industry, default: [:]][slot, default: Cube.Cell()].merge(column[stratum])
        }
      }
    }
  }
}
