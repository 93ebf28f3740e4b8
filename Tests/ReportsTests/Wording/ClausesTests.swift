// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Reports

struct ClausesTests {
  private let chinese = Clauses(MessageCatalogue(.chinese, from: Templates()))
  private let english = Clauses(MessageCatalogue(.english, from: Templates()))

  private func figure(
    _ measure: Measure, _ value: String?, isApproximate: Bool = false
  ) throws -> Figure {
    let period = try #require(Period("2021-05"))
    let name = FigureName(
      indicator: "value_added", sector: "electronics", basis: .ytd, measure: measure,
      period: period)
    let exact = value.flatMap { ExactDecimal($0) }.map { Figure.Value.known(Ratio($0)) }
    return Figure(
      name: name, unit: measure == .level ? .hundredMillionYuan : .percent,
      decimals: measure == .level ? 2 : 1, value: exact ?? .missing(.partMissing), origin: .returns,
      marks: isApproximate ? [.approximate] : [])
  }

  @Test(arguments: [
    ("7.55", "同比增长7.6%", "up 7.6% year on year"),
    ("-3.25", "同比下降3.3%", "down 3.3% year on year"),
    ("0.04", "同比持平", "unchanged year on year"),
    ("-0.049", "同比持平", "unchanged year on year"),
    ("0.05", "同比增长0.1%", "up 0.1% year on year"),
  ])
  func growthTakesItsWordFromTheRoundedNumber(value: String, zh: String, en: String) throws {
    let growth = try figure(.yoy, value)
    #expect(chinese.growth(growth)?.text == zh)
    #expect(english.growth(growth)?.text == en)
  }

  @Test func aMissingFigureLeavesItsClauseOutOrSaysWhy() throws {
    let missing = try figure(.yoy, nil)
    #expect(chinese.growth(missing) == nil)
    #expect(chinese.share(try figure(.share, nil), ofTotal: "规模以上工业") == nil)
    #expect(chinese.pull(try figure(.pull, nil), onTotal: "规模以上工业") == nil)
    #expect(chinese.growthOrReason(missing).text == "同比增速无数据（部分单位缺报）")
    #expect(english.growthOrReason(missing).text == "growth not available (some units are missing)")
  }

  /// Growth before, growth now, change, and the words for it.
  @Test(arguments: [
    ("9.8", "10.2", "0.4", "增速比上月加快0.4个百分点"),
    ("10.8", "10.2", "-0.6", "增速比上月回落0.6个百分点"),
    ("10.2", "10.2", "0.01", "增速与上月持平"),
    ("-8.0", "-6.8", "1.2", "降幅比上月收窄1.2个百分点"),
    ("-6.8", "-8.0", "-1.2", "降幅比上月扩大1.2个百分点"),
    ("-6.8", "-6.8", "0", "降幅与上月持平"),
    ("-1.0", "2.0", "3.0", "增速比上月提高3.0个百分点，由负转正"),
    ("2.0", "-1.0", "-3.0", "增速比上月回落3.0个百分点，由正转负"),
    ("0.0", "2.0", "2.0", "增速比上月提高2.0个百分点"),
    ("2.0", "0.0", "-2.0", "增速比上月回落2.0个百分点"),
  ])
  func changeIsWordedByBothSigns(before: String, now: String, change: String, words: String) throws
  {
    let pieces = chinese.growthChange(
      try figure(.yoyChange, change), growth: try figure(.yoy, now),
      before: try figure(.yoy, before))
    #expect(pieces?.text == words)
  }

  @Test func changeNeedsBothMonths() throws {
    let change = try figure(.yoyChange, nil)
    let now = try figure(.yoy, "3.0")
    #expect(chinese.growthChange(change, growth: now, before: try figure(.yoy, nil)) == nil)
  }

  @Test(arguments: [
    ("2.13", "拉动规模以上工业增长2.1个百分点"), ("-0.9", "拉低规模以上工业增速0.9个百分点"),
    ("0.02", "对规模以上工业增速的拉动不足0.1个百分点"),
  ])
  func pullIsWordedByItsSign(value: String, words: String) throws {
    #expect(chinese.pull(try figure(.pull, value), onTotal: "规模以上工业")?.text == words)
  }

  @Test(arguments: [
    ("0.4", "比上年同期提高0.4个百分点"), ("-0.4", "比上年同期下降0.4个百分点"), ("0.0", "与上年同期持平"),
  ])
  func shareChangeIsWordedByItsSign(value: String, words: String) throws {
    #expect(chinese.shareChange(try figure(.shareChange, value))?.text == words)
  }

  @Test func anApproximateNumberSaysSo() throws {
    let pull = try figure(.pull, "2.1", isApproximate: true)
    #expect(chinese.pull(pull, onTotal: "规模以上工业")?.text == "拉动规模以上工业增长约2.1个百分点")
    #expect(
      english.shareChange(try figure(.shareChange, "-1.3", isApproximate: true))?.text
        == "a share about 1.3 percentage points lower than a year earlier")
  }

  @Test func aNumberKeepsItsFigureName() throws {
    let pieces = chinese.growth(try figure(.yoy, "-3.2"))
    #expect(
      pieces?.compactMap(\.figure?.description) == ["value_added.electronics.ytd.yoy@2021-05"])
  }

  @Test func aSentenceWithoutAmountJoinsItsFirstClause() throws {
    let catalogue = chinese.catalogue
    let subject: [Piece] = [.text("电子信息制造业增加值")]
    let growth = chinese.growth(try figure(.yoy, "8.2"))
    let share = chinese.share(try figure(.share, "35.2"), ofTotal: "规模以上工业")
    let bare = Sentence(of: subject, amount: nil, [growth, nil, share])
    #expect(bare.pieces(in: catalogue).text == "电子信息制造业增加值同比增长8.2%，占规模以上工业比重35.2%")
    let level = chinese.level(try figure(.level, "19.318"), of: subject)
    let full = Sentence(of: subject, amount: level, [growth])
    #expect(full.pieces(in: catalogue).text == "电子信息制造业增加值19.32亿元，同比增长8.2%")
    #expect(Sentence(of: subject, amount: nil, [nil]).isEmpty)
  }
}
