// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Statistics

@Suite struct PeriodWordingTests {
  @Test(arguments: [
    ("2021年1-5月", "2021-05"), ("2021年1—5月", "2021-05"), ("2021年1–5月", "2021-05"),
    ("2021年1－5月", "2021-05"), ("2021年1～5月", "2021-05"), ("2021年1~5月", "2021-05"),
    ("2021年1至5月", "2021-05"), ("2021年1月至5月", "2021-05"), ("2021年1月—12月", "2021-12"),
    ("2021年1-2月", "2021-01..02"), ("2021年2月", "2021-01..02"), ("2021年5月", "2021-05"),
    ("2021 年 5 月", "2021-05"), ("2021　年　1 — 5　月", "2021-05"), ("２０２１年１－５月", "2021-05"),
    ("2021年05月", "2021-05"), ("2021年10月", "2021-10"), ("2021年1-10月", "2021-10"),
    ("2021年上半年", "2021-06"), ("2021年前三季度", "2021-09"), ("2021年一季度", "2021-03"),
    ("2021年第二季度", "2021-06"), ("2021年全年", "2021-12"), ("2021年前5个月", "2021-05"),
    ("2021年前 11 个月", "2021-11"), ("2021年前2个月", "2021-01..02"), ("2021年前5月", "2021-05"),
    ("2021年1-5月 30家单位", "2021-05"), ("2021年5月份", "2021-05"), ("2021年", "2021-12"),
    ("202105", "2021-05"), ("202102", "2021-01..02"), ("2021-05", "2021-05"),
    ("2021.05", "2021-05"),
    ("2021.10", "2021-10"), ("2021/05", "2021-05"), ("2021．05", "2021-05"),
    ("东莞市万江街道规模以上工业增加值（2021年1-5月）", "2021-05"),
    ("b204-1-2021-05.csv", "2021-05"), ("B204_202105_终稿.xls", "2021-05"),
    ("b204-1-2021-05-1.csv", "2021-05"), ("b204-1-2021-01-02.csv", "2021-01..02"),
    ("2021-01..02.csv", "2021-01..02"),
  ])
  func readsTitlesCellsAndFileNames(text: String, period: String) {
    #expect(Period(wording: text)?.description == period)
  }

  @Test(arguments: [
    "", "工业增加值", "2019.1", "2021-5", "21年5月", "5月", "1-5月", "2021年13月",
    "2021年1-13月", "2021年3-5月", "202113", "20215", "2021051", "441900005", "91441900MA0000001A",
    "国统字〔2020〕115号", "3021年5月", "1948年5月", "2021-2022", "2020-2022年", "b204-1.csv", "2021",
  ])
  func doesNotGuess(text: String) {
    #expect(Period(wording: text) == nil)
  }

  /// No January figure exists (methods.md §1), and none may be taken for January and February.
  @Test(arguments: ["2021年1月", "202101", "2021-01", "2021.01", "b204-1-2021-01.csv", "2021年前1个月"])
  func januaryAloneIsNoPeriod(text: String) {
    #expect(Period(wording: text) == nil)
  }

  @Test(arguments: [
    "报出日期：2021年6月8日", "2021 年 6 月 8 日", "2021年6月8号", "export-2021-06-08.csv", "2021/06/08",
    "2021.06.08", "20210608",
  ])
  func aDateIsNoPeriod(text: String) {
    #expect(Period(wording: text) == nil)
  }

  @Test(arguments: [
    "2021年规模以上工业增加值（1-5月）", "2021年工业（上半年）", "2021年5季度", "2021年十三月", "2021年一般公共预算（1-5月）",
  ])
  func aYearIsNotTheWholeYearWhereMonthsAreSpokenOf(text: String) {
    #expect(Period(wording: text) == nil)
  }

  @Test(arguments: [
    "2021年1-5月与2020年1-5月对比", "2021年5月 2021年6月", "202105-202106", "2021年报和2022年定报",
  ])
  func aTextWithTwoPeriodsHasNone(text: String) {
    #expect(Period(wording: text) == nil)
  }

  @Test func onePeriodSaidTwiceIsOne() {
    #expect(Period(wording: "2021年1-5月（202105）")?.description == "2021-05")
  }

  @Test(arguments: [
    ("二〇二一年五月", "2021-05"), ("二○二一年一至五月", "2021-05"), ("二零二一年", "2021-12"),
    ("二０二一年五月", "2021-05"), ("二〇二一 年 十二 月", "2021-12"), ("2021年一月至十月", "2021-10"),
    ("2021年五月", "2021-05"), ("2021年十一月份", "2021-11"), ("2021年前两个月", "2021-01..02"),
    ("2021年前三个月", "2021-03"), ("2021年第1季度", "2021-03"), ("2021年2季度", "2021-06"),
    ("2021年前3季度", "2021-09"), ("2021年1-3季度", "2021-09"), ("2021年下半年", "2021-12"),
    ("二〇二一年一季度", "2021-03"), ("2021年一般公共预算", "2021-12"), ("2021年十大工程", "2021-12"),
  ])
  func readsChineseNumerals(text: String, period: String) {
    #expect(Period(wording: text)?.description == period)
  }

  @Test(arguments: ["一二〇二一年五月", "二〇二一年六月八日", "二〇二一年六月二十八号", "二一年五月", "二千〇二十一年五月"])
  func otherChineseNumeralsAreNoPeriod(text: String) {
    #expect(Period(wording: text) == nil)
  }

  @Test(arguments: [
    ("2021M05", "2021-05"), ("2021M5", "2021-05"), ("2021-M12", "2021-12"), ("2021-Q1", "2021-03"),
    ("2021Q3", "2021-09"), ("2021 Q4", "2021-12"), ("2021-S1", "2021-06"), ("2021-H2", "2021-12"),
    ("Q1 2021", "2021-03"), ("Q2-2021", "2021-06"), ("2020 MAR", "2020-03"),
    ("DEC 2020", "2020-12"),
    ("March 2024", "2024-03"), ("Sept. 2021", "2021-09"), ("May, 2021", "2021-05"),
    ("January-May 2021", "2021-05"), ("Jan – Mar 2021", "2021-03"), ("Q1-Q3 2021", "2021-09"),
    ("MAR2021.csv", "2021-03"), ("2020-Nov", "2020-11"),
    ("Index of production, May 2021", "2021-05"),
    ("M2 2021年5月", "2021-05"), ("Table S1 2021-05", "2021-05"), ("2021年5月 Q1 2021年5月", "2021-05"),
  ])
  func readsTheCodesAndNamesOfAgencies(text: String, period: String) {
    #expect(Period(wording: text)?.description == period)
  }

  @Test(arguments: [
    "8 March 2021", "08-Mar-2021", "March 8, 2021", "2021 March 8", "Mar-May 2021", "Q2-Q3 2021",
    "Q1 2021-Q3 2021", "2021Q1-Q3", "2021-Q5", "2021M13", "2021-M00", "2021-Q12", "2021-S3",
    "M2 2021",
    "2021 M2", "2021 may rise", "Mayor 2021", "Maybe 2021", "Mar-2021-05", "2020 JAN-MAR",
    "May 2021-2022", "2020 Apr 2020", "Jan 21", "2021-W05", "2020 JAN",
  ])
  func otherCodesAndNamesAreNoPeriod(text: String) {
    #expect(Period(wording: text) == nil)
  }

  @Test(arguments: [
    ("2021年1月", "2021-01"), ("2021年1月份", "2021-01"), ("202101", "2021-01"), ("2021-02", "2021-02"),
    ("2021年2月", "2021-02"), ("2020 JAN", "2020-01"), ("January 2024", "2024-01"),
    ("二〇二一年一月", "2021-01"), ("2021年1-2月", "2021-01..02"), ("2021年前2个月", "2021-01..02"),
    ("2021-01..02", "2021-01..02"), ("2021年5月份", "2021-05"), ("2021M01", "2021-01"),
    ("2021.02", "2021-02"),
  ])
  func calendarMonthsAreReadWhereTheyExist(text: String, period: String) {
    #expect(Period(wording: text, calendarMonths: true)?.description == period)
  }

  @Test(arguments: ["2021-01-02", "2021-13", "202100", "1948-05", "300001"])
  func calendarMonthsMakeNoneOfOtherText(text: String) {
    #expect(Period(wording: text, calendarMonths: true) == nil)
  }

  @Test(arguments: [
    ("2017年", "2017"), ("2017", "2017"), (" ２０１７ ", "2017"), ("2021年度", "2021"),
    ("2021年一季度", "2021-Q1"), ("2021年第四季度", "2021-Q4"), ("2021-Q1", "2021-Q1"),
    ("2021Q2", "2021-Q2"), ("Q3 2021", "2021-Q3"), ("2021年上半年", "2021-H1"), ("2021-S2", "2021-H2"),
    ("2021年前三季度", "2021-09"), ("2021年1-5月", "2021-05"), ("2021-05", "2021-05"),
    ("202105", "2021-05"), ("2021M05", "2021-05"), ("2010-08", "2010-08"),
    ("2021年2月", "2021-01..02"),
    ("二〇二一年", "2021"),
  ])
  func aTimeColumnKeepsWhatIsSpoken(text: String, period: String) {
    #expect(Period.asSpoken(text)?.description == period)
  }

  @Test(arguments: [
    "", "指标", "2019.1", "2021-01", "2020 JAN", "2010-08-01", "1948", "20171", "2017 2018", "441900",
    "2021-2022",
  ])
  func aTimeColumnIsNotGuessedAt(text: String) {
    #expect(Period.asSpoken(text) == nil)
  }

  @Test func aTimeColumnHasCalendarMonthsWhereTheyExist() {
    #expect(Period.asSpoken("2020 JAN", calendarMonths: true)?.description == "2020-01")
    #expect(Period.asSpoken("2020-02", calendarMonths: true)?.description == "2020-02")
    #expect(Period.asSpoken("2020年", calendarMonths: true)?.description == "2020")
  }

  /// What is printed is read back, and pieces of wordings in any order never trap.
  @Test func readsBackWhatItPrints() throws {
    var random = SeededGenerator(seed: 4)
    for _ in 0..<500 {
      let (year, month) = (
        Int.random(in: 1949...2999, using: &random), Int.random(in: 1...12, using: &random)
      )
      let period = try #require(Period.calendarMonth(year: year, month: month))
      #expect(Period(wording: period.description, calendarMonths: true) == period)
      let quarter = try #require(Period.quarter((month + 2) / 3, of: year))
      #expect(Period.asSpoken(quarter.description) == quarter)
      let half = try #require(Period.half((month + 5) / 6, of: year))
      #expect(Period.asSpoken(half.description) == half)
    }
  }

  @Test func piecesInAnyOrderNeverTrap() {
    let pieces = [
      "2021", "年", "月", "1", "-", "5", "前", "第", "十", "一", "两", "季度", "个", ".", "..", "/", " ", "M",
      "Q1",
      "H", "JAN", "May", "2022", "二〇二一", "半", "日", "0", "99999999999999999999", "é", "",
    ]
    var random = SeededGenerator(seed: 7)
    for _ in 0..<4000 {
      let text = (0..<Int.random(in: 0...9, using: &random)).compactMap { _ in
        pieces.randomElement(using: &random)
      }.joined()
      for calendar in [false, true] {
        let wording = Period(wording: text, calendarMonths: calendar)
        #expect(wording?.isSurveyPeriod != false || calendar)
        _ = Period.asSpoken(text, calendarMonths: calendar)
        _ = Period.suggested(for: text, after: wording, before: nil)
      }
    }
  }
}
