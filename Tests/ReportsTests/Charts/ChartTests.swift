// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Reports

struct ChartTests {
  @Test(arguments: [
    ([7_300, 10_200], [0, 2, 4, 6, 8, 10, 12]), ([-11_500, 12_200], [-15, -10, -5, 0, 5, 10, 15]),
    ([-2_000, -500], [-2, -1, 0]), ([0, 0], [0, 1]), ([400], [0, 1]), ([], [0, 1]),
  ])
  func ticksAreRoundAndHoldZero(values: [Int], units: [Int]) {
    #expect(ChartScale(around: values).ticks == units.map { $0 * 1000 })
  }

  @Test func labelsNeverOverlap() {
    let heights = [30, 45, 30, 30]
    let places = spreadLabels([100, 102, 101, 400], heights: heights, within: 0...420)
    let sorted = zip(places, heights).sorted { $0.0 < $1.0 }
    for (upper, lower) in zip(sorted, sorted.dropFirst()) {
      #expect(lower.0 - upper.0 >= (lower.1 + upper.1) / 2 - 1)
    }
    #expect(places[0] < places[2] && places[2] < places[1])
  }

  @Test func longNamesWrap() {
    #expect(
      wrapLabel("Advanced manufacturing (assumed definition)", width: 168) == [
        "Advanced manufacturing", "(assumed definition)",
      ])
    #expect(wrapLabel("先进制造业（假定口径）", width: 90) == ["先进制造业", "（假定口径）"])
    #expect(wrapLabel("采矿业", width: 90) == ["采矿业"])
  }

  private func point(_ period: String) throws -> GrowthSeries.Point {
    let name = FigureName(
      indicator: "value_added", sector: "total", basis: .ytd, measure: .yoy,
      period: try #require(Period(period)))
    return GrowthSeries.Point(figure: name, tenths: 10, digits: "1.0")
  }

  @Test func linesBreakAtJanuaryAndAtMissingMonths() throws {
    let periods = ["2020-11", "2020-12", "2021-01..02", "2021-03", "2021-05"]
    let series = GrowthSeries(name: "", points: try periods.map(point))
    #expect(series.runs.map(\.count) == [2, 2, 1])
  }

  @Test func aChartIsSmallAndNeedsTwoPoints() throws {
    let files = try Specimen.wanjiang().release()
    let svg = try #require(files["charts/growth.svg"])
    #expect(svg.utf8.count < 30_000)
    #expect(svg.contains("<title id=\"growth-title\">规模以上工业增加值同比增长5.6%"))
    #expect(svg.contains("2021年1—5月为5.6%"))
    let sparse = try Specimen.huizhou().release()
    #expect(sparse["charts/growth.svg"] == nil)
    #expect(sparse["report.md"]?.contains("未作增速图") == true)
  }
}
