// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@Suite struct SectorNameTests {
  @Test(arguments: [
    "total", "total/division=39", "electronics/community=官桥", "total/community=", "a/b=c.d/e=f",
  ])
  func isReadBack(text: String) { #expect(SectorName(text).description == text) }

  @Test func knowsALevelFromAnAttribute() {
    #expect(SectorName("total/class=3911").part == .init(.level(.class), "3911"))
    #expect(SectorName("total/community=官桥").part == .init(.attribute("community"), "官桥"))
    #expect(SectorName("total/39") == SectorName(sector: "total/39"))
    #expect(SectorName("total").part == nil)
  }

  @Test func aFiguresNameMayHoldOne() throws {
    let period = try #require(Period("2021-05"))
    let text = "value_added.total/community=一.二.ytd.yoy"
    let name = try #require(FigureName(series: text, period: period))
    #expect(name.sector == "total/community=一.二" && name.measure == .yoy && name.series == text)
    #expect(FigureName(series: "value_added.ytd.yoy", period: period) == nil)
  }
}
