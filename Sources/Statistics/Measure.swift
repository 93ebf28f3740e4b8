// SPDX-License-Identifier: Apache-2.0

/// What is computed of an indicator for a sector. The raw value is its part of a figure's name.
///
/// Formulas: methods.md §2 and §3. Some measures carry an argument: `gap_dongguan`, `since_2019`.
package enum Measure: Hashable, Sendable {
  /// The amount itself.
  case level
  /// 同比: growth against the same-period value that the returns themselves carry, in %.
  case yoy
  /// The growth of value added at current prices: its same-sample ratio, without deflation, in %.
  case yoyNominal
  /// The growth of value added at comparable prices, in %.
  case yoyComparable
  /// 较上月: this period's yoy minus the last one's of the same year, in percentage points.
  case yoyChange
  /// 环比: this month's level over the last month's, not seasonally adjusted, in %.
  case mom
  /// The level minus the same-period value: an increment, for a rate in percentage points.
  case change
  /// 比重: the sector's part of the total, in %.
  case share
  /// The share minus the same period's share a year earlier, in percentage points.
  case shareChange
  /// 贡献率: the sector's increment over the total's increment, in %.
  case contribution
  /// 拉动: the sector's increment over the total's same-period value, in percentage points.
  case pull
  /// 与对比地区之差: the yoy minus that of a wider area, `Area.id`; of a rate, the levels'
  /// difference. In percentage points.
  case gap(area: String)
  /// How many units' values the level is the sum of.
  case units
  /// Divisions (大类) of the sector that have a yoy.
  case industries
  /// Those of them whose yoy is above zero.
  case industriesGrowing
  /// 行业增长面: the growing divisions' part of the divisions, in %.
  case industriesGrowingShare
  /// 两年平均增速: √((1+g₁)(1+g₂)) − 1 over this year's and last year's yoy, in %.
  case twoYearAverage
  /// 累计增长: Π(1+gᵧ) − 1 over the years since a year, the running one provisional, in %.
  case growthSince(year: Int)
  /// 年均增速: the same, per year, in %.
  case averageGrowthSince(year: Int)
  /// 平均: the mean of the year's months to the period.
  case average
  /// 期末: the value of the period's last month.
  case end
  /// The place among the divisions of its sector, from the highest value of another measure: 1 is first.
  case rank(of: Ranked)

  /// What a ranking goes by.
  package enum Ranked: String, Hashable, Sendable, CaseIterable {
    case level, yoy, pull, contribution

    package var measure: Measure {
      switch self {
      case .level: .level
      case .yoy: .yoy
      case .pull: .pull
      case .contribution: .contribution
      }
    }
  }
}

extension Measure: RawRepresentable, CaseIterable {
  /// Those without an argument, and the rankings, in the order of printing.
  package static let allCases: [Measure] =
    plain.map(\.measure) + Ranked.allCases.map { .rank(of: $0) }

  private static let plain: [(measure: Measure, name: String)] = [
    (.level, "level"), (.yoy, "yoy"), (.yoyNominal, "yoy_nominal"),
    (.yoyComparable, "yoy_comparable"), (.yoyChange, "yoy_change"), (.mom, "mom"),
    (.change, "change"), (.share, "share"), (.shareChange, "share_change"),
    (.contribution, "contribution"), (.pull, "pull"), (.units, "units"),
    (.industries, "industries"), (.industriesGrowing, "industries_growing"),
    (.industriesGrowingShare, "industries_growing_share"), (.twoYearAverage, "two_year_average"),
    (.average, "average"), (.end, "end"),
  ]

  private static let measures = Dictionary(
    uniqueKeysWithValues: plain.map { ($0.name, $0.measure) })

  private static let since = "since_"
  private static let averageSince = "average_since_"
  private static let gap = "gap_"
  private static let rank = "rank_"

  package init?(rawValue: String) {
    func rest(_ prefix: String) -> String? {
      rawValue.hasPrefix(prefix) && rawValue.count > prefix.count
        ? String(rawValue.dropFirst(prefix.count)) : nil
    }
    func year(_ text: String) -> Int? { text.utf8.count == 4 ? Int(text) : nil }
    if let measure = Self.measures[rawValue] {
      self = measure
    } else if let year = rest(Self.averageSince).flatMap(year) {
      self = .averageGrowthSince(year: year)
    } else if let year = rest(Self.since).flatMap(year) {
      self = .growthSince(year: year)
    } else if let area = rest(Self.gap) {
      self = .gap(area: area)
    } else if let ranked = rest(Self.rank).flatMap(Ranked.init) {
      self = .rank(of: ranked)
    } else {
      return nil
    }
  }

  package var rawValue: String {
    switch self {
    case .gap(let area): Self.gap + area
    case .growthSince(let year): Self.since + String(year)
    case .averageGrowthSince(let year): Self.averageSince + String(year)
    case .rank(let ranked): Self.rank + ranked.rawValue
    default: Self.plain.first { $0.measure == self }?.name ?? ""
    }
  }

  package static func == (left: Measure, right: Measure) -> Bool {
    left.ordinal == right.ordinal && left.argument == right.argument
  }

  /// Written out, since a type with a raw value is else hashed by making its text.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(ordinal)
    hasher.combine(argument)
  }

  private var argument: String? {
    switch self {
    case .gap(let area): area
    case .growthSince(let year), .averageGrowthSince(let year): String(year)
    case .rank(let ranked): ranked.rawValue
    default: nil
    }
  }

  private var ordinal: Int {
    switch self {
    case .level: 0
    case .yoy: 1
    case .yoyNominal: 2
    case .yoyComparable: 3
    case .yoyChange: 4
    case .mom: 5
    case .change: 6
    case .share: 7
    case .shareChange: 8
    case .contribution: 9
    case .pull: 10
    case .units: 11
    case .industries: 12
    case .industriesGrowing: 13
    case .industriesGrowingShare: 14
    case .twoYearAverage: 15
    case .average: 16
    case .end: 17
    case .gap: 18
    case .growthSince: 19
    case .averageGrowthSince: 20
    case .rank: 21
    }
  }
}

extension Measure {
  /// The unit that a figure of this measure is printed in.
  package func unit(of indicator: Indicator) -> UnitOfMeasure {
    switch self {
    case .level, .average, .end: indicator.unit
    case .change: indicator.unit.isRate ? .percentagePoint : indicator.unit
    case .yoy, .yoyNominal, .yoyComparable, .mom, .share, .contribution, .industriesGrowingShare,
      .twoYearAverage, .growthSince, .averageGrowthSince:
      .percent
    case .yoyChange, .shareChange, .pull, .gap: .percentagePoint
    case .units: .units
    case .industries, .industriesGrowing: UnitOfMeasure(.item)
    case .rank: UnitOfMeasure(.place)
    }
  }

  /// Decimals when printed: those of the indicator for amounts, 1 for rates, shares and points, 0
  /// for counts (methods.md §4).
  package func decimals(of indicator: Indicator) -> Int {
    switch self {
    case .level, .average, .end: indicator.decimals
    case .change: indicator.unit.isRate ? 1 : indicator.decimals
    case .units, .industries, .industriesGrowing, .rank: 0
    default: 1
    }
  }
}
