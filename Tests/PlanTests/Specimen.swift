// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Statistics
import Testing

@testable import Plan

/// A plan and its figures, filled by hand.
struct Specimen {
  var targets: [Target] = []
  var tasks: [PlanTask] = []
  var departments: [Department] = []
  var reports: [ProgressReport] = []
  var lights = LightThresholds.usual
  var baseYear = 2019
  var endYear = 2022
  private var bureau: [FigureName: BureauObservation] = [:]

  init(_ targets: Target...) { self.targets = targets }

  /// `output` adds up over months; `staff` does not; `coverage` is `labs` over `staff`.
  private static let indicators = [
    indicator("output", .hundredMillionYuan, isAdditive: true),
    indicator("staff", .units, isAdditive: false), indicator("labs", .units, isAdditive: false),
    Indicator(
      id: "coverage", name: LocalizedName(zh: "coverage"), aliases: [], unit: .percent,
      decimals: 1, isAdditive: false,
      source: .quotient(.init(indicator: "labs"), .init(indicator: "staff"))),
    Indicator(
      id: "large", name: LocalizedName(zh: "large"), aliases: [], unit: .units, decimals: 0,
      isAdditive: false,
      source: .units(.atLeast(.init(indicator: "output", value: ExactDecimal(10))))),
  ]

  private static func indicator(
    _ id: String, _ unit: UnitOfMeasure, isAdditive: Bool
  ) -> Indicator {
    Indicator(
      id: id, name: LocalizedName(zh: id), aliases: [], unit: unit, decimals: 2,
      isAdditive: isAdditive)
  }

  private static let sectors = ["total", "smart", "advanced"].map { id in
    Sector(
      id: id, name: LocalizedName(zh: id), aliases: [], definition: .published,
      standing: .documented, note: LocalizedName(zh: ""))
  }

  // MARK: - Filling

  /// What a bureau's table states: `output.total.ytd.level`, `2021-05`, `12.5`.
  mutating func state(_ series: String, _ period: String, _ value: String) throws {
    let name = try #require(FigureName(series: series, period: try Self.period(period)))
    let indicator = try #require(Self.indicators.first { $0.id == name.indicator })
    bureau[name] = BureauObservation(
      area: "own", name: name, value: try Self.decimal(value),
      unit: name.measure.unit(of: indicator), location: Location(file: "a.csv"))
  }

  mutating func report(
    _ id: String, _ period: String, value: String? = nil, state: ProgressReport.State? = nil,
    date: String = "2021-05-31", row: Int = 1
  ) throws {
    reports.append(
      try Self.report(.target(id), period, value: value, state: state, date: date, row: row))
  }

  static func report(
    _ subject: ProgressReport.Subject, _ period: String, value: String? = nil,
    state: ProgressReport.State? = nil, date: String = "2021-05-31", row: Int = 1
  ) throws -> ProgressReport {
    ProgressReport(
      subject: subject, period: try Self.period(period),
      value: try value.map { try decimal($0) }, state: state, date: date,
      evidence: nil, remark: nil, reporter: "某部门", location: Location(file: "p.csv", row: row))
  }

  private static func decimal(_ text: String) throws -> ExactDecimal {
    try #require(ExactDecimal(text))
  }

  static func period(_ text: String) throws -> Period { try #require(Period(text)) }

  /// A target of 2020–2022.
  static func target(
    _ kind: Target.Kind, _ comparator: Target.Comparator, _ value: String, _ unit: String,
    id: String = "T", from baseline: String? = nil, upper: String? = nil,
    deadline: Target.Deadline = .year(2022), series: String? = nil, path: Target.Path? = nil,
    tasks: [Int] = [], departments: [String] = ["某部门"], name: String = "目标",
    changes: [Target.Change] = []
  ) throws -> Target {
    Target(
      id: id, name: name, tasks: tasks, kind: kind, comparator: comparator,
      value: try Self.decimal(value),
      upper: try upper.map { try decimal($0) },
      unit: try #require(UnitOfMeasure(unit)),
      baseline: try baseline.map {
        Target.Baseline(value: try decimal($0), year: 2019)
      },
      deadline: deadline, departments: departments, series: series, path: path,
      changes: changes)
  }

  // MARK: - Asking

  var plan: PlanDefinition {
    PlanDefinition(
      name: LocalizedName(zh: "规划"), baseYear: baseYear, endYear: endYear, targets: targets,
      tasks: tasks, departments: departments, reports: reports, lights: lights)
  }

  var figures: Figures {
    let definitions = FigureDefinitions(
      indicators: Self.indicators, sectors: Self.sectors,
      classification: Classification(edition: "", categories: []), flagNames: [])
    return Figures(definitions, cube: Cube(indicators: Self.indicators), bureau: bureau)
  }

  func progress(_ period: String) throws -> PlanProgress {
    try PlanProgress(plan, figures: figures, at: Self.period(period))
  }

  /// Of the first target.
  func assessment(_ period: String) throws -> TargetAssessment {
    try #require(try progress(period).targets.first)
  }
}

extension TargetAssessment {
  /// The light and the exact numbers, as `green gap -40 completion 20 expected 15 ahead 5 points 5`.
  var summary: String {
    let parts: [(String, Ratio?)] = [
      ("gap", numbers?.gap), ("completion", numbers?.completion),
      ("expected", numbers?.expected?.value), ("ahead", numbers?.expected?.ahead),
      ("points", numbers?.expected?.aheadPoints),
    ]
    return
      ([light.rawValue]
      + parts.compactMap { name, value in
        value.map { "\(name) \($0.exactText)" }
      }).joined(separator: " ")
  }
}
