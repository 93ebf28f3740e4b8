// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Rows of one measure from the highest value to the lowest.
struct FigureRanking {
  /// How many of each group are kept; `nil` for all.
  let top: Int?

  /// What may be ranked with one another: figures of an indicator, basis and period, and parts of one
  /// sector. Across them units and wholes differ.
  private struct Group: Hashable {
    let indicator: String
    let basis: Basis
    let period: Period
    let whole: String?

    init(_ name: FigureName) {
      indicator = name.indicator
      basis = name.basis
      period = name.period
      let sector = SectorName(name.sector)
      whole = sector.part == nil ? nil : sector.sector
    }
  }

  /// Sorts by the exact value; equal ones keep their order, missing ones come last. Groups keep the order
  /// in which they begin.
  ///
  /// - Parameter figure: what a row is ranked by; a row without it is left out.
  func ranked<Row>(_ rows: [Row], by figure: (Row) -> Figure?) -> [Row] {
    var groups: [Group] = []
    var members: [Group: [(value: Ratio?, row: Row)]] = [:]
    for row in rows {
      guard let figure = figure(row) else { continue }
      let group = Group(figure.name)
      if members[group] == nil { groups.append(group) }
      members[group, default: []].append((figure.exact, row))
    }
    return groups.flatMap { group -> [Row] in
      let sorted = (members[group] ?? []).enumerated().sorted { left, right in
        switch (left.element.value, right.element.value) {
        case (let a?, let b?) where a != b: a > b
        case (_?, nil): true
        case (nil, _?): false
        default: left.offset < right.offset
        }
      }
      return sorted.prefix(top ?? sorted.count).map(\.element.row)
    }
  }
}
