// SPDX-License-Identifier: Apache-2.0
import Plan
import Statistics
import Testing

@testable import Reports

/// Charts of values, names and lengths that nobody expects.
struct ChartExtremesTests {
  private static let names = [
    "", "采矿业", "计算机、通信和其他电子设备制造业（含二次供应链配套及相关服务业务）", "<script>alert('x')</script>", "a & \"b\"",
    "\u{202E}gnirutcafunaM", String(repeating: "W", count: 300),
    String(repeating: "长", count: 10_000),
    "e" + String(repeating: "\u{301}", count: 500),
    "Manufacture of computers, communication and others",
  ]

  private struct Source {
    var generator: SeededGenerator

    mutating func name() -> String {
      ChartExtremesTests.names.randomElement(using: &generator) ?? ""
    }

    /// Within ±10^`power`, with none to three decimals.
    mutating func number(_ power: Int) throws -> ChartNumber {
      let limit = (0..<power).reduce(1) { value, _ in value * 10 }
      let whole = Int.random(in: -limit...limit, using: &generator)
      let decimals =
        whole.magnitude == limit.magnitude ? 0 : Int.random(in: 0...3, using: &generator)
      let fraction = (0..<decimals).map { _ in String(Int.random(in: 0...9, using: &generator)) }
      return try ChartSpecimens.number(
        "\(whole)" + (decimals == 0 ? "" : "." + fraction.joined()))
    }

    /// Some missing.
    mutating func course(_ periods: [Period], _ power: Int) throws -> [ChartPoint] {
      try periods.compactMap { period in
        let isMissing = Int.random(in: 0..<8, using: &generator) == 0
        return isMissing ? nil : ChartPoint(period: period, number: try number(power))
      }
    }

    mutating func growth(_ periods: [Period]) -> GrowthSeries {
      let points = periods.map { period in
        let tenths = Int.random(in: -999_999...999_999, using: &generator)
        let name = FigureName(
          indicator: "a", sector: "b", basis: .ytd, measure: .yoy, period: period)
        return GrowthSeries.Point(
          figure: name, tenths: tenths,
          digits: "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)")
      }
      return GrowthSeries(name: name(), points: points)
    }
  }

  private static let limits = [0, 2, 15]

  private func charts(_ seed: UInt64, power: Int) throws -> [any Chart] {
    var source = Source(generator: SeededGenerator(seed: seed))
    let months = Int.random(in: 0...66, using: &source.generator)
    let periods = Array(
      try ChartSpecimens.periods("2017-01..02", "2022-12").prefix(months))
    let count = Int.random(in: 0...40, using: &source.generator)
    let caption = ChartCaption(
      id: "chart\(seed)", title: source.name(), unit: source.name(), source: source.name())
    let breaks = periods.randomElement(using: &source.generator).map {
      [ChartBreak(period: $0, label: source.name())]
    }
    return [
      LevelChart(
        caption: caption, heading: source.name(), unit: "亿元",
        levels: try source.course(periods, power), growthHeading: source.name(),
        growth: source.growth(periods), comparator: source.growth(periods.suffix(3)),
        periods: periods, breaks: breaks ?? []),
      TargetPathChart(
        caption: caption, unit: source.name(), actual: try source.course(periods, power),
        expected: try source.course(periods.suffix(20), power),
        target: .init(number: try source.number(power), label: source.name()),
        gap: .init(number: try source.number(power), label: source.name()),
        deadline: Period.year(2025), joinsYears: seed % 2 == 0, breaks: breaks ?? []),
      ShareChart(
        caption: caption,
        parts: try (0..<min(count, 12)).map { _ in
          ChartSeries(name: source.name(), points: try source.course(periods, power))
        }, periods: periods, breaks: breaks ?? []),
      SmallMultiples(
        caption: caption, series: (0..<count).map { _ in source.growth(periods) },
        comparator: source.growth(periods), periods: periods),
    ] + (try rowCharts(caption, count, power, &source))
  }

  private func rowCharts(
    _ caption: ChartCaption, _ count: Int, _ power: Int, _ source: inout Source
  ) throws -> [any Chart] {
    [
      WaterfallChart(
        caption: caption, unit: "个百分点",
        parts: try (0..<count).map { _ in
          .init(name: source.name(), number: try source.number(power))
        }, total: .init(name: source.name(), number: try source.number(power))),
      RowChart(
        caption: caption, unit: "%",
        rows: try (0..<count).map { index in
          .init(
            name: source.name(), number: try source.number(power),
            earlier: index % 2 == 0 ? nil : try source.number(power))
        }, name: source.name(), earlierName: source.name()),
      BulletChart(
        caption: caption,
        rows: try (0..<count).map { index in
          .init(
            name: source.name(), value: index % 5 == 0 ? nil : try source.number(power),
            target: try source.number(power), promise: source.name(),
            expected: index % 3 == 0 ? nil : try source.number(power), unit: source.name(),
            light: Light.allCases[index % 5], status: source.name())
        }),
    ]
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>, limits)
  func anyValuesStayInsideTheirFrame(seed: UInt64, power: Int) throws {
    let catalogue = seed % 2 == 0 ? ChartSpecimens.chinese : ChartSpecimens.english
    for chart in try charts(seed, power: power) {
      for (palette, size) in [(ChartPalette.page, ChartSize.narrow), (.file, .wide)] {
        try DrawingCheck(chart.svg(palette, size, in: catalogue))
          .expectSound("\(type(of: chart))", size)
      }
    }
  }

  /// With names of usual length: every division, five years.
  static func large() throws -> [any Chart] {
    let periods = try ChartSpecimens.periods("2017-01..02", "2022-07")
    let names = (1...40).map { "计算机、通信和其他电子设备制造业\($0)" }
    let values = (1...40).map { "\($0 * 137 % 90 - 30).\($0 % 10)" }
    let tenths = { (shift: Int) in periods.indices.map { ($0 * 97 + shift * 31) % 700 - 250 } }
    let caption = { (id: String) in ChartSpecimens.caption(id, "四十个行业，六十个月", "%") }
    let series = try names.enumerated().map { index, name in
      try ChartSpecimens.growth(name, from: "2017-01..02", tenths(index))
    }
    let shares = try names.prefix(12).map { name in
      ChartSeries(
        name: name, points: try ChartSpecimens.course("2017-01..02", periods.map { _ in "8.3" }))
    }
    let numbers = try values.map(ChartSpecimens.number)
    return [
      SmallMultiples(
        caption: caption("panels"), series: series, comparator: series[3], periods: periods),
      ShareChart(caption: caption("parts"), parts: shares, periods: periods),
      WaterfallChart(
        caption: caption("steps"), unit: "个百分点",
        parts: zip(names, numbers).map { .init(name: $0, number: $1) },
        total: .init(name: "合计", number: numbers[0])),
      RowChart(
        caption: caption("rows"), unit: "%",
        rows: zip(names, numbers).map { .init(name: $0, number: $1, earlier: numbers[5]) },
        name: "2022年1—7月", earlierName: "上年同期"),
      BulletChart(
        caption: caption("targets"),
        rows: zip(names, numbers).map {
          .init(
            name: $0, value: $1, target: numbers[7], promise: "12.3亿元以上", expected: numbers[9],
            unit: "亿元", light: .yellow, status: "略有落后")
        }),
    ]
  }

  @Test func aSumBeyondTheLimitIsNotDrawnAndDoesNotTrap() throws {
    let largest = try ChartSpecimens.number("1000000000000000")
    let chart = WaterfallChart(
      caption: ChartSpecimens.caption("sum", "", ""), unit: "",
      parts: (0..<20).map { .init(name: "\($0)", number: largest) },
      total: .init(name: "", number: largest))
    let svg = chart.svg(.file, in: ChartSpecimens.chinese)
    try DrawingCheck(svg).expectSound("sum", .wide)
  }

  @Test func fortyRowsOfSixtyMonthsAreSmall() throws {
    for chart in try Self.large() {
      for (palette, size) in [(ChartPalette.page, ChartSize.narrow), (.file, .wide)] {
        let svg = chart.svg(palette, size, in: ChartSpecimens.chinese)
        try DrawingCheck(svg).expectSound("\(type(of: chart))", size)
      }
    }
  }
}
