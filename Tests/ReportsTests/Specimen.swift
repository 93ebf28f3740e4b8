// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Plan
import Statistics
import Testing

@testable import Reports

/// A release's content from invented returns and bureau tables, so that tests need no input files.
struct Specimen {
  /// A unit and its cumulative value added a month, in 万元.
  struct Unit {
    let code: UnitCode
    let industry: String
    let flags: RegisterFlags
    let monthly: Int128
    /// Percent a year, in tenths.
    let growth: Int128
  }

  var period: Period
  var audience = Audience.internal
  var isSynthetic = true
  var area = LocalizedName(zh: "东莞市万江街道", en: "Wanjiang Sub-district, Dongguan")
  var units = Specimen.units
  var bureau: [FigureName: BureauObservation] = [:]
  var targets = Specimen.targets
  var reports: [ProgressReport] = []
  var findings: [Finding] = Specimen.findings
  var rules: [Coverage.Rule] = []
  var unitCoverage: [Coverage.Units] = []
  var sectors = Specimen.sectors
  var indicators = Specimen.indicators
  var skippedPeriods: Set<Period> = []

  static let units = [
    Unit(code: Self.code("A"), industry: "3911", flags: [], monthly: 38_000, growth: 92),
    Unit(code: Self.code("B"), industry: "3824", flags: [], monthly: 17_300, growth: -31),
    Unit(
      code: Self.code("C"), industry: "3562", flags: [.init(position: 0)], monthly: 12_400,
      growth: 214),
    Unit(
      code: Self.code("D"), industry: "2770", flags: [.init(position: 1)], monthly: 3_100,
      growth: -387),
    Unit(code: Self.code("E"), industry: "4411", flags: [], monthly: 6_050, growth: 48),
    Unit(code: Self.code("F"), industry: "1931", flags: [], monthly: 21_700, growth: 13),
  ]

  static func sector(
    _ id: String, _ zh: String, _ en: String, _ definition: Sector.Definition,
    _ standing: Sector.Standing = .documented
  ) -> Sector {
    Sector(
      id: id, name: LocalizedName(zh: zh, en: en), aliases: [], definition: definition,
      standing: standing,
      note: LocalizedName(zh: "GB/T 4754-2017 有关行业", en: "GB/T 4754-2017, classes concerned"))
  }

  static let everyClass: Set<String> = ["3911", "3824", "3562", "2770", "4411", "1931"]

  static let sectors: [Sector] = [
    sector("total", "规模以上工业", "Industry above designated size", .classes(everyClass)),
    sector("mining", "采矿业", "Mining", .classes(["0610"])),
    sector(
      "manufacturing", "制造业", "Manufacturing", .classes(everyClass.subtracting(["4411"]))),
    sector(
      "utilities", "电力、热力、燃气及水生产和供应业", "Electricity, heat, gas and water",
      .classes(["4411"])),
    sector("electronics", "电子信息制造业", "Electronics", .classes(["3911"])),
    sector("electrical_machinery", "电气机械及器材制造业", "Electrical machinery", .classes(["3824"])),
    sector(
      "advanced", "先进制造业", "Advanced manufacturing", .classes(["3911", "3824", "3562"]),
      .assumed),
    sector(
      "high_tech", "高技术制造业", "High-tech manufacturing", .classes(["3911", "3562", "2770"])),
    sector("smart_equipment", "智能装备", "Smart equipment", .flag("smart")),
    sector("masks", "口罩及装备", "Masks and mask machinery", .flag("masks")),
  ]

  static func indicator(
    _ id: String, _ zh: String, _ en: String, _ unit: UnitOfMeasure = .hundredMillionYuan,
    decimals: Int = 2, isAdditive: Bool = true
  ) -> Indicator {
    Indicator(
      id: id, name: LocalizedName(zh: zh, en: en), aliases: [], unit: unit, decimals: decimals,
      isAdditive: isAdditive)
  }

  static let indicators = [
    indicator("value_added", "工业增加值", "Value added"),
    indicator("gross_output", "工业总产值", "Gross output"),
    indicator("sales", "工业销售产值", "Sales value"),
    indicator("exports", "出口交货值", "Export delivery value"),
    indicator("revenue", "营业收入", "Revenue"),
    indicator(
      "employment", "平均用工人数", "Average employment", .persons, decimals: 0, isAdditive: false),
    indicator("industrial_investment", "工业投资", "Industrial investment"),
  ]
}

extension Specimen {
  /// The specimen for a period such as `2021-05`.
  init(_ period: String = "2021-05") throws {
    self.period = try #require(Period(period))
  }
}

// MARK: - Returns

extension Specimen {
  var periods: [Period] {
    let first = Period(year: period.year - 1, month: 2) ?? period
    return first.surveyPeriods(through: period).filter { !skippedPeriods.contains($0) }
  }

  var cube: Cube {
    var cube = Cube(indicators: indicators)
    for period in periods {
      for (index, unit) in units.enumerated() {
        cube.add(unitReturn(of: unit, at: index, in: period))
      }
    }
    return cube
  }

  /// A code of one letter always reads.
  private static func code(_ letter: String) -> UnitCode {
    UnitCode(letter) ?? { preconditionFailure("\(letter) is no code") }()
  }

  private func unitReturn(of unit: Unit, at index: Int, in period: Period) -> UnitReturn {
    var values = Array(
      repeating: ObservedValue.missing(.notReported),
      count: indicators.count * ReturnSlot.perIndicator)
    let month = Int128(period.months.upperBound)
    // Growth wanders a little from month to month and is stronger in the later year.
    let wander = (month * Int128(7 + index * 3)) % 23 - 11
    let later = period.year == self.period.year
    let growth = later ? unit.growth + wander * 3 : unit.growth / 2 - 120 + wander * 5
    for (position, indicator) in indicators.enumerated() {
      let scale: Int128 = [1, 5, 5, 2, 5, 0, 0, 1][min(position, 7)]
      let isPersons = indicator.unit == .persons
      let monthly = isPersons ? 400 + unit.monthly / 40 : unit.monthly * 10_000 * scale
      guard monthly > 0 else { continue }
      let yearFactor: Int128 = later ? 1000 + growth : 1000
      let span: Int128 = isPersons ? 1 : month
      set(&values, position, .ytd, monthly * span * yearFactor / 1000, monthly * span)
      if period.months.count == 1 {
        set(&values, position, .month, monthly * (yearFactor + 20) / 1000, monthly)
      }
      if !later {
        set(&values, position, .ytd, monthly * span, monthly * span * 1000 / (1000 + growth))
      }
    }
    return UnitReturn(
      period: period, unit: unit.code, industry: unit.industry, flags: unit.flags, values: values)
  }

  private func set(
    _ values: inout [ObservedValue], _ indicator: Int, _ basis: Basis, _ current: Int128,
    _ reference: Int128
  ) {
    for (side, value) in [(Side.current, current), (.reference, reference)] {
      values[ReturnSlot(indicator: indicator, basis: basis, side: side).index] =
        .known(ExactDecimal(value))
    }
  }

  mutating func addBureau(
    _ series: String, _ value: String, _ unit: UnitOfMeasure, at period: Period? = nil
  ) {
    guard let name = FigureName(series: series, period: period ?? self.period),
      let value = ExactDecimal(value)
    else { return }
    bureau[name] = BureauObservation(
      area: "own", name: name, value: value, unit: unit,
      location: Location(file: "Input/returns/bureau.csv", row: 3, column: 2))
  }
}

// MARK: - Content

extension Specimen {
  static func target(
    _ id: String, _ name: String, _ comparator: Target.Comparator, _ value: Int128,
    _ unit: UnitOfMeasure, _ series: String, deadline: Int? = 2022
  ) -> Target {
    Target(
      id: id, name: name, comparator: comparator, value: ExactDecimal(value), unit: unit,
      deadline: deadline.map { .year($0) } ?? .notDated, sourcePhrases: [name], series: series)
  }

  static let targets = [
    target("G01", "全街道规上工业增加值", .above, 60, .hundredMillionYuan, "value_added.total.ytd.level"),
    target(
      "G02", "电子信息制造业规上工业增加值", .above, 10, .hundredMillionYuan,
      "value_added.electronics.ytd.level"),
    target(
      "G03", "电气机械及器材制造业规上工业增加值", .above, 8, .hundredMillionYuan,
      "value_added.electrical_machinery.ytd.level"),
    target("G04", "先进制造业占规上工业增加值比重", .atLeast, 50, .percent, "value_added.advanced.ytd.share"),
    target("G05", "高技术制造业占规上工业增加值比重", .atLeast, 30, .percent, "value_added.high_tech.ytd.share"),
    target(
      "K01a", "规上智能装备制造业增加值", .atLeast, 35, .hundredMillionYuan,
      "value_added.smart_equipment.ytd.level"),
  ]

  static let tasks = [
    PlanTask(
      number: 1, section: "二、主要任务", name: "做强电子信息产业", departments: ["工业信息科技局", "商务局"],
      targets: ["G02"], location: Location(file: "Input/plan/tasks.csv")),
    PlanTask(
      number: 2, section: "二、主要任务", name: "优化营商环境", departments: ["商务局"], targets: [],
      location: Location(file: "Input/plan/tasks.csv")),
  ]

  static let departments = ["工业信息科技局", "商务局"].map {
    Department(name: $0, aliases: [], location: Location(file: "Input/plan/departments.csv"))
  }

  static let findings: [Finding] =
    (1...5).map { (row: Int) in
      Finding(
        .notReported, at: Location(file: "Input/reference/register.csv", row: row, column: 1),
        raw: "9144190000000000\(row)X")
    } + [
      Finding(
        .unknownColumn,
        at: Location(file: "Input/returns/2021-05/B204-1.csv", row: 1, column: 9), ["name": "备注"])
    ]

  var figures: Figures {
    let definitions = FigureDefinitions(
      indicators: indicators, sectors: sectors,
      classification: Classification(edition: "GB/T 4754-2017", categories: []),
      flagNames: ["smart", "masks"])
    return Figures(definitions, cube: cube, bureau: bureau)
  }

  var coverage: Coverage {
    let files = periods.map { period in
      Coverage.File(
        path: "Input/returns/\(period)/B204-1.csv", bytes: 48_120, format: "CSV",
        encoding: "GB18030", form: "B204-1", periods: [period], accepted: 238, rejected: 0)
    }
    return Coverage(
      files: files, unitsReported: units.isEmpty ? 0 : 238,
      unitsRegistered: units.isEmpty ? nil : 243, units: unitCoverage, rules: rules)
  }

  /// `nil` without targets.
  private func plan(_ figures: Figures) throws -> PlanProgress? {
    guard !targets.isEmpty else { return nil }
    let plan = PlanDefinition(
      name: LocalizedName(zh: "规划（示例）", en: "Plan (example)"), baseYear: 2019, endYear: 2022,
      targets: targets, tasks: Specimen.tasks, departments: Specimen.departments, reports: reports,
      lights: .usual)
    return try PlanProgress(plan, figures: figures, at: period)
  }

  func content() throws -> ReleaseContent {
    let figures = figures
    return ReleaseContent(
      publisher: Publisher(
        area: area,
        office: LocalizedName(zh: "万江街道统计办公室（示例）", en: "Wanjiang statistics office (example)"),
        contact: LocalizedName(zh: "示例，无联系方式", en: "example, no contact"),
        notice: LocalizedName(
          zh: "月度数据为初步数，以年度核实数为准。",
          en: "Monthly figures are preliminary; the verified annual figures prevail."),
        isSynthetic: isSynthetic),
      audience: audience, period: period, figures: figures, plan: try plan(figures),
      coverage: coverage, findings: findings)
  }

  /// The release's files by path.
  func release(_ templates: Templates = Templates()) throws -> [String: String] {
    let files = try render(content(), with: templates)
    return Dictionary(
      uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }
}
