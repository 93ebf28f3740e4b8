// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Reports

/// Every clause over every way that its figures can stand, in both languages.
struct GrammarTests {
  /// How a figure stands; of two, `.changed` is the sign that differs from the period before.
  enum Standing: CaseIterable {
    case rising, falling, flat, missing, firstPeriod, toPlus, toMinus
  }

  enum Clause: CaseIterable {
    case level, growth, growthOrReason, growthChange, gap, share, shareChange, pull
  }

  struct Pattern: Sendable {
    let clause: Clause
    let standing: Standing
    /// The clause's figure; of a change also the growth before and now.
    let values: [String?]
    let zh: String?
    let en: String?

    init(
      _ clause: Clause, _ standing: Standing, _ values: [String?], _ zh: String?, _ en: String?
    ) {
      (self.clause, self.standing, self.values, self.zh, self.en) = (
        clause, standing, values, zh, en
      )
    }
  }

  // The first period of all has no figure beside it to change from: missing, as others are.
  static let patterns: [Pattern] =
    [
      Pattern(
        .level, .rising, ["1234.567"], "工业增加值1234.57亿元", "value added 1,234.57 hundred million yuan"
      ),
      Pattern(.level, .falling, ["-0.5"], "工业增加值-0.50亿元", "value added -0.50 hundred million yuan"),
      Pattern(.level, .flat, ["0"], "工业增加值0.00亿元", "value added 0.00 hundred million yuan"),
      Pattern(.level, .missing, [nil], nil, nil),
      Pattern(.growth, .rising, ["7.55"], "同比增长7.6%", "up 7.6% year on year"),
      Pattern(.growth, .falling, ["-1234.5"], "同比下降1234.5%", "down 1,234.5% year on year"),
      Pattern(.growth, .flat, ["-0.04"], "同比持平", "unchanged year on year"),
      Pattern(.growth, .missing, [nil], nil, nil),
      Pattern(.growthOrReason, .rising, ["0.05"], "同比增长0.1%", "up 0.1% year on year"),
      Pattern(.growthOrReason, .falling, ["-0.05"], "同比下降0.1%", "down 0.1% year on year"),
      Pattern(.growthOrReason, .flat, ["0.0499"], "同比持平", "unchanged year on year"),
      Pattern(
        .growthOrReason, .missing, [nil], "同比增速无数据（部分单位缺报）",
        "growth not available (some units are missing)"),
      Pattern(.gap, .rising, ["1.2"], "高于东莞市1.2个百分点", "1.2 percentage points above 东莞市"),
      Pattern(.gap, .falling, ["-1.2"], "低于东莞市1.2个百分点", "1.2 percentage points below 东莞市"),
      Pattern(.gap, .flat, ["0.04"], "与东莞市持平", "the same as 东莞市"),
      Pattern(.gap, .missing, [nil], nil, nil),
      Pattern(.share, .rising, ["35.25"], "占规上工业比重35.3%", "35.3% of 规上工业"),
      Pattern(.share, .falling, ["-2.5"], "占规上工业比重-2.5%", "-2.5% of 规上工业"),
      Pattern(.share, .flat, ["0"], "占规上工业比重0.0%", "0.0% of 规上工业"),
      Pattern(.share, .missing, [nil], nil, nil),
      Pattern(
        .shareChange, .rising, ["0.4"], "比上年同期提高0.4个百分点",
        "a share 0.4 percentage points higher than a year earlier"),
      Pattern(
        .shareChange, .falling, ["-0.4"], "比上年同期下降0.4个百分点",
        "a share 0.4 percentage points lower than a year earlier"),
      Pattern(.shareChange, .flat, ["0"], "与上年同期持平", "a share unchanged from a year earlier"),
      Pattern(.shareChange, .missing, [nil], nil, nil),
      Pattern(
        .pull, .rising, ["2.13"], "拉动规上工业增长2.1个百分点",
        "adding 2.1 percentage points to the growth of 规上工业"),
      Pattern(
        .pull, .falling, ["-2.13"], "拉低规上工业增速2.1个百分点",
        "taking 2.1 percentage points off the growth of 规上工业"),
      Pattern(
        .pull, .flat, ["0.02"], "对规上工业增速的拉动不足0.1个百分点",
        "moving the growth of 规上工业 by less than 0.1 percentage points"),
      Pattern(.pull, .missing, [nil], nil, nil),
    ] + changes

  /// Change, growth before, growth now.
  private static let changes = [
    Pattern(
      .growthChange, .rising, ["0.4", "9.8", "10.2"], "增速比上月加快0.4个百分点",
      "growth 0.4 percentage points faster than last month"),
    Pattern(
      .growthChange, .falling, ["-0.6", "10.8", "10.2"], "增速比上月回落0.6个百分点",
      "growth 0.6 percentage points slower than last month"),
    Pattern(
      .growthChange, .flat, ["0.01", "10.2", "10.2"], "增速与上月持平", "growth the same as last month"),
    Pattern(
      .growthChange, .rising, ["1.2", "-8.0", "-6.8"], "降幅比上月收窄1.2个百分点",
      "the decline 1.2 percentage points smaller than last month"),
    Pattern(
      .growthChange, .falling, ["-1.2", "-6.8", "-8.0"], "降幅比上月扩大1.2个百分点",
      "the decline 1.2 percentage points larger than last month"),
    Pattern(
      .growthChange, .flat, ["0", "-6.8", "-6.8"], "降幅与上月持平",
      "the decline the same as last month"),
    Pattern(
      .growthChange, .toPlus, ["3.0", "-1.0", "2.0"], "增速比上月提高3.0个百分点，由负转正",
      "3.0 percentage points better than last month, turning from decline to growth"),
    Pattern(
      .growthChange, .toMinus, ["-3.0", "2.0", "-1.0"], "增速比上月回落3.0个百分点，由正转负",
      "3.0 percentage points worse than last month, turning from growth to decline"),
    Pattern(
      .growthChange, .toPlus, ["2.0", "0.0", "2.0"], "增速比上月提高2.0个百分点",
      "2.0 percentage points better than last month"),
    Pattern(
      .growthChange, .toMinus, ["-2.0", "0.04", "-2.0"], "增速比上月回落2.0个百分点",
      "2.0 percentage points worse than last month"),
    Pattern(
      .growthChange, .rising, ["2.0", "-2.0", "0.0"], "增速比上月提高2.0个百分点",
      "2.0 percentage points better than last month"),
    Pattern(.growthChange, .missing, [nil, "2.0", nil], nil, nil),
    Pattern(.growthChange, .missing, [nil, "2.0", "3.0"], nil, nil),
    Pattern(.growthChange, .firstPeriod, [nil, nil, "3.0"], nil, nil),
  ]

  @Test(arguments: patterns.indices) func reads(index: Int) throws {
    let pattern = Self.patterns[index]
    for (language, expected) in [(Language.chinese, pattern.zh), (.english, pattern.en)] {
      let pieces = try Self.pieces(pattern, in: language)
      #expect(pieces?.text == expected)
      let numbers = pieces?.filter { $0.figure != nil }.count ?? 0
      // Words that say a number have it from a figure, and no number stands beside one.
      let flat = [.flat, .missing].contains(pattern.standing)
      #expect(numbers == 1 || flat || expected == nil)
      #expect(pieces?.contains { $0.figure == nil && $0.text.contains(/[0-9]/) } != true || flat)
    }
  }

  /// A clause that a figure's sign words has each sign; one of two figures also the turns.
  @Test(arguments: Clause.allCases) func everyStandingIsTried(clause: Clause) {
    var wanted: Set<Standing> = [.rising, .falling, .flat, .missing]
    if clause == .growthChange { wanted = Set(Standing.allCases) }
    #expect(Set(Self.patterns.filter { $0.clause == clause }.map(\.standing)) == wanted)
  }

  private static func pieces(_ pattern: Pattern, in language: Language) throws -> [Piece]? {
    let clauses = Clauses(MessageCatalogue(language, from: Templates()))
    let values = pattern.values
    switch pattern.clause {
    case .level:
      let subject = Piece.text(language == .chinese ? "工业增加值" : "value added")
      return clauses.level(try figure(.level, values[0]), of: [subject])
    case .growth: return clauses.growth(try figure(.yoy, values[0]))
    case .growthOrReason: return clauses.growthOrReason(try figure(.yoy, values[0]))
    case .growthChange:
      return clauses.growthChange(
        try figure(.yoyChange, values[0]), growth: try figure(.yoy, values[2]),
        before: try figure(.yoy, values[1]))
    case .gap: return clauses.gap(try figure(.gap(area: "city"), values[0]), to: "东莞市")
    case .share: return clauses.share(try figure(.share, values[0]), ofTotal: "规上工业")
    case .shareChange: return clauses.shareChange(try figure(.shareChange, values[0]))
    case .pull: return clauses.pull(try figure(.pull, values[0]), onTotal: "规上工业")
    }
  }

  private static func figure(_ measure: Measure, _ value: String?) throws -> Figure {
    let name = FigureName(
      indicator: "value_added", sector: "electronics", basis: .ytd, measure: measure,
      period: try #require(Period("2021-05")))
    let exact = try value.map { Figure.Value.known(Ratio(try #require(ExactDecimal($0)))) }
    return Figure(
      name: name, unit: measure == .level ? .hundredMillionYuan : .percent,
      decimals: measure == .level ? 2 : 1, value: exact ?? .missing(.partMissing), origin: .returns)
  }
}
