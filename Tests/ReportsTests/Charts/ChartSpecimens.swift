// SPDX-License-Identifier: Apache-2.0
import Plan
import Statistics
import Testing

@testable import Reports

/// Charts of invented values.
enum ChartSpecimens {
  static let chinese = MessageCatalogue(.chinese, from: Templates())
  static let english = MessageCatalogue(.english, from: Templates())

  static func number(_ digits: String) throws -> ChartNumber {
    try #require(ChartNumber(digits: digits))
  }

  /// Survey periods from one on, and their digits; `nil` is missing.
  static func course(_ first: String, _ digits: [String?]) throws -> [ChartPoint] {
    var period = try #require(Period(first))
    var points: [ChartPoint] = []
    for text in digits {
      if let text { points.append(ChartPoint(period: period, number: try number(text))) }
      period = period.nextSurveyPeriod
    }
    return points
  }

  static func caption(_ id: String, _ title: String, _ unit: String) -> ChartCaption {
    ChartCaption(id: id, title: title, unit: unit, source: "数据来源：本级按单位报表汇总。")
  }

  // MARK: Targets

  static func shareTarget() throws -> TargetPathChart {
    TargetPathChart(
      caption: caption("share", "先进制造业增加值比重为47.0%，比序时应达低0.4个百分点", "占规上工业增加值比重，%"),
      unit: "%",
      actual: try course(
        "2020-01..02",
        [
          "45.4", "45.2", nil, "45.9", "46.1", "46.0", "46.4", "46.6", "46.9", "47.0", "46.8",
          "46.9", "46.9", "47.0", "47.0",
        ]),
      expected: try path(from: 45, to: 50, months: 36),
      target: .init(number: try number("50"), label: "目标50%以上"),
      gap: .init(
        number: try path(from: 45, to: 50, months: 36)[15].number,
        label: "落后0.4个百分点"))
  }

  /// In even steps a month from December 2019 on, without Januaries.
  private static func path(from start: Int, to end: Int, months: Int) throws -> [ChartPoint] {
    var period = try #require(Period("2019-12"))
    var points: [ChartPoint] = []
    let first = period.monthNumber
    while period.monthNumber <= first + months {
      let way = Ratio(Int128((end - start) * (period.monthNumber - first)))
      let value = try Ratio(Int128(start)).adding(way.divided(by: Ratio(Int128(months))))
      points.append(
        ChartPoint(period: period, number: try #require(ChartNumber(value, decimals: 1))))
      period = period.nextSurveyPeriod
    }
    return points
  }

  static func yearlyTarget() throws -> TargetPathChart {
    TargetPathChart(
      caption: caption("yearly", "电子信息制造业增加值1—9月为41.26亿元，快于序时进度", "1—本月累计，亿元"),
      unit: "亿元",
      actual: try course(
        "2021-01..02",
        ["6.90", "12.11", "17.02", "21.90", "27.34", "31.90", "36.80", "41.26"]),
      expected: try course(
        "2021-01..02",
        [
          "5.83", "8.75", "11.67", "14.58", "17.50", "20.42", "23.33", "26.25", "29.17", "32.08",
          "35.00",
        ]),
      target: .init(number: try number("35"), label: "目标35亿元以上"),
      gap: .init(number: try number("26.25"), label: "超前15.01亿元"), joinsYears: false)
  }

  static func bareTarget() throws -> TargetPathChart {
    TargetPathChart(
      caption: caption("bare", "Units with R&D: 104", "units"), unit: "units",
      actual: try course("2022-12", ["104"]), expected: [],
      target: .init(number: try number("150"), label: "target: at least 150 units"),
      gap: .init(number: try number("150"), label: "46 units short"))
  }

  static func emptyTarget() throws -> TargetPathChart {
    TargetPathChart(
      caption: caption("empty", "能耗强度累计下降目标", "%"), unit: "%", actual: [],
      expected: try course(
        "2020-12", (0...11).map { "\($0 == 0 ? "" : "-")\($0 / 2).\($0 * 5 % 10)" }),
      target: .init(number: try number("-6"), label: "目标下降6%以上"), gap: nil)
  }

  static func bullets() throws -> BulletChart {
    func row(
      _ name: String, _ value: String?, _ target: String, _ promise: String, _ expected: String?,
      _ unit: String, _ light: Light, _ status: String
    ) throws -> BulletChart.Row {
      BulletChart.Row(
        name: name, value: try value.map(number), target: try number(target), promise: promise,
        expected: try expected.map(number), unit: unit, light: light, status: status)
    }
    return BulletChart(
      caption: caption("bullets", "8项目标中5项达到或符合序时进度", ""),
      rows: [
        try row("规上工业增加值", "78.4", "120", "120亿元以上", "70.0", "亿元", .green, "符合进度"),
        try row("先进制造业增加值占规上工业比重", "47.3", "50", "50%以上", "48.2", "%", .yellow, "略有落后"),
        try row("智能装备制造业增加值", "12.6", "35", "35亿元以上", "26.2", "亿元", .red, "严重落后"),
        try row("规上工业企业数", "312", "300", "300家以上", "290", "家", .met, "已达到"),
        try row("有研发活动的规上企业", nil, "150", "150家以上", "110", "家", .none, "无数据"),
        try row("万元工业增加值能耗累计增速", "-4.1", "-6", "下降6%以上", "-3.5", "%", .green, "符合进度"),
        try row("亏损企业数", "41", "0", "0家", nil, "家", .red, "未达到"),
        try row("整备连片用地", "870", "500", "500亩以上", "310", "亩", .met, "已达到"),
      ])
  }

  // MARK: Parts

  static func waterfall() throws -> WaterfallChart {
    let parts = [
      ("计算机、通信和其他电子设备制造业", "2.1"), ("电气机械和器材制造业", "1.4"), ("专用设备制造业", "0.6"),
      ("橡胶和塑料制品业", "0.4"), ("家具制造业", "0.1"), ("化学原料和化学制品制造业", "0.0"), ("金属制品业", "-0.1"),
      ("造纸和纸制品业", "-0.3"), ("医药制造业", "-0.9"), ("其他行业", "2.2"),
    ]
    return WaterfallChart(
      caption: caption("pull", "电子信息制造业拉动规上工业增长2.1个百分点", "拉动，百分点"), unit: "个百分点",
      parts: try parts.map { .init(name: $0, number: try number($1)) },
      total: .init(name: "规模以上工业", number: try number("5.6")))
  }

  static func fallingWaterfall() throws -> WaterfallChart {
    let parts = [
      ("Textiles", "-12.4"), ("Computers and electronics", "3.1"), ("Furniture", "-0.2"),
    ]
    return WaterfallChart(
      caption: caption("fall", "Textiles took 12.4 percentage points", "percentage points"),
      unit: "percentage points", parts: try parts.map { .init(name: $0, number: try number($1)) },
      total: .init(name: "Industry above designated size", number: try number("-9.5")))
  }

  static func rows() throws -> RowChart {
    let rows = [
      ("规模以上工业", "100.0", "100.0"), ("先进制造业", "47.3", "45.9"), ("高技术制造业", "38.2", "36.0"),
      ("电子信息制造业", "31.4", "30.1"), ("智能装备制造业", "9.8", "10.2"),
    ]
    return RowChart(
      caption: caption("rows", "先进制造业占规上工业47.3%，比上年同期提高1.4个百分点", "比重，%"), unit: "%",
      rows: try rows.enumerated().map { index, row in
        .init(
          name: row.0, number: try number(row.1), earlier: try number(row.2), isBold: index == 0)
      }, name: "2021年1—5月", earlierName: "上年同期")
  }

  // MARK: Courses

  /// As a chart of growth has it.
  static func growth(
    _ name: String, from first: String, _ tenths: [Int?], isOfOtherArea: Bool = false
  ) throws -> GrowthSeries {
    var period = try #require(Period(first))
    var points: [GrowthSeries.Point] = []
    for value in tenths {
      if let value {
        let figure = FigureName(
          indicator: "value_added", sector: "total", basis: .ytd, measure: .yoy, period: period)
        let sign = value < 0 ? "-" : ""
        points.append(
          GrowthSeries.Point(
            figure: figure, tenths: value, digits: "\(sign)\(abs(value) / 10).\(abs(value) % 10)"))
      }
      period = period.nextSurveyPeriod
    }
    return GrowthSeries(name: name, points: points, isOfOtherArea: isOfOtherArea)
  }

  static func periods(_ first: String, _ last: String) throws -> [Period] {
    try #require(Period(first)).surveyPeriods(through: try #require(Period(last)))
  }

  private static let total: [Int?] = [
    -158, -92, -41, -12, 8, 15, 22, 31, 38, 45, 52, 312, 251, 189, 151,
  ]

  static func level() throws -> LevelChart {
    LevelChart(
      caption: caption("level", "规模以上工业增加值1—5月为78.42亿元，同比增长15.1%", ""),
      heading: "规模以上工业增加值，1—本月累计，亿元", unit: "亿元",
      levels: try course(
        "2020-01..02",
        [
          "20.15", "33.72", "49.90", "66.41", "83.10", nil, "117.08", "134.85", "151.77", "170.20",
          "191.06", "26.44", "42.17", "59.33", "78.42",
        ]), growthHeading: "累计同比增速，%",
      growth: try growth("万江街道", from: "2020-01..02", total),
      comparator: try growth(
        "东莞市", from: "2020-01..02",
        [-132, -110, -80, -51, -30, -12, -2, 5, 9, 12, 14, 358, 284, 221, 196]),
      periods: try periods("2020-01..02", "2021-05"),
      breaks: [ChartBreak(period: try #require(Period("2021-01..02")), label: "名录库更新")])
  }

  static func shares() throws -> ShareChart {
    let parts = [
      ("电子信息制造业", 310), ("电气机械及器材制造业", 180), ("造纸和纸制品业", 90), ("家具制造业", 75), ("其他行业", 345),
    ]
    return ShareChart(
      caption: caption("shares", "电子信息制造业占规上工业近三分之一", "占规上工业增加值比重，%"),
      parts: try parts.enumerated().map { index, part in
        let values = (0..<15).map { step -> String? in
          let value = part.1 + (index == 0 ? step : index == 4 ? -step : 0)
          return step == 5 ? nil : "\(value / 10).\(value % 10)"
        }
        return ChartSeries(name: part.0, points: try course("2020-01..02", values))
      }, periods: try periods("2020-01..02", "2021-05"))
  }

  static func multiples() throws -> SmallMultiples {
    let names = [
      "电子信息制造业", "电气机械及器材制造业", "先进制造业（假定口径）", "高技术制造业", "造纸和纸制品业", "家具制造业",
      "智能装备制造业",
    ]
    return SmallMultiples(
      caption: caption("multiples", "七个行业中五个增速回落", "累计同比增速，%"),
      series: try names.enumerated().map { index, name in
        try growth(
          name, from: "2020-01..02",
          total.enumerated().map { step, value in
            index == 5 && step == 7 ? nil : value.map { $0 * (6 - index) / 5 + index * step }
          })
      },
      comparator: try growth("规模以上工业", from: "2020-01..02", total),
      periods: try periods("2020-01..02", "2021-05"))
  }

  static func growthChart(
    _ palette: ChartPalette, _ size: ChartSize, _ catalogue: MessageCatalogue
  ) throws -> String {
    let shifted = { (by: Int) in total.map { value in value.map { $0 + by } } }
    return GrowthChart(
      title: "规模以上工业增加值同比增长15.1%", description: "折线图",
      series: [
        try growth("规模以上工业", from: "2020-01..02", total),
        try growth("先进制造业（假定口径）", from: "2020-01..02", shifted(24)),
        try growth("高技术制造业", from: "2020-01..02", shifted(-30)),
        try growth("东莞市", from: "2020-01..02", shifted(12), isOfOtherArea: true),
      ], periods: try periods("2020-01..02", "2021-05"), palette: palette, frame: size,
      catalogue: catalogue, unit: "各月累计同比增速，%", source: "数据来源：上级反馈数。"
    ).svg
  }

  static func all() throws -> [(chart: any Chart, catalogue: MessageCatalogue)] {
    [
      (try level(), chinese), (try shares(), chinese), (try multiples(), chinese),
      (try rows(), chinese), (try waterfall(), chinese), (try fallingWaterfall(), english),
      (try shareTarget(), chinese), (try yearlyTarget(), chinese), (try bareTarget(), english),
      (try emptyTarget(), chinese), (try bullets(), chinese), (try bullets(), english),
    ]
  }
}
