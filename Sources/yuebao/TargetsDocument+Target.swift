// SPDX-License-Identifier: Apache-2.0
import Plan
import Reports
import Statistics

extension TargetsDocument {
  /// One target: what is promised, its value, and how it stands.
  struct TargetEntry: Encodable {
    private let id: String
    private let name: String
    private let section: String
    private let tasks: [Int]
    private let kind: String
    private let promise: Promise
    private let value: Value
    private let met: Bool?
    private let due: Bool
    private let light: String
    private let lightWord: String
    private let departments: [String]
    private let owedBy: [String]
    private let assessment: Assessment?

    private enum CodingKeys: String, CodingKey {
      case id, name, section, tasks, kind, promise, value, met, due, light, departments, assessment
      case lightWord = "light_word"
      case owedBy = "owed_by"
    }

    init(_ assessment: TargetAssessment, _ words: TargetWords) {
      let target = assessment.target
      id = target.id
      name = target.name
      section = target.section
      tasks = target.tasks
      kind = target.kind.rawValue
      promise = Promise(target)
      value = Value(assessment)
      met = assessment.isMet
      due = assessment.isDue
      light = assessment.light.rawValue
      lightWord = words.lightWord(assessment)
      departments = assessment.departments
      owedBy = assessment.owedBy
      self.assessment = assessment.numbers.map { Assessment($0, target.gapUnit) }
    }
  }

  /// As it stood at the period.
  fileprivate struct Promise: Encodable {
    let comparator: String
    let value: String
    let upper: String?
    let unit: String
    let deadline: String
    let baseline: String?
    let baselineYear: Int?

    enum CodingKeys: String, CodingKey {
      case comparator, value, upper, unit, deadline, baseline
      case baselineYear = "baseline_year"
    }

    init(_ target: Target) {
      comparator = target.comparator.rawValue
      value = target.value.description
      upper = target.upper?.description
      unit = target.unit.symbol
      deadline =
        switch target.deadline {
        case .year(let year): String(year)
        case .notDated: "not dated"
        case .recurring: "recurring"
        }
      baseline = target.baseline?.value?.description
      baselineYear = target.baseline?.year
    }
  }

  fileprivate struct Value: Encodable {
    let period: String
    let value: String?
    let decimals: Int?
    let state: String?
    let source: String
    let figure: String?
    let missing: String?
    let report: Report?

    init(_ assessment: TargetAssessment) {
      let own = assessment.value
      period = assessment.valuePeriod.description
      value = own.exact?.exactText
      decimals = own.exact == nil ? nil : own.decimals
      state = assessment.state?.rawValue
      source = TargetsDocument.source(own)
      figure = own.figure?.name.description
      missing = own.figure?.missingReason?.rawValue
      report = own.report.map(Report.init)
    }
  }

  fileprivate struct Report: Encodable {
    let date: String
    let period: String
    let reporter: String
    let evidence: String?
    let remark: String?
    let location: String

    init(_ report: ProgressReport) {
      date = report.date
      period = report.period.description
      reporter = report.reporter
      evidence = report.evidence
      remark = report.remark
      location = report.location.description
    }
  }

  fileprivate struct Assessment: Encodable {
    let gap: String
    let gapUnit: String
    let partOfYear: String?
    let partOfYearSource: String?
    let yearPace: String?
    let completion: String?
    let start: Start?
    let expected: Expected?
    let needed: Needed?
    let arrival: String?
    let probability: Int?

    enum CodingKeys: String, CodingKey {
      case gap, completion, start, expected, needed, arrival, probability
      case gapUnit = "gap_unit"
      case partOfYear = "part_of_year"
      case partOfYearSource = "part_of_year_source"
      case yearPace = "year_pace"
    }

    init(_ numbers: TargetAssessment.Numbers, _ unit: UnitOfMeasure) {
      gap = numbers.gap.exactText
      gapUnit = unit.symbol
      partOfYear = numbers.partOfYear?.value.exactText
      partOfYearSource = numbers.partOfYear?.source.rawValue
      yearPace = numbers.yearPace?.exactText
      completion = numbers.completion?.exactText
      start = numbers.start.map(Start.init)
      expected = numbers.expected.map(Expected.init)
      needed = numbers.needed.map(Needed.init)
      arrival = TargetsDocument.arrival(numbers.arrival)
      probability = numbers.probability
    }
  }

  fileprivate struct Start: Encodable {
    let value: String
    let year: Int
    let source: String
    let figure: String?

    init(_ start: TargetStart) {
      value = start.value.exactText
      year = start.year
      switch start.source {
      case .plan: (source, figure) = ("plan", nil)
      case .zero: (source, figure) = ("zero", nil)
      case .figure(let own): (source, figure) = ("figure", own.name.description)
      }
    }
  }

  fileprivate struct Expected: Encodable {
    let value: String
    let cut: Bool
    let path: String
    let completion: String?
    let ahead: String
    let aheadPoints: String?

    enum CodingKeys: String, CodingKey {
      case value, cut, path, completion, ahead
      case aheadPoints = "ahead_points"
    }

    init(_ expected: TargetAssessment.Expected) {
      value = expected.value.exactText
      cut = expected.isCut
      path = expected.path?.rawValue ?? "steady"
      completion = expected.completion?.exactText
      ahead = expected.ahead.exactText
      aheadPoints = expected.aheadPoints?.exactText
    }
  }

  fileprivate struct Needed: Encodable {
    let perMonth: String?
    let perYear: String?
    let growth: String?

    enum CodingKeys: String, CodingKey {
      case growth
      case perMonth = "per_month"
      case perYear = "per_year"
    }

    init(_ pace: NeededPace) {
      perMonth = pace.perMonth?.exactText
      perYear = pace.perYear?.exactText
      growth = pace.growth?.exactText
    }
  }
}
