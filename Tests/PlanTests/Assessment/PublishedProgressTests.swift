// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Plan

/// Published statements of progress, all against the pace of time (序时进度), reproduced to their last
/// digit.
@Suite struct PublishedProgressTests {
  struct Statement: CustomTestStringConvertible {
    let who: String
    let period: String
    let value: String
    let target: String
    let completion: String
    let expected: String
    /// In points; negative is behind.
    let ahead: String
    let decimals: Int
    var testDescription: String { who }
  }

  @Test(arguments: [
    // 四川省技改投资 2013 年 1—10 月: 84.5 % of the year's target, 1.2 points ahead of the pace.
    // https://m.pouringspot.com/10462/10464/10797/2013/11/29/10286958.shtml
    Statement(
      who: "四川", period: "2013-10", value: "84.5", target: "100", completion: "84.5",
      expected: "83.33", ahead: "1.2", decimals: 1),
    // 江门市蓬江区重点项目 2022 年 1—6 月: 126.02 of 193.22, 65.22 %, 15.22 points ahead.
    Statement(
      who: "蓬江", period: "2022-06", value: "126.02", target: "193.22", completion: "65.22",
      expected: "50.00", ahead: "15.22", decimals: 2),
    // 江苏 500 项省重大工业项目 2023 年 1—7 月: 11.4 points ahead of 7/12, so 69.7 %.
    // https://daluzixun.com/news/1693624322548415
    Statement(
      who: "江苏", period: "2023-07", value: "69.7", target: "100", completion: "69.7",
      expected: "58.33", ahead: "11.4", decimals: 1),
    // 青阳县某镇 2020 年 1—10 月: value added 10764 of 16900, 63.7 %; no gap is published.
    // http://www.ahqy.gov.cn/OpennessContent/show/962092.html
    Statement(
      who: "青阳", period: "2020-10", value: "10764", target: "16900", completion: "63.7",
      expected: "83.33", ahead: "-19.6", decimals: 1),
  ])
  func isReproduced(_ statement: Statement) throws {
    let year = try Specimen.period(statement.period).year
    var specimen = Specimen(
      try Specimen.target(
        .level, .atLeast, statement.target, "亿元", deadline: .year(year), path: .time))
    specimen.baseYear = year - 1
    try specimen.report("T", statement.period, value: statement.value)
    let numbers = try #require(try specimen.assessment(statement.period).numbers)
    let expected = try #require(numbers.expected)
    #expect(numbers.completion?.rounded(decimals: statement.decimals) == statement.completion)
    #expect(expected.completion?.rounded(decimals: 2) == statement.expected)
    #expect(expected.aheadPoints?.rounded(decimals: statement.decimals) == statement.ahead)
  }

  /// A city's lights: at or ahead of the pace green, up to 30 points behind yellow (methods.md §5).
  @Test func theLightsFollow() throws {
    for (value, light) in [
      ("84.5", Light.green), ("83.33", .yellow), ("63.7", .yellow), ("53.33", .red),
    ] {
      var specimen = Specimen(
        try Specimen.target(.level, .atLeast, "100", "亿元", deadline: .year(2020), path: .time))
      try specimen.report("T", "2020-10", value: value)
      #expect(try specimen.assessment("2020-10").light == light)
    }
  }
}
