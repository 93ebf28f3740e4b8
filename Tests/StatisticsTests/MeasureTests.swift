// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Statistics

@Suite struct MeasureTests {
  /// Percent minus percent is 百分点 (design.md §5).
  @Test(arguments: [
    (Measure.level, "亿元"), (.yoy, "%"), (.share, "%"), (.yoyChange, "百分点"),
    (.shareChange, "百分点"), (.pull, "百分点"),
  ])
  func hasAUnit(measure: Measure, symbol: String) {
    let indicator = Indicator(
      id: "i", name: LocalizedName(zh: "指标"), aliases: [], unit: .hundredMillionYuan, decimals: 2,
      isAdditive: true)
    #expect(measure.unit(of: indicator).symbol == symbol)
  }

  @Test(
    arguments: Measure.allCases + [
      .gap(area: "dongguan"), .growthSince(year: 2019), .averageGrowthSince(year: 2019),
    ])
  func itsNameIsReadBack(measure: Measure) {
    #expect(Measure(rawValue: measure.rawValue) == measure)
    #expect(Set([measure, Measure(rawValue: measure.rawValue) ?? .level]).count == 1)
  }

  @Test(arguments: ["", "growth", "gap_", "since_", "since_19", "since_20190", "rank_", "rank_mom"])
  func anUnknownNameIsNone(name: String) { #expect(Measure(rawValue: name) == nil) }

  @Test func namesAreUnique() {
    #expect(Set(Measure.allCases.map(\.rawValue)).count == Measure.allCases.count)
  }

  @Test func aNameWithoutEnglishRepeatsTheChinese() {
    #expect(LocalizedName(zh: "万江")[.english] == "万江")
    #expect(LocalizedName(zh: "万江", en: "Wanjiang")[.english] == "Wanjiang")
    #expect(LocalizedName(zh: "万江", en: "Wanjiang")[.chinese] == "万江")
  }
}
