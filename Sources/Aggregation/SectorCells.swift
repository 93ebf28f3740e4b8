// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The cube's cells put together by sector, part of a breakdown and survey period, all in one go.
struct SectorCells: Sendable {
  /// What a sector's strata of one period come to.
  struct Totals: Sendable {
    fileprivate let table: SectorTable
    fileprivate let place: Int
    fileprivate let places: CellPlaces

    /// - Parameter slot: of `ReturnSlots`.
    func cell(_ slot: Int) -> Cube.Cell {
      places.ofSlot[slot].map { table.columns[$0][place] } ?? Cube.Cell()
    }

    /// How many units have a flag that indicators count.
    func flagged(_ flag: String) -> Int {
      places.ofFlag[flag].map { table.columns[$0][place].known } ?? 0
    }

    /// Gross output by class, for indicators that are computed from it: by slot of the output.
    var byClass: [String: [Int: Cube.Cell]] { table.byClass[place] }
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

  /// Where a sector's totals of a period stand.
  private struct Place: Sendable {
    let table: Int
    let entry: Int
  }

  /// Each sector and part by its name.
  private var numbers: [String: Int] = [:]
  private var places: [Key: Place] = [:]
  private var tables: [SectorTable] = []
  /// By period the places of its tables in `tables`.
  private var tablesOfPeriod: [Period: Range<Int>] = [:]
  let slots: ReturnSlots
  private let definitions: FigureDefinitions
  private let cellPlaces: CellPlaces

  /// - Parameter dimensions: what every sector is broken down by. One of them may be an attribute, which
  ///   the cube is then broken down by.
  init(cube: Cube, definitions: FigureDefinitions, dimensions: [SectorName.Dimension]) {
    self.definitions = definitions
    let slots = ReturnSlots(definitions.indicators)
    let cellPlaces = CellPlaces(slots: cube.usedSlots, flags: definitions.countedFlags)
    (self.slots, self.cellPlaces) = (slots, cellPlaces)
    let parts = Array(cube.parts.values)
    let ofParts = inParallel(parts.count) { index in
      Self.tables(
        parts[index],
        cellPlaces.columns(of: parts[index], units: slots.units, definitions.flagNames),
        definitions, dimensions)
    }
    var numberOfPart: [Part: Int] = [:]
    for (part, tables) in zip(parts, ofParts) {
      tablesOfPeriod[part.period] = self.tables.count..<self.tables.count + tables.count
      for table in tables { add(table, part.period, &numberOfPart) }
    }
  }

  /// A period's sectors taken whole, then by each dimension.
  private static func tables(
    _ part: PeriodCells, _ columns: [CellColumn], _ definitions: FigureDefinitions,
    _ dimensions: [SectorName.Dimension]
  ) -> [SectorTable] {
    let kinds = StratumKinds(part, definitions)
    let slotsByClass = definitions.slotsByClass
    // The first dimension's sums serve for the whole as well.
    let all = dimensions.isEmpty ? [nil] : dimensions.map { $0 }
    return all.enumerated().flatMap { index, dimension in
      SectorTable.tables(
        part, columns, StratumGroups(part, kinds, by: dimension, definitions),
        addingWhole: index == 0 && dimension != nil, slotsByClass: slotsByClass)
    }
  }

  private mutating func add(
    _ table: SectorTable, _ period: Period, _ numberOfPart: inout [Part: Int]
  ) {
    for (index, entry) in table.entries.enumerated() {
      let part = Part(
        sector: entry.sector, dimension: table.dimension, value: table.values[entry.value])
      let number = numberOfPart[part] ?? numbers.count
      if number == numbers.count {
        numberOfPart[part] = number
        numbers[name(part).description] = number
      }
      places[Key(sector: number, period: period)] = Place(table: tables.count, entry: index)
    }
    tables.append(table)
  }

  private func name(_ part: Part) -> SectorName {
    SectorName(
      sector: definitions.sectors[part.sector].id,
      part: part.dimension.map { .init($0, part.value) })
  }

  /// `nil` where no unit of the sector has a return for the survey period.
  func totals(_ sector: String, _ period: Period) -> Totals? {
    guard let number = numbers[sector], let place = places[Key(sector: number, period: period)]
    else { return nil }
    return Totals(table: tables[place.table], place: place.entry, places: cellPlaces)
  }

  /// The values that a sector's units have in a dimension in a survey period, sorted; units without
  /// one are the empty value's.
  func parts(of sector: String, by dimension: SectorName.Dimension, in period: Period) -> [String] {
    guard let position = definitions.sectors.firstIndex(where: { $0.id == sector }),
      let table = tables[tablesOfPeriod[period] ?? 0..<0].first(where: { $0.dimension == dimension }
      )
    else { return [] }
    return table.entries.filter { $0.sector == position }.map { table.values[$0.value] }.sorted()
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
