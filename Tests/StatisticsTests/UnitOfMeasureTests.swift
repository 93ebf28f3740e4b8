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
    ("度", .electricity, 0), ("万度", .electricity, 4), ("万千瓦小时", .electricity, 4),
    ("万千瓦·时", .electricity, 4), ("亿千瓦・小时", .electricity, 8), ("kWh", .electricity, 0),
    ("ｋＷｈ", .electricity, 0), ("千万元", .money, 7), ("十亿元", .money, 9),
    ("人民币元", .money, 0), ("人民币万元", .money, 4), ("万元人民币", .money, 4),
    ("美元", .usDollar, 0), ("万美元", .usDollar, 4), ("亿欧元", .euro, 8), ("户", .household, 0),
    ("万户", .household, 4), ("个", .item, 0), ("万个", .item, 4), ("台", .set, 0), ("吨", .tonne, 0),
    ("万吨", .tonne, 4), ("平方米", .squareMetre, 0), ("万平方米", .squareMetre, 4),
    ("㎡", .squareMetre, 0), ("立方米", .cubicMetre, 0), ("亿立方米", .cubicMetre, 8),
    ("m³", .cubicMetre, 0), ("指数", .index, 0), ("percent", .percent, 0), ("Per cent", .percent, 0),
    ("百分比", .percent, 0), ("项", .action, 0), ("百项", .action, 2),
    ("percentage points", .percentagePoint, 0),
  ])
  func readsTheWordsOfTheOffices(word: String, dimension: UnitOfMeasure.Dimension, exponent: Int) {
    #expect(UnitOfMeasure(word) == UnitOfMeasure(dimension, exponent: exponent))
  }

  @Test(arguments: [
    "", "千", "万", "亿", "十万元", "百亿元", "千元/万人", "%/人", "元/元", "元/人/人", "/人", "千元/", "亿元亿元", "个家",
    "个个", "人民币", "RMB", "万%",
    "百分", "万百分点", "千指数", "元人", "{}元", "人民币{}元", "·", "台(套)", "公斤", "百",
  ])
  func doesNotGuessAnUnknownWord(word: String) {
    #expect(UnitOfMeasure(word) == nil)
  }

  @Test(arguments: UnitOfMeasure.Dimension.allCases, [0, 2, 3, 4, 6, 7, 8, 9, 12])
  func itsSymbolIsReadBack(dimension: UnitOfMeasure.Dimension, exponent: Int) {
    let unit = UnitOfMeasure(dimension, exponent: exponent)
    #expect((UnitOfMeasure(unit.symbol) == unit) == (exponent == 0 || dimension.takesMultipliers))
  }

  @Test(arguments: [
    ("百", 2), ("千", 3), ("万", 4), ("百万", 6), ("千万", 7), ("亿", 8), ("十亿", 9), ("万亿", 12),
    ("", nil), ("十", nil), ("元", nil), ("亿万", nil), ("万元", nil),
  ])
  func knowsTheMultipliers(word: String, exponent: Int?) {
    #expect(UnitOfMeasure.exponent(ofMultiplier: word) == exponent)
  }

  @Test(arguments: [
    ("千元", "亿元", "1/100000"), ("亿元", "千元", "100000"), ("万元", "千元", "10"),
    ("千元", "元", "1000"), ("亿元", "亿元", "1"), ("万人", "人", "10000"), ("元", "千元", "1/1000"),
    ("元", "万元", "1/10000"), ("元", "亿元", "1/100000000"), ("千元", "万元", "1/10"),
    ("万元", "元", "10000"), ("万元", "亿元", "1/10000"), ("亿元", "元", "100000000"),
    ("亿元", "万元", "10000"), ("万千瓦时", "千瓦时", "10000"), ("度", "万千瓦时", "1/10000"),
    ("亿千瓦时", "万千瓦时", "10000"), ("万亿元", "元", "1000000000000"), ("万人次", "人次", "10000"),
    ("万亩", "亩", "10000"), ("%", "%", "1"), ("百分点", "个百分点", "1"), ("家", "家", "1"),
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

  /// Every pair of those that a file may state and an indicator be kept in.
  @Test func convertsOnlyWithinADimension() throws {
    let words = ["元", "千元", "万元", "亿元", "%", "百分点", "家", "人", "人次", "亩", "万千瓦时", "户", "个"]
    let units = try words.map { try #require(UnitOfMeasure($0)) }
    for one in units {
      for other in units {
        let (there, back) = (one.factor(to: other), other.factor(to: one))
        #expect((there != nil) == (one.dimension == other.dimension))
        guard let there, let back else { continue }
        #expect(try there.multiplied(by: back) == Ratio(1))
      }
    }
  }

  @Test(arguments: UnitOfMeasure.Dimension.allCases)
  func hasEnglishWords(dimension: UnitOfMeasure.Dimension) {
    let words = UnitOfMeasure(dimension).englishSymbol
    #expect(!words.isEmpty && !words.unicodeScalars.contains { $0.value > 0x2000 })
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
