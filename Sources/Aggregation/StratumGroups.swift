// SPDX-License-Identifier: Apache-2.0
import Statistics

/// A period's strata by the sectors that they belong to.
struct StratumKinds {
  /// Each list of sectors once, by their positions.
  private(set) var sectors: [[Int]] = []
  /// By stratum the number of its list.
  private(set) var ofStratum: [Int32] = []

  private struct Kind: Hashable {
    let industry: String
    let flags: RegisterFlags
  }

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
      numberOfKind[kind] = number
      return number
    }
  }
}

/// A period's strata by the sectors that they belong to and their value in a dimension.
struct StratumGroups {
  struct Group {
    /// By their positions.
    let sectors: [Int]
    /// Empty for the whole, and for strata without a value.
    let value: String
  }

  /// `nil` where sectors are taken whole.
  let dimension: SectorName.Dimension?
  private(set) var known: [Group] = []
  /// By stratum the number of its group.
  private(set) var ofStratum: [Int32] = []

  init(
    _ part: PeriodCells, _ kinds: StratumKinds, by dimension: SectorName.Dimension?,
    _ definitions: FigureDefinitions
  ) {
    self.dimension = dimension
    var values = DimensionValues(dimension, definitions.classification)
    // By value, then list of sectors; −1 for none.
    var numbers: [[Int32]] = []
    ofStratum = zip(part.strata, kinds.ofStratum).map { stratum, list in
      let value = values.number(of: stratum)
      if value == numbers.count {
        numbers.append(Array(repeating: -1, count: kinds.sectors.count))
      }
      if numbers[value][Int(list)] < 0 {
        numbers[value][Int(list)] = Int32(truncatingIfNeeded: known.count)
        known.append(Group(sectors: kinds.sectors[Int(list)], value: values.known[value]))
      }
      return numbers[value][Int(list)]
    }
  }
}

/// The values that strata have in a dimension, as small numbers in the order met.
private struct DimensionValues {
  private let dimension: SectorName.Dimension?
  private let classification: Classification
  private(set) var known: [String] = []
  private var numbers: [String: Int] = [:]
  /// Strata mostly come in the order of one of them.
  private var last: (text: String, number: Int)?

  init(_ dimension: SectorName.Dimension?, _ classification: Classification) {
    self.dimension = dimension
    self.classification = classification
  }

  mutating func number(of stratum: Cube.Stratum) -> Int {
    let text =
      switch dimension {
      case nil: ""
      case .level: stratum.industry
      case .attribute: stratum.attribute
      }
    if let last, last.text == text { return last.number }
    let number = number(ofText: text)
    last = (text, number)
    return number
  }

  private mutating func number(ofText text: String) -> Int {
    if let known = numbers[text] { return known }
    // Several classes have the same category, and it may have a class's own code: so their values are
    // told apart from texts.
    let value = value(of: text)
    let number = known.firstIndex(of: value) ?? known.count
    if number == known.count { known.append(value) }
    numbers[text] = number
    return number
  }

  private func value(of text: String) -> String {
    guard case .level(let level)? = dimension else { return text }
    return classification.category(of: text, at: level)?.code ?? ""
  }
}
