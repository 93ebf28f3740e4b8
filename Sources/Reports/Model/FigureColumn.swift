// SPDX-License-Identifier: Apache-2.0
import Statistics

/// A column of figures: one basis and measure.
struct FigureColumn: Hashable, Sendable {
  let basis: Basis
  let measure: Measure
}

extension MessageCatalogue {
  /// The head of a measure's column.
  ///
  /// - Parameter areas: those that a gap may be to; of any other its id is printed.
  package func heading(of measure: Measure, areas: [Area]) -> String {
    switch measure {
    case .gap(let id):
      let area = areas.first { $0.id == id }?.name[language] ?? id
      return text(.measureGap, ["area": area])
    case .growthSince(let year): return text(.measureGrowthSince, ["year": String(year)])
    case .averageGrowthSince(let year):
      return text(.measureAverageGrowthSince, ["year": String(year)])
    default: return text(measure.plainHeading)
    }
  }
}

extension Measure {
  /// Of the measures whose heading has no argument.
  private static let plainHeadings: [Measure: Message] = [
    .level: .measureLevel, .yoy: .measureYoy, .yoyChange: .measureYoyChange,
    .share: .measureShare, .shareChange: .measureShareChange, .pull: .measurePull,
    .yoyNominal: .measureYoyNominal,
    .yoyComparable: .measureYoyComparable,
    .mom: .measureMom,
    .change: .measureChange,
    .contribution: .measureContribution,
    .units: .measureUnits,
    .industries: .measureIndustries,
    .industriesGrowing: .measureIndustriesGrowing,
    .industriesGrowingShare: .measureIndustriesGrowingShare,
    .twoYearAverage: .measureTwoYearAverage,
    .average: .measureAverage,
    .end: .measureEnd,
    .rank(of: .level): .measureRankLevel, .rank(of: .yoy): .measureRankYoy,
    .rank(of: .pull): .measureRankPull, .rank(of: .contribution): .measureRankContribution,
  ]

  fileprivate var plainHeading: Message { Self.plainHeadings[self] ?? .measureLevel }

  /// The unit that is the same for every indicator; `nil` for amounts, which are in the indicator's.
  var fixedUnit: UnitOfMeasure? {
    switch self {
    case .level, .change, .average, .end: nil
    case .yoyChange, .shareChange, .pull, .gap: .percentagePoint
    case .units: .units
    case .industries, .industriesGrowing: UnitOfMeasure(.item)
    case .rank: UnitOfMeasure(.place)
    default: .percent
    }
  }
}
