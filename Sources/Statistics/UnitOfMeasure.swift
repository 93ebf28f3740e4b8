// SPDX-License-Identifier: Apache-2.0

/// What a number counts: 千元, 亿元, %, 百分点, 家 …
///
/// A unit is a dimension and a power of ten of its base, so 千元 and 亿元 convert exactly and
/// 家 and 人 never convert into each other. Nor do 家, 户 and 个: what one office counts as 户,
/// another does not count as 家.
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
    case household = "户"
    case item = "个"
    /// What is done and counted: a policy, a mechanism, a programme.
    case action = "项"
    case set = "台"
    case tonne = "吨"
    case squareMetre = "平方米"
    case cubicMetre = "立方米"
    case usDollar = "美元"
    case euro = "欧元"
    case index = "指数"
    /// A place in a ranking.
    case place = "位"

    /// Whether it is counted in 千, 万, 亿 too; nobody writes 万%.
    package var takesMultipliers: Bool {
      switch self {
      case .percent, .percentagePoint, .index, .place: false
      default: true
      }
    }
  }

  package let dimension: Dimension
  /// The power of ten of the base unit: 8 for 亿元.
  package let exponent: Int
  /// What it is counted for each one of: 人 in 万元/人; `nil` for a plain unit.
  package let divisor: Dimension?

  package init(_ dimension: Dimension, exponent: Int = 0) {
    self.init(dimension, exponent: exponent, divisor: nil)
  }

  private init(_ dimension: Dimension, exponent: Int, divisor: Dimension?) {
    self.dimension = dimension
    self.exponent = exponent
    self.divisor = divisor
  }

  /// So much for each one of another dimension: 万元 per 人 is 万元/人; `nil` where that means nothing.
  package func per(_ other: Dimension) -> UnitOfMeasure? {
    guard divisor == nil, dimension.takesMultipliers, other.takesMultipliers, dimension != other
    else { return nil }
    return UnitOfMeasure(dimension, exponent: exponent, divisor: other)
  }

  /// A percentage, or a difference of two: its growth and its share mean nothing (design.md §5).
  package var isRate: Bool { dimension == .percent || dimension == .percentagePoint }

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
    (7, "千万", "10 million "), (8, "亿", "100 million "), (9, "十亿", "billion "),
    (12, "万亿", "trillion "),
  ]

  /// The power of ten that a word such as 万 or 百万 stands for; `nil` for any other text.
  package static func exponent(ofMultiplier word: some StringProtocol) -> Int? {
    multipliers.first { $0.exponent > 0 && $0.zh == word }?.exponent
  }

  /// Other names of the base units, as `normalized` gives them. With `{}` for where the multiplier
  /// stands, if not at the beginning.
  private static let otherNames: [(name: String, dimension: Dimension)] = [
    ("人民币{}元", .money), ("元人民币", .money), ("度", .electricity), ("千瓦小时", .electricity),
    ("kwh", .electricity), ("㎡", .squareMetre), ("m²", .squareMetre), ("㎥", .cubicMetre),
    ("m³", .cubicMetre), ("﹪", .percent), ("百分比", .percent), ("percent", .percent),
    ("个百分点", .percentagePoint), ("percentagepoint", .percentagePoint),
    ("percentagepoints", .percentagePoint),
  ]

  private static let words: [String: UnitOfMeasure] = {
    let names = Dimension.allCases.map { ($0.rawValue, $0) } + otherNames
    var words: [String: UnitOfMeasure] = [:]
    for (name, dimension) in names {
      for multiplier in multipliers where multiplier.exponent == 0 || dimension.takesMultipliers {
        let word =
          name.contains("{}") ? name.replacing("{}", with: multiplier.zh) : multiplier.zh + name
        words[word] = UnitOfMeasure(dimension, exponent: multiplier.exponent)
      }
    }
    return words
  }()

  /// Without blanks and the dot of 千瓦·时, full-width letters and signs as half width, lower case.
  private static func normalized(_ word: some StringProtocol) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in word.unicodeScalars where !scalar.properties.isWhitespace {
      switch scalar.value {
      case 0xB7, 0x2022, 0x2219, 0x22C5, 0x30FB: continue
      case 0xFF01...0xFF5E: scalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      default: scalars.append(scalar)
      }
    }
    return String(scalars).lowercased()
  }

  /// Reads `千元`, `万元`, `亿元`, `％`, `个百分点`, `家`, `万人`, `万千瓦·时`, `万元/人` …; `nil` for an unknown
  /// word.
  package init?(_ word: some StringProtocol) {
    let word = Self.normalized(word)
    if let unit = Self.words[word] {
      self = unit
      return
    }
    let parts = word.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let unit = Self.words[String(parts[0])],
      let other = Self.words[String(parts[1])], other.exponent == 0,
      let quotient = unit.per(other.dimension)
    else { return nil }
    self = quotient
  }

  /// The Chinese word: `千元`.
  package var symbol: String {
    let multiplier = Self.multipliers.first { $0.exponent == exponent }
    let unit = (multiplier?.zh ?? "10^\(exponent) ") + dimension.rawValue
    return divisor.map { unit + "/" + $0.rawValue } ?? unit
  }

  /// The English words: `100 million yuan`.
  package var englishSymbol: String {
    guard let divisor else { return plainEnglishSymbol }
    return plainEnglishSymbol + " per " + UnitOfMeasure(divisor).singularEnglishSymbol
  }

  private var singularEnglishSymbol: String {
    let plural = plainEnglishSymbol
    return plural.hasSuffix("s") ? String(plural.dropLast()) : plural
  }

  private var plainEnglishSymbol: String {
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
    case .household: return multiplier + "entities"
    case .item: return multiplier + "items"
    case .action: return multiplier + "actions"
    case .set: return multiplier + "sets"
    case .tonne: return multiplier + "tonnes"
    case .squareMetre: return multiplier + "m²"
    case .cubicMetre: return multiplier + "m³"
    case .usDollar: return multiplier + "US dollars"
    case .euro: return multiplier + "euros"
    case .index: return "index"
    case .place: return "place"
    }
  }

  /// What a value in this unit is multiplied by to stand in `other`; `nil` between dimensions.
  package func factor(to other: UnitOfMeasure) -> Ratio? {
    guard dimension == other.dimension, divisor == other.divisor else { return nil }
    let difference = exponent - other.exponent
    let power = Int128.powerOfTen(abs(difference))
    return difference >= 0 ? Ratio(power) : try? Ratio(1, over: power)
  }
}

extension UnitOfMeasure: CustomStringConvertible {
  package var description: String { symbol }
}
