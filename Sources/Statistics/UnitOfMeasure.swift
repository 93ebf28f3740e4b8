// SPDX-License-Identifier: Apache-2.0

/// What a number counts: 千元, 亿元, %, 百分点, 家 …
///
/// A unit is a dimension and a power of ten of its base, so 千元 and 亿元 convert exactly and
/// 家 and 人 never convert into each other.
package struct UnitOfMeasure: Hashable, Sendable {
  /// What is counted, named by the Chinese word of its base unit.
  package enum Dimension: String, Hashable, Sendable, CaseIterable {
    case money = "元"
    case percent = "%"
    case percentagePoint = "百分点"
    case unit = "家"
    case person = "人"
    case participation = "人次"
    case area = "亩"
    case electricity = "千瓦时"
  }

  package let dimension: Dimension
  /// The power of ten of the base unit: 8 for 亿元.
  package let exponent: Int

  package init(_ dimension: Dimension, exponent: Int = 0) {
    self.dimension = dimension
    self.exponent = exponent
  }

  package static let yuan = UnitOfMeasure(.money)
  package static let thousandYuan = UnitOfMeasure(.money, exponent: 3)
  package static let tenThousandYuan = UnitOfMeasure(.money, exponent: 4)
  package static let hundredMillionYuan = UnitOfMeasure(.money, exponent: 8)
  package static let percent = UnitOfMeasure(.percent)
  package static let percentagePoint = UnitOfMeasure(.percentagePoint)
  package static let persons = UnitOfMeasure(.person)
  package static let units = UnitOfMeasure(.unit)
}

extension UnitOfMeasure {
  /// The powers of ten that have a word of their own in Chinese statistics.
  private static let multipliers: [(exponent: Int, zh: String, en: String)] = [
    (0, "", ""), (2, "百", "100 "), (3, "千", "1,000 "), (4, "万", "10,000 "), (6, "百万", "million "),
    (8, "亿", "100 million "), (12, "万亿", "trillion "),
  ]

  /// Reads `千元`, `万元`, `亿元`, `％`, `个百分点`, `家`, `万人` …; `nil` for an unknown word.
  package init?(_ word: some StringProtocol) {
    let trimmed = String(word.filter { !$0.isWhitespace })
    if trimmed == "％" {
      self = .percent
      return
    }
    let name = trimmed.hasPrefix("个") ? String(trimmed.dropFirst()) : trimmed
    for dimension in Dimension.allCases {
      for multiplier in Self.multipliers where multiplier.zh + dimension.rawValue == name {
        self.init(dimension, exponent: multiplier.exponent)
        return
      }
    }
    return nil
  }

  /// The Chinese word: `千元`.
  package var symbol: String {
    let multiplier = Self.multipliers.first { $0.exponent == exponent }
    return (multiplier?.zh ?? "10^\(exponent) ") + dimension.rawValue
  }

  /// The English words: `100 million yuan`.
  package var englishSymbol: String {
    let multiplier = Self.multipliers.first { $0.exponent == exponent }?.en ?? "10^\(exponent) "
    switch dimension {
    case .money: return multiplier + "yuan"
    case .percent: return "%"
    case .percentagePoint: return "percentage points"
    case .unit: return multiplier + "units"
    case .person: return multiplier + "persons"
    case .participation: return multiplier + "participations"
    case .area: return multiplier + "mu"
    case .electricity: return multiplier + "kWh"
    }
  }

  /// What a value in this unit is multiplied by to stand in `other`; `nil` between dimensions.
  package func factor(to other: UnitOfMeasure) -> Ratio? {
    guard dimension == other.dimension else { return nil }
    let difference = exponent - other.exponent
    let power = Int128.powerOfTen(abs(difference))
    return difference >= 0 ? Ratio(power) : try? Ratio(1, over: power)
  }
}

extension UnitOfMeasure: CustomStringConvertible {
  package var description: String { symbol }
}
