// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The cube's cells put together by sector, part of a breakdown and survey period, all in one go.
///
/// Strata that belong to the same sectors are added up first, then what they come to for each sector:
/// sectors overlap, and there are far more strata.
struct SectorCells: Sendable {
  /// What a sector's strata of one period come to.
  struct Totals: Sendable {
    /// In the order of `CellPlaces`.
    fileprivate(set) var cells: [Cube.Cell]
    fileprivate let places: CellPlaces
    /// Gross output by class, for indicators that are computed from it: by slot of the output.
    fileprivate(set) var byClass: [String: [Int: Cube.Cell]] = [:]

    /// - Parameter slot: of `ReturnSlots`.
    func cell(_ slot: Int) -> Cube.Cell { places.ofSlot[slot].map { cells[$0] } ?? Cube.Cell() }

    /// How many units have a flag that indicators count.
    func flagged(_ flag: String) -> Int { places.ofFlag[flag].map { cells[$0].known } ?? 0 }

    fileprivate mutating func add(_ others: [Cube.Cell]) {
      for place in cells.indices { cells[place].merge(others[place]) }
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
    let dimension: SectorName.Dimension?
    let value: String
  }

  /// Each sector and part by its name.
  private var numbers: [String: Int] = [:]
  private var numberOfPart: [Part: Int] = [:]
  private var totals: [Key: Totals] = [:]
  /// The parts that a sector's breakdown has in a period, in no order.
  private var parts: [Key: [SectorName.Dimension: Set<String>]] = [:]
  let slots: ReturnSlots
  private let definitions: FigureDefinitions
  private let places: CellPlaces

  /// - Parameter dimensions: what every sector is broken down by. One of them may be an attribute, which
  ///   the cube is then broken down by.
  init(cube: Cube, definitions: FigureDefinitions, dimensions: [SectorName.Dimension]) {
    self.definitions = definitions
    slots = ReturnSlots(definitions.indicators)
    places = CellPlaces(slots: cube.usedSlots, flags: definitions.countedFlags)
    for part in cube.parts.values {
      let columns = places.columns(of: part, units: slots.units, definitions.flagNames)
      let kinds = StratumKinds(part, definitions)
      add(part, columns, StratumGroups(part, kinds, by: nil, definitions))
      for dimension in dimensions {
        add(part, columns, StratumGroups(part, kinds, by: dimension, definitions))
      }
    }
    numberOfPart = [:]
  }

  /// Adds what the groups of a period's strata come to to the sectors that they belong to.
  private mutating func add(
    _ part: PeriodCells, _ columns: [CellColumn], _ groups: StratumGroups
  ) {
    let sums = columns.map { $0.sums(groups.ofStratum, count: groups.known.count) }
    let empty = Totals(
      cells: Array(repeating: Cube.Cell(), count: places.count), places: places)
    var numbers: [[Int]] = []
    for (index, group) in groups.known.enumerated() {
      let cells = sums.map { $0[index] }
      numbers.append(group.sectors.map { number($0, groups.dimension, group.value) })
      for (sector, number) in zip(group.sectors, numbers[index]) {
        totals[Key(sector: number, period: part.period), default: empty].add(cells)
        note(group.value, groups.dimension, ofSector: sector, part.period)
      }
    }
    for slot in definitions.slotsByClass { addByClass(part, slot, groups, numbers) }
  }

  private mutating func note(
    _ value: String, _ dimension: SectorName.Dimension?, ofSector sector: Int, _ period: Period
  ) {
    guard let dimension else { return }
    let whole = Key(sector: number(sector, nil, ""), period: period)
    parts[whole, default: [:]][dimension, default: []].insert(value)
  }

  /// - Parameter numbers: of the sectors or parts of each group.
  private mutating func addByClass(
    _ part: PeriodCells, _ slot: Int, _ groups: StratumGroups, _ numbers: [[Int]]
  ) {
    guard let column = part.columns[slot] else { return }
    for (place, group) in groups.ofStratum.enumerated() {
      for number in numbers[Int(group)] {
        totals[Key(sector: number, period: part.period)]?
          .byClass[part.strata[place].industry, default: [:]][slot, default: Cube.Cell()]
          .merge(column[place])
      }
    }
  }

  private mutating func number(
    _ sector: Int, _ dimension: SectorName.Dimension?, _ value: String
  ) -> Int {
    let part = Part(sector: sector, dimension: dimension, value: value)
    if let number = numberOfPart[part] { return number }
    let name = SectorName(
      sector: definitions.sectors[sector].id, part: dimension.map { .init($0, value) })
    let number = numbers.count
    numbers[name.description] = number
    numberOfPart[part] = number
    return number
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

  /// The slots whose cells are also kept by class.
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
}
