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

    fileprivate mutating func add(_ others: [Cube.Cell], _ used: [Int]) {
      for slot in used { cells[slot].merge(others[slot]) }
    }
  }

  private struct Key: Hashable, Sendable {
    /// Its number in `numbers`.
    let sector: Int
    let period: Period
  }

  /// A sector (its position), whole or a part of it, on the way to its number.
  private struct Part: Hashable {
    let sector: Int
    /// The position among the dimensions; −1 for the whole.
    let dimension: Int
    let value: String
  }

  /// Each sector and part by its name.
  private var numbers: [String: Int] = [:]
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
    let used = cube.usedSlots
    var known: [Part: Int] = [:]
    for (stratum, cells) in cube.strata {
      let values = dimensions.map { value(of: stratum, $0) }
      for (position, sector) in definitions.sectors.enumerated()
      where sector.contains(stratum, flagNames: definitions.flagNames) {
        let whole = number(Part(sector: position, dimension: -1, value: ""), dimensions, &known)
        add(cells, used, stratum, to: whole)
        for (dimension, value) in values.enumerated() {
          let part = Part(sector: position, dimension: dimension, value: value)
          add(cells, used, stratum, to: number(part, dimensions, &known))
          parts[Key(sector: whole, period: stratum.period), default: [:]][
            dimensions[dimension], default: []
          ].insert(value)
        }
      }
    }
  }

  private mutating func number(
    _ part: Part, _ dimensions: [SectorName.Dimension], _ known: inout [Part: Int]
  ) -> Int {
    if let number = known[part] { return number }
    let name = SectorName(
      sector: definitions.sectors[part.sector].id,
      part: part.dimension < 0 ? nil : .init(dimensions[part.dimension], part.value))
    let number = numbers.count
    numbers[name.description] = number
    known[part] = number
    return number
  }

  private func value(of stratum: Cube.Stratum, _ dimension: SectorName.Dimension) -> String {
    switch dimension {
    case .level(let level):
      definitions.classification.category(of: stratum.industry, at: level)?.code ?? ""
    case .attribute: stratum.attribute
    }
  }

  private mutating func add(
    _ cells: [Cube.Cell], _ used: [Int], _ stratum: Cube.Stratum, to sector: Int
  ) {
    let key = Key(sector: sector, period: stratum.period)
    totals[key, default: Totals(cells: Array(repeating: Cube.Cell(), count: cells.count))]
      .add(cells, used)
    for flag in countedFlags where definitions.has(flag, stratum.flags) {
      totals[key]?.flagged[flag, default: 0] += cells[slots.units].known
    }
    for slot in slotsByClass {
      totals[key]?.byClass[stratum.industry, default: [:]][slot, default: Cube.Cell()]
        .merge(cells[slot])
    }
  }

  /// `nil` where no unit of the sector has a return for the survey period.
  func totals(_ sector: String, _ period: Period) -> Totals? {
    numbers[sector].flatMap { totals[Key(sector: $0, period: period)] }
  }

  /// The values that a sector's units have in a dimension in a survey period, sorted; units without
  /// one are the empty value's.
  func parts(of sector: String, by dimension: SectorName.Dimension, in period: Period) -> [String] {
    guard let number = numbers[sector] else { return [] }
    return (parts[Key(sector: number, period: period)]?[dimension] ?? []).sorted()
  }
}

extension FigureDefinitions {
  fileprivate var countedFlags: [String] {
    let flags = indicators.compactMap { indicator -> String? in
      guard case .units(.flag(let flag)) = indicator.source else { return nil }
      return flag
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
