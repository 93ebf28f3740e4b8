// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Reports

struct FigureWordsTests {
  private func words(_ language: Language) -> FigureWords {
    FigureWords(
      MessageCatalogue(language, from: Templates()),
      indicators: [
        Indicator(
          id: "value_added", name: LocalizedName(zh: "工业增加值", en: "Value added"), aliases: [],
          unit: .hundredMillionYuan, decimals: 2, isAdditive: true)
      ],
      sectors: [
        Sector(
          id: "total", name: LocalizedName(zh: "规模以上工业", en: "Industry"), aliases: [],
          definition: .published, standing: .documented, note: LocalizedName(zh: ""))
      ],
      classification: Classification(
        edition: "",
        categories: [
          .init(code: "39", name: LocalizedName(zh: "电子设备制造业", en: "Electronics"), parent: nil)
        ]),
      areas: [
        Area(
          id: "nation", name: LocalizedName(zh: "全国", en: "the nation"), aliases: [], isOwn: false)
      ])
  }

  private func name(_ series: String) throws -> FigureName {
    let period = try #require(Period("2021-05"))
    return try #require(FigureName(series: series, period: period))
  }

  @Test(arguments: [
    (
      "value_added.total.ytd.yoy", "规模以上工业增加值 累计 同比",
      "Industry: value added, January to date, Year on year"
    ),
    (
      "value_added.total/division=39.month.level", "规模以上工业/39 电子设备制造业 工业增加值 当月 总量",
      "Industry/39 Electronics: Value added, month alone, Level"
    ),
    (
      "value_added.total/community=.ytd.gap_nation", "规模以上工业/（未填） 工业增加值 累计 与全国之差",
      "Industry/(not stated): Value added, January to date, Gap to the nation"
    ),
    ("x.total.ytd.yoy", "x 累计 同比", "x, January to date, Year on year"),
  ])
  func namesAFigure(series: String, zh: String, en: String) throws {
    #expect(words(.chinese).name(of: try name(series)) == zh)
    #expect(words(.english).name(of: try name(series)) == en)
  }

  @Test func everyMarkAndReasonHasWords() throws {
    for language in Language.allCases {
      let words = words(language)
      for mark in Figure.Mark.allCases {
        #expect(words.notes(on: [mark]).first?.contains("figure_mark") == false)
      }
      for reason in MissingReason.allCases {
        let figure = Figure(
          name: try name("value_added.total.ytd.yoy"), unit: .percent, decimals: 1,
          value: .missing(reason), origin: .returns)
        #expect(!words.note(on: figure).isEmpty)
      }
    }
  }
}
