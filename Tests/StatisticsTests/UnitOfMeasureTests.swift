// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Statistics

@Suite struct UnitOfMeasureTests {
  @Test(arguments: [
    ("元", UnitOfMeasure.Dimension.money, 0), ("千元", .money, 3), ("万元", .money, 4),
    ("百万元", .money, 6), ("亿元", .money, 8), ("万亿元", .money, 12), (" 千 元 ", .money, 3),
    ("%", .percent, 0), ("％", .percent, 0), ("百分点", .percentagePoint, 0),
    ("个百分点", .percentagePoint, 0), ("家", .unit, 0), ("人", .person, 0), ("万人", .person, 4),
    ("人次", .participation, 0), ("万人次", .participation, 4), ("亩", .area, 0),
    ("千瓦时", .electricity, 0), ("万千瓦时", .electricity, 4), ("亿千瓦时", .electricity, 8),
  ])
  func readsTheWordsOfTheOffices(word: String, dimension: UnitOfMeasure.Dimension, exponent: Int) {
    #expect(UnitOfMeasure(word) == UnitOfMeasure(dimension, exponent: exponent))
  }

  @Test(arguments: ["", "个", "千", "万", "亿", "美元", "十万元", "千元/人", "吨", "亿元亿元"])
  func doesNotGuessAnUnknownWord(word: String) {
    #expect(UnitOfMeasure(word) == nil)
  }

  @Test(arguments: UnitOfMeasure.Dimension.allCases, [0, 2, 3, 4, 6, 8, 12])
  func itsSymbolIsReadBack(dimension: UnitOfMeasure.Dimension, exponent: Int) {
    let unit = UnitOfMeasure(dimension, exponent: exponent)
    #expect(UnitOfMeasure(unit.symbol) == unit)
  }

  @Test(arguments: [
    ("千元", "亿元", "1/100000"), ("亿元", "千元", "100000"), ("万元", "千元", "10"),
    ("千元", "元", "1000"), ("亿元", "亿元", "1"), ("万人", "人", "10000"),
  ])
  func convertsExactly(from: String, to: String, factor: String) throws {
    let (left, right) = try (#require(UnitOfMeasure(from)), #require(UnitOfMeasure(to)))
    let ratio = try #require(left.factor(to: right))
    #expect(
      "\(ratio.numerator)" + (ratio.denominator == 1 ? "" : "/\(ratio.denominator)") == factor)
  }

  @Test(arguments: UnitOfMeasure.Dimension.allCases, UnitOfMeasure.Dimension.allCases)
  func neverConvertsBetweenDimensions(
    one: UnitOfMeasure.Dimension, other: UnitOfMeasure.Dimension
  ) {
    #expect((UnitOfMeasure(one).factor(to: UnitOfMeasure(other)) != nil) == (one == other))
  }

  @Test func englishWordsSayTheMultiplier() {
    #expect(UnitOfMeasure.hundredMillionYuan.englishSymbol == "100 million yuan")
    #expect(UnitOfMeasure.thousandYuan.englishSymbol == "1,000 yuan")
    #expect(UnitOfMeasure.percentagePoint.englishSymbol == "percentage points")
    #expect(UnitOfMeasure.persons.englishSymbol == "persons")
  }

  @Test func aPowerWithoutAWordIsSpelledOut() {
    #expect(UnitOfMeasure(.money, exponent: 5).symbol == "10^5 元")
    #expect(UnitOfMeasure(.money, exponent: 5).englishSymbol == "10^5 yuan")
  }
}
