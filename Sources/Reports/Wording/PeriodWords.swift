// SPDX-License-Identifier: Apache-2.0
import Statistics

/// A period in words.
struct PeriodWords: Hashable, Sendable {
  /// With the year, cumulative where it is a survey period: 2021年1—5月, 2021年上半年.
  let title: String
  /// The cumulative span without the year: 1—5月.
  let cumulative: String
  /// The period alone without the year: 5月, 二季度.
  let alone: String
  /// Alone with its year, as a point in time: 2021年5月, May 2021.
  let moment: String
  /// Whether the period alone is something else than the cumulative span.
  let hasOwnSpan: Bool

  init(_ period: Period, in language: Language) {
    let upToNow = 1...period.months.upperBound
    hasOwnSpan = period.months.lowerBound > 1
    switch language {
    case .chinese:
      cumulative =
        period.isSurveyPeriod ? Self.chineseMonths(upToNow) : Self.chineseSpan(upToNow)
      alone = Self.chineseSpan(period.months)
      title = "\(period.year)年" + Self.chineseTitle(period)
      moment = period.months == 1...12 ? title : "\(period.year)年" + alone
    case .english:
      cumulative = Self.englishMonths(upToNow)
      alone = period.isSurveyPeriod ? Self.englishMonths(period.months) : Self.englishSpan(period)
      title = Self.englishTitle(period)
      moment =
        period.isSurveyPeriod && period.months != 1...12 ? "\(alone) \(period.year)" : title
    }
  }
}

// MARK: - Chinese

extension PeriodWords {
  static let chineseNumbers = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]

  private static func chineseTitle(_ period: Period) -> String {
    if period.months == 1...12 { return "" }
    return period.isSurveyPeriod
      ? chineseMonths(1...period.months.upperBound) : chineseSpan(period.months)
  }

  private static func chineseSpan(_ months: ClosedRange<Int>) -> String {
    let names: [ClosedRange<Int>: String] = [
      1...6: "上半年", 7...12: "下半年", 1...9: "前三季度", 1...12: "全年",
    ]
    return names[months] ?? quarter(months).map { chineseNumbers[$0 - 1] + "季度" }
      ?? chineseMonths(months)
  }

  private static func chineseMonths(_ months: ClosedRange<Int>) -> String {
    months.count == 1 ? "\(months.lowerBound)月" : "\(months.lowerBound)—\(months.upperBound)月"
  }

  private static func quarter(_ months: ClosedRange<Int>) -> Int? {
    months.count == 3 && months.upperBound % 3 == 0 ? months.upperBound / 3 : nil
  }
}

// MARK: - English

extension PeriodWords {
  private static let englishNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private static func englishTitle(_ period: Period) -> String {
    if period.months == 1...12 { return String(period.year) }
    if period.isSurveyPeriod {
      return "\(englishMonths(1...period.months.upperBound)) \(period.year)"
    }
    return "\(englishSpan(period)) of \(period.year)"
  }

  private static func englishSpan(_ period: Period) -> String {
    let ordinals = ["First", "Second", "Third", "Fourth"]
    switch period.months.count {
    case 3: return ordinals[period.months.upperBound / 3 - 1] + " quarter"
    case 6: return ordinals[period.months.upperBound / 6 - 1] + " half"
    default: return "Full year"
    }
  }

  private static func englishMonths(_ months: ClosedRange<Int>) -> String {
    let last = englishNames[months.upperBound - 1]
    return months.count == 1 ? last : "\(englishNames[months.lowerBound - 1])–\(last)"
  }
}
