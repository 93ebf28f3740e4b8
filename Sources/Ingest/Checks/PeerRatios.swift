// SPDX-License-Identifier: Apache-2.0
import Rules
import Statistics

/// The ratios of values to another value of the same return, and their medians over the units of a
/// division.
final class PeerRatios {
  private struct Group: Hashable {
    let slot: Int
    let group: Int16
  }

  /// By slot.
  private let columns: [ValueColumn]
  private let groups: [Int16]
  /// By slot the one that it is compared with: the first other one of the same kind that any unit
  /// has.
  private let anchors: [Int?]
  private var medians: [Group: Double?] = [:]
  private lazy var rows = Self.rows(of: groups)

  init(slots: [ReturnSlot], indicators: [Indicator], columns: [ValueColumn], groups: [Int16]) {
    self.columns = columns
    self.groups = groups
    anchors = slots.map { own in
      slots.first { other in
        other.index != own.index && other.basis == own.basis && other.side == own.side
          && indicators[other.indicator].unit.dimension
            == indicators[own.indicator].unit.dimension
          && columns[other.index].hasPositiveValue
      }?.index
    }
  }

  /// The rows of each group, by its number.
  private static func rows(of groups: [Int16]) -> [[Int32]] {
    var rows = [[Int32]](repeating: [], count: Int(groups.max() ?? -1) + 1)
    for (row, group) in groups.enumerated() {
      rows[Int(group)].append(Int32(truncatingIfNeeded: row))
    }
    return rows
  }

  /// `nil` where the unit lacks either value.
  func ratio(_ row: Int, _ slot: Int) -> Double? {
    guard let anchor = anchors[slot], !columns[slot].isEmpty else { return nil }
    let ratio = columns[slot].double(row) / columns[anchor].double(row)
    return ratio > 0 && ratio.isFinite ? ratio : nil
  }

  /// `nil` with fewer than six units, or where they differ among themselves by more than a factor
  /// of two: then they say nothing.
  func median(_ row: Int, _ slot: Int) -> Double? {
    let key = Group(slot: slot, group: groups[row])
    if let known = medians[key] { return known }
    let median = Self.median(ratios(ofGroup: Int(key.group), slot))
    medians[key] = .some(median)
    return median
  }

  private func ratios(ofGroup group: Int, _ slot: Int) -> [Double] {
    guard let anchor = anchors[slot], !columns[slot].isEmpty else { return [] }
    let rows = rows[group]
    var values = [Double](repeating: .nan, count: rows.count)
    var others = values
    columns[slot].fill(&values, rows: rows[...])
    columns[anchor].fill(&others, rows: rows[...])
    return zip(values, others).map { $0 / $1 }.filter { $0 > 0 && $0.isFinite }
  }

  private static func median(_ ratios: [Double]) -> Double? {
    guard ratios.count >= 6 else { return nil }
    var order = OrderStatistics(ratios)
    let median = order.number(at: ratios.count / 2)
    let isTight = order.number(at: ratios.count * 3 / 4) <= 2 * order.number(at: ratios.count / 4)
    return isTight ? median : nil
  }
}
