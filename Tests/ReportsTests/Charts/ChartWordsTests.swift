// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Reports

/// The text alternatives.
struct ChartWordsTests {
  @Test func aTargetsPathIsDescribedFromItsData() throws {
    #expect(
      try ChartSpecimens.shareTarget().description(in: ChartSpecimens.chinese)
        == "折线图：细线为按计划路径序时应达，粗线为实际值，横线为目标值，目标50%以上。"
        + "计划路径：2019年1—12月为45.0%，2022年1—12月为50.0%，最高50.0%，最低45.0%。"
        + "实际值：2020年1—2月为45.4%，2021年1—5月为47.0%，最高47.0%，最低45.2%。落后0.4个百分点。")
    #expect(
      try ChartSpecimens.bareTarget().description(in: ChartSpecimens.english).hasSuffix(
        "target: at least 150 units. Actual: 104 units in January–December 2022. Gap: 46 units short."
      ))
    #expect(
      try ChartSpecimens.emptyTarget().description(in: ChartSpecimens.chinese)
        .hasSuffix("最低-5.5%。暂无数据。"))
  }

  @Test func aWaterfallNamesEveryPart() throws {
    #expect(
      try ChartSpecimens.fallingWaterfall().description(in: ChartSpecimens.english)
        .hasSuffix(
          "the last row is the total. Textiles: -12.4 percentage points. "
            + "Computers and electronics: 3.1 percentage points. Furniture: -0.2 percentage points. "
            + "Industry above designated size: -9.5 percentage points. "))
  }

  @Test func aBulletNamesLightAndExpectation() throws {
    let words = try ChartSpecimens.bullets().description(in: ChartSpecimens.chinese)
    #expect(words.contains("规上工业增加值：78.4亿元，目标120亿元以上，序时应达70.0亿元，符合进度。"))
    #expect(words.contains("有研发活动的规上企业：暂无数据，目标150家以上，序时应达110家，无数据。"))
    #expect(words.contains("亏损企业数：41家，目标0家，未达到。"))
  }

  @Test func missingPeriodsAndBreaksAreSaid() throws {
    let words = try ChartSpecimens.level().description(in: ChartSpecimens.chinese)
    #expect(words.hasSuffix("2020年1—7月无数据。自2021年1—2月起，名录库更新。"))
    let shares = try ChartSpecimens.shares().description(in: ChartSpecimens.english)
    #expect(shares.hasSuffix("No data for January–July 2020. "))
  }

  @Test func manyPanelsSayOnlyWhereTheyStand() throws {
    let few = try ChartSpecimens.multiples()
    #expect(few.description(in: ChartSpecimens.chinese).contains("智能装备制造业：2020年1—2月为"))
    let many = SmallMultiples(
      caption: few.caption, series: few.series + few.series, comparator: nil,
      periods: few.periods)
    #expect(many.description(in: ChartSpecimens.chinese).contains("智能装备制造业：8.4%。"))
  }
}
