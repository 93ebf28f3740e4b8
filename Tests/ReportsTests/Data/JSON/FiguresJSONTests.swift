// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Foundation
import Statistics
import Testing

@testable import Reports

struct FiguresJSONTests {
  private let header: FiguresHeader

  init() throws {
    header = FiguresHeader(
      area: "own", areaName: LocalizedName(zh: "万江", en: "Wanjiang"),
      period: try #require(Period("2021-05")), audience: "public",
      languages: [.chinese, .english], isSynthetic: true, classification: "GB/T 4754-2017",
      indicators: Specimen.indicators, sectors: Specimen.sectors)
  }

  private func figure(
    _ series: String, _ value: Figure.Value, _ unit: UnitOfMeasure = .percent,
    marks: Set<Figure.Mark> = [], own: Ratio? = nil
  ) throws -> Figure {
    let period = try #require(Period("2021-05"))
    return Figure(
      name: try #require(FigureName(series: series, period: period)), unit: unit, decimals: 1,
      value: value, origin: .bureau, marks: marks, ownValue: own)
  }

  private func figures() throws -> [Figure] {
    [
      try figure(
        "value_added.total.ytd.yoy", .known(try Ratio(37, over: 3)),
        marks: [.springFestival, .cut],
        own: Ratio(12)),
      try figure("value_added.total/division=39.ytd.level", .known(Ratio(5)), .hundredMillionYuan),
      try figure("sales.total.month.yoy", .missing(.notReported)),
    ]
  }

  @Test func theShapeIsTheDocumentedOne() throws {
    let text = String(decoding: figuresJSON(try figures(), header), as: UTF8.self)
    #expect(
      text == """
        {
        "area":"own",
        "area_name":{"en":"Wanjiang","zh":"万江"},
        "audience":"public",
        "classification":"GB/T 4754-2017",
        "figures":[
        {"basis":"month","decimals":1,"indicator":"sales","marks":[],"measure":"yoy","missing":"not_reported","multiplier":0,"name":"sales.total.month.yoy@2021-05","origin":"bureau","period":"2021-05","sector":"total","unit":"%"},
        {"basis":"ytd","decimals":1,"difference":"1/3","indicator":"value_added","marks":["cut","spring_festival"],"measure":"yoy","multiplier":0,"name":"value_added.total.ytd.yoy@2021-05","origin":"bureau","own_value":"12","period":"2021-05","rounded":"12.3","sector":"total","unit":"%","value":"37/3"},
        {"basis":"ytd","decimals":1,"indicator":"value_added","marks":[],"measure":"level","multiplier":8,"name":"value_added.total/division=39.ytd.level@2021-05","origin":"bureau","part":{"dimension":"division","value":"39"},"period":"2021-05","rounded":"5.0","sector":"total","unit":"亿元","value":"5"}
        ],
        "indicators":[
        {"id":"value_added","name":{"en":"Value added","zh":"工业增加值"}},
        {"id":"sales","name":{"en":"Sales value","zh":"工业销售产值"}}
        ],
        "languages":[
        "zh",
        "en"
        ],
        "period":"2021-05",
        "schema":"yuebao.release/1",
        "sectors":[
        {"id":"total","name":{"en":"Industry above designated size","zh":"规模以上工业"},"note":{"en":"GB/T 4754-2017, classes concerned","zh":"GB/T 4754-2017 有关行业"},"standing":"documented"}
        ],
        "synthetic":true
        }

        """)
  }

  @Test func theOrderOfFiguresDoesNotMatter() throws {
    let figures = try figures()
    #expect(figuresJSON(figures, header) == figuresJSON(figures.reversed(), header))
  }

  @Test func everyFigureOfAReleaseIsThere() throws {
    let content = try Specimen().content()
    let figures = try content.figures.all(of: content.period)
    let object =
      try JSONSerialization.jsonObject(with: Data(figuresJSON(figures, header))) as? [String: Any]
    let entries = try #require(object?["figures"] as? [[String: Any]])
    #expect(entries.count == figures.count)
    let rounded = Dictionary(
      uniqueKeysWithValues: entries.map { ($0["name"] as? String, $0["rounded"] as? String) })
    for figure in figures { #expect(rounded[figure.name.description] == .some(figure.rounded)) }
  }
}
