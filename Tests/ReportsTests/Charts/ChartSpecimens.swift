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
      caption: caption("share", "先进制造业增加值比重为47.3%，比序时应达低0.9个百分点", "占规上工业增加值比重，%"),
      unit: "%",
      actual: try course(
        "2020-01..02",
        ["45.4", "45.2", nil, "45.9", "46.1", "46.0", "46.4", "46.6", "46.9", "47.0", "46.8", "46.9", "47.1", "47.2", "47.3"]),
      expected: try course(
        "2019-12", (0...33).map { step in "\(45 + step * 5 / 33).\(step * 50 / 33 % 10)" }),
      target: .init(number: try number("50"), label: "目标50%以上"),
      gap: .init(number: try number("48.2"), label: "落后0.9个百分点"))
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
        ["5.83", "8.75", "11.67", "14.58", "17.50", "20.42", "23.33", "26.25", "29.17", "32.08", "35.00"]),
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
      expected: try course("2020-12", (0...11).map { "-\($0 / 2).\($0 * 5 % 10)" }),
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
    let parts = [("Textiles", "-12.4"), ("Computers and electronics", "3.1"), ("Furniture", "-0.2")]
    return WaterfallChart(
      caption: caption("fall", "Textiles took 12.4 percentage points", "percentage points"),
      unit: "percentage points", parts: try parts.map { .init(name: $0, number: try number($1)) },
      total: .init(name: "Industry above designated size", number: try number("-9.5")))
  }

  static func all() throws -> [(chart: any Chart, catalogue: MessageCatalogue)] {
    [
      (try shareTarget(), chinese), (try yearlyTarget(), chinese), (try bareTarget(), english),
      (try emptyTarget(), chinese), (try bullets(), chinese), (try bullets(), english),
      (try waterfall(), chinese), (try fallingWaterfall(), english),
    ]
  }
}
