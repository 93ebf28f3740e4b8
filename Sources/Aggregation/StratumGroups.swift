// SPDX-License-Identifier: Apache-2.0
import Statistics

/// A period's strata by what decides which sectors they belong to: class and flags.
struct StratumKinds {
  struct Kind: Hashable {
    let industry: String
    let flags: RegisterFlags
  }

  /// Each list of sectors once, by their positions.
  private(set) var sectors: [[Int]] = []
  private(set) var known: [Kind] = []
  /// By kind the number of its list.
  private(set) var lists: [Int32] = []
  /// By stratum the number of its kind.
  private(set) var ofStratum: [Int32] = []

  init(_ part: PeriodCells, _ definitions: FigureDefinitions) {
    var numberOfKind: [Kind: Int32] = [:]
    var numberOfList: [[Int]: Int32] = [:]
    ofStratum = part.strata.map { stratum in
      let kind = Kind(industry: stratum.industry, flags: stratum.flags)
      if let known = numberOfKind[kind] { return known }
      let list = definitions.sectors.indices.filter {
        definitions.sectors[$0].contains(stratum, flagNames: definitions.flagNames)
      }
      let number = numberOfList[list] ?? Int32(truncatingIfNeeded: sectors.count)
      if Int(number) == sectors.count { sectors.append(list) }
      numberOfList[list] = number
      numberOfKind[kind] = Int32(truncatingIfNeeded: known.count)
      known.append(kind)
      lists.append(number)
      return Int32(truncatingIfNeeded: known.count - 1)
    }
  }
}

/// A period's strata by the sectors that they belong to and their value in a dimension.
struct StratumGroups {
  struct Group {
    /// By their positions.
    let sectors: [Int]
    /// The number of the value in `values`.
    let value: Int
  }

  /// `nil` where sectors are taken whole.
  let dimension: SectorName.Dimension?
  /// Each once; empty for the whole, and for strata without a value.
  let values: [String]
  let known: [Group]
  let ofStratum: CellGroups

  init(
    _ part: PeriodCells, _ kinds: StratumKinds, by dimension: SectorName.Dimension?,
    _ definitions: FigureDefinitions
  ) {
    var values = DimensionValues(dimension, kinds, definitions.classification)
    var known: [Group] = []
    // By value, then list of sectors; −1 for none.
    let lists = kinds.sectors.count
    var numbers: [Int32] = []
    let groups = part.strata.indices.map { place -> Int32 in
      let kind = Int(kinds.ofStratum[place])
      let value = values.number(of: part, place, kind)
      let list = Int(kinds.lists[kind])
      let index = value * lists + list
      if index >= numbers.count {
        numbers += repeatElement(-1, count: (value + 1) * lists - numbers.count)
      }
      if numbers[index] < 0 {
        numbers[index] = Int32(truncatingIfNeeded: known.count)
        known.append(Group(sectors: kinds.sectors[list], value: value))
      }
      return numbers[index]
    }
    self.dimension = dimension
    self.values = values.known
    self.known = known
    ofStratum = CellGroups(ofPlace: groups, count: known.count)
  }
}

/// The values that strata have in a dimension, as small numbers in the order met.
private struct DimensionValues {
  private let dimension: SectorName.Dimension?
  /// Of a level: by kind the number of its category.
  private var ofKind: [Int] = []
  private(set) var known: [String] = []
  /// Of an attribute: the number of each text.
  private var numbers: [String: Int] = [:]
  /// Strata mostly come in the order of the attribute.
  private var last: (text: String, number: Int)?

  init(
    _ dimension: SectorName.Dimension?, _ kinds: StratumKinds, _ classification: Classification
  ) {
    self.dimension = dimension
    switch dimension {
    case nil: known = [""]
    case .attribute: break
    case .level(let level):
      // Several classes have the same category.
      ofKind = kinds.known.map { kind in
        let code = classification.category(of: kind.industry, at: level)?.code ?? ""
        return number(ofText: code)
      }
    }
  }

  mutating func number(of part: PeriodCells, _ place: Int, _ kind: Int) -> Int {
    switch dimension {
    case nil: return 0
    case .level: return ofKind[kind]
    case .attribute:
      let text = part.strata[place].attribute
      if let last, last.text == text { return last.number }
      let number = number(ofText: text)
      last = (text, number)
      return number
    }
  }

  private mutating func number(ofText text: String) -> Int {
    if let known = numbers[text] { return known }
    numbers[text] = known.count
    known.append(text)
    return known.count - 1
  }
}
