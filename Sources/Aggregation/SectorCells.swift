// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The cube's cells put together by sector, part of a breakdown and survey period, all in one go.
struct SectorCells: Sendable {
  /// What a sector's strata of one period come to.
  struct Totals: Sendable {
    fileprivate(set) var cells: [Cube.Cell]
    /// Of each flag that indicators count, the number of units that have it.
    fileprivate(set) var flagged: [String: Int] = [:]
    /// Gross output by class, for indicators that are computed from it: by slot of the output.
    fileprivate(set) var byClass: [String: [Int: Cube.Cell]] = [:]
  }

  private struct Key: Hashable, Sendable {
    let sector: String
    let period: Period
  }

  private var totals: [Key: Totals] = [:]
  /// The parts that a sector's breakdown has in a period, in no order.
  private var parts: [Key: [SectorName.Dimension: Set<String>]] = [:]
  let slots: ReturnSlots
  private let definitions: FigureDefinitions
  private let countedFlags: [String]
  /// The slots whose cells are also kept by class.
  private let slotsByClass: [Int]

  /// - Parameter dimensions: what every sector is broken down by. One of them may be an attribute, which
  ///   the cube is then broken down by.
  init(cube: Cube, definitions: FigureDefinitions, dimensions: [SectorName.Dimension]) {
    self.definitions = definitions
    slots = ReturnSlots(definitions.indicators)
    countedFlags = definitions.countedFlags
    slotsByClass = definitions.slotsByClass
    for (stratum, cells) in cube.strata {
      let values = dimensions.map { (dimension: $0, value: value(of: stratum, $0)) }
      for sector in definitions.sectors
      where sector.contains(stratum, flagNames: definitions.flagNames) {
        add(cells, stratum, to: SectorName(sector: sector.id))
        for (dimension, value) in values {
          add(cells, stratum, to: SectorName(sector: sector.id, part: .init(dimension, value)))
          parts[
            Key(sector: sector.id, period: stratum.period), default: [:]][
              dimension, default: []
            ].insert(value)
        }
      }
    }
  }

  private func value(of stratum: Cube.Stratum, _ dimension: SectorName.Dimension) -> String {
    switch dimension {
    case .level(let level):
      definitions.classification.category(of: stratum.industry, at: level)?.code ?? ""
    case .attribute: stratum.attribute
    }
  }

  private mutating func add(_ cells: [Cube.Cell], _ stratum: Cube.Stratum, to sector: SectorName) {
    let key = Key(sector: sector.description, period: stratum.period)
    var sum = totals.removeValue(forKey: key)
    if sum == nil {
      sum = Totals(cells: cells)
    } else {
      for index in cells.indices { sum?.cells[index].merge(cells[index]) }
    }
    for flag in countedFlags where definitions.has(flag, stratum.flags) {
      sum?.flagged[flag, default: 0] += cells[slots.units].known
    }
    for slot in slotsByClass {
      sum?.byClass[stratum.industry, default: [:]][slot, default: Cube.Cell()].merge(cells[slot])
    }
    totals[key] = sum
  }

  /// `nil` where no unit of the sector has a return for the survey period.
  func totals(_ sector: String, _ period: Period) -> Totals? {
    totals[Key(sector: sector, period: period)]
  }

  /// The values that a sector's units have in a dimension in a survey period, sorted; units without
  /// one are the empty value's.
  func parts(of sector: String, by dimension: SectorName.Dimension, in period: Period) -> [String] {
    (parts[Key(sector: sector, period: period)]?[dimension] ?? []).sorted()
  }
}

extension FigureDefinitions {
  fileprivate var countedFlags: [String] {
    let flags = indicators.compactMap { indicator -> String? in
      guard case .units(let condition) = indicator.source else { return nil }
      return condition.flag
    }
    return Set(flags).sorted()
  }

  fileprivate var slotsByClass: [Int] {
    let outputs = Set(
      indicators.compactMap { indicator -> Int? in
        guard case .output(let output, _) = indicator.source else { return nil }
        return indicators.firstIndex { $0.id == output }
      })
    return outputs.sorted().flatMap { indicator in
      Basis.allCases.flatMap { basis in
        Side.allCases.map { ReturnSlot(indicator: indicator, basis: basis, side: $0).index }
      }
    }
  }

  fileprivate func has(_ flag: String, _ flags: RegisterFlags) -> Bool {
    flagNames.firstIndex(of: flag).map { flags.contains(RegisterFlags(position: $0)) } ?? false
  }
}
