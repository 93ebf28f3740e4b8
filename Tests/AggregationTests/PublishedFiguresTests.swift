// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Aggregation

/// Figures that statistics offices printed, computed again from the numbers that they printed
/// beside them.
@Suite struct PublishedFiguresTests {
  /// One line of a bulletin, with the total's level and growth.
  struct Line {
    let place: String
    let total: (level: String, growth: String)
    let part: (level: String, growth: String)
  }

  /// 惠州 2022-01..06: post_5513573 of the city's statistics page.
  private static let huizhou = (level: "1141.96", growth: "9.1")
  /// 广东 2018: the province's bulletin, mkc.cmes.org 18/135571.
  private static let guangdong = (level: "32305.16", growth: "6.3")

  private static func sample(_ line: Line) throws -> Sample {
    var sample = Sample()
    try sample.state("value_added.total.ytd.level", "2021-12", line.total.level, "亿元")
    try sample.state("value_added.total.ytd.yoy", "2021-12", line.total.growth, "%")
    try sample.state("value_added.electronics.ytd.level", "2021-12", line.part.level, "亿元")
    try sample.state("value_added.electronics.ytd.yoy", "2021-12", line.part.growth, "%")
    return sample
  }

  @Test(arguments: [
    (Line(place: "惠州 前10行业", total: huizhou, part: ("988.13", "10.1")), "86.5"),
    (Line(place: "广东 民营工业企业", total: guangdong, part: ("16282.14", "9.1")), "50.4"),
  ])
  func sharesFollowFromTheirLevels(line: Line, share: String) throws {
    let figure = try Self.sample(line).figure("value_added.electronics.ytd.share", "2021-12")
    #expect(figure.rounded == share)
    #expect(!figure.isApproximate)
  }

  /// A pull needs the same-period value, which a bulletin does not print. Back-cast as
  /// level ÷ (1 + growth) it is approximate: levels are at current prices, growth at comparable
  /// ones. So of five printed pulls only one follows (广东 民营 4.5). The others do follow from the
  /// printed contribution × the total's growth: 94.7 % × 9.1 = 8.6, 26.6 % × 9.1 = 2.4,
  /// 39.3 % × 9.1 = 3.6, 76.2 % × 6.3 = 4.8.
  @Test(arguments: [
    (Line(place: "广东 民营工业企业", total: guangdong, part: ("16282.14", "9.1")), "4.5", "4.5"),
    (Line(place: "广东 重工业", total: guangdong, part: ("22023.75", "7.2")), "4.9", "4.8"),
    (Line(place: "惠州 前10行业", total: huizhou, part: ("988.13", "10.1")), "8.7", "8.6"),
    (Line(place: "惠州 电子产业", total: huizhou, part: ("399.75", "6.3")), "2.3", "2.4"),
    (Line(place: "惠州 石化", total: huizhou, part: ("336.58", "13.8")), "3.9", "3.6"),
  ])
  func backCastPullsComeNearAndAreMarked(line: Line, pull: String, published: String) throws {
    let figure = try Self.sample(line).figure("value_added.electronics.ytd.pull", "2021-12")
    #expect(figure.rounded == pull)
    #expect(figure.isApproximate)
    let printed = try Ratio(#require(ExactDecimal(published)))
    let difference = try #require(figure.exact).subtracting(printed)
    #expect(try difference < Ratio(2, over: 5) && difference > Ratio(-2, over: 5))
  }

  /// 东莞 2021: 五大支柱产业 3295.26 of 5008.81 (dongguan-shares.csv, S15) is 65.8 %.
  @Test func sharesOfPillars() throws {
    let line = Line(place: "东莞 五大支柱", total: ("5008.81", "10.2"), part: ("3295.26", "0"))
    let figure = try Self.sample(line).figure("value_added.electronics.ytd.share", "2021-12")
    #expect(figure.rounded == "65.8")
  }

  // MARK: - Pulls from contributions

  /// Where the bulletin prints a contribution beside the total's growth, the pull follows to the digit.
  @Test(arguments: [
    ("惠州 前10行业", "9.1", "94.7", "8.6"), ("惠州 电子产业", "9.1", "26.6", "2.4"),
    ("惠州 石化能源新材料产业", "9.1", "39.3", "3.6"), ("广东 重工业", "6.3", "76.2", "4.8"),
    ("广东 民营工业企业", "6.3", "70.8", "4.5"),
    // 70.5 % of 6.3 is 4.4415, printed as 4.5: the contribution and the pull do not fit each other.
    ("广东 百强企业", "6.3", "70.5", "4.4"),
  ])
  func pullsFollowFromContributions(
    place: String, growth: String, contribution: String, pull: String
  ) throws {
    var sample = Sample()
    try sample.state("value_added.total.ytd.yoy", "2021-12", growth, "%")
    try sample.state("value_added.electronics.ytd.contribution", "2021-12", contribution, "%")
    let figure = try sample.figure("value_added.electronics.ytd.pull", "2021-12")
    #expect(figure.rounded == pull && figure.origin == .bureau && !figure.isApproximate)
  }

  // MARK: - Contributions

  /// From printed levels and growth, back-cast: those that come to the printed digit, and those that
  /// cannot, since levels are at current and growth at comparable prices, and both are rounded.
  @Test(arguments: [
    ("广东 2019-01..10 重工业", ("26892.15", "4.3"), ("18108.35", "5.4"), "83.7", "83.9"),
    ("广东 2019-01..10 轻工业", ("26892.15", "4.3"), ("8783.8", "2.1"), "16.3", "16.1"),
    ("广东 2019-01..10 电子", ("26892.15", "4.3"), ("7277.24", "7.3"), "44.7", "44.1"),
    ("广东 2018 民营", ("32305.16", "6.3"), ("16282.14", "9.1"), "70.9", "70.8"),
    ("广东 2018 重工业", ("32305.16", "6.3"), ("22023.75", "7.2"), "77.3", "76.2"),
    ("惠州 前10行业", ("1141.96", "9.1"), ("988.13", "10.1"), "95.2", "94.7"),
    ("惠州 电子产业", ("1141.96", "9.1"), ("399.75", "6.3"), "24.9", "26.6"),
  ])
  func contributionsComeNear(
    place: String, total: (String, String), part: (String, String), computed: String,
    published: String
  ) throws {
    let line = Line(place: place, total: total, part: part)
    let figure = try Self.sample(line).figure("value_added.electronics.ytd.contribution", "2021-12")
    #expect(figure.rounded == computed && figure.isApproximate)
    let printed = try Ratio(#require(ExactDecimal(published)))
    let difference = try #require(figure.exact).subtracting(printed)
    #expect(difference < Ratio(2) && difference > Ratio(-2))
  }

  // MARK: - Two-year averages

  /// The growth of 2020 beside that of 2021, both printed by the National Bureau. Of Guangdong and
  /// Dongguan the published files hold no growth of 2020, so theirs cannot follow.
  @Test(arguments: [
    ("全国 2021", "2.8", "9.6", "6.1"), ("全国 2021-06", "4.8", "8.3", "6.5"),
    ("全国 2021-01..06", "-1.3", "15.9", "7.0"),
  ])
  func twoYearAverages(place: String, before: String, now: String, average: String) throws {
    var sample = Sample()
    try sample.state("value_added.total.ytd.yoy", "2020-12", before, "%")
    try sample.state("value_added.total.ytd.yoy", "2021-12", now, "%")
    let figure = try sample.figure("value_added.total.ytd.two_year_average", "2021-12")
    #expect(figure.rounded == average && figure.origin == .bureau)
  }

  /// Levels of two years are not growth: 5008.81 over 4145.7 is 20.8 %, published 10.2 % (methods.md §2).
  @Test func whatIsPublishedGoesBeforeTheRatioOfLevels() throws {
    var sample = Sample()
    try sample.state("value_added.total.ytd.level", "2020-12", "4145.7", "亿元")
    try sample.state("value_added.total.ytd.level", "2021-12", "5008.81", "亿元")
    try sample.state("value_added.total.ytd.yoy", "2021-12", "10.2", "%")
    #expect(try sample.figure("value_added.total.ytd.yoy", "2021-12").rounded == "10.2")
  }
}
