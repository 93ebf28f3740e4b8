// SPDX-License-Identifier: Apache-2.0
import Plan
import Reports
import Statistics

/// The shape `yuebao.targets/1`, documented in Documentation/JSON.md.
struct TargetsDocument: Encodable {
  private let schema = "yuebao.targets/1"
  private let plan: PlanEntry
  private let period: String
  private let lights: [String: Int]
  private let targets: [TargetEntry]
  private let tasks: [TaskEntry]
  private let departments: [DepartmentEntry]
  private let communities: [CommunityEntry]?
  private let notes: [NoteEntry]

  init(_ progress: SelectedProgress, _ communities: CommunityFigures?, _ words: TargetWords) {
    plan = PlanEntry(progress.plan)
    period = progress.period.description
    lights = Self.counts(progress.targets)
    targets = progress.targets.map { TargetEntry($0, words) }
    tasks = progress.tasks.map(TaskEntry.init)
    departments = progress.departments.map(DepartmentEntry.init)
    self.communities = communities?.rows.map(CommunityEntry.init)
    notes = progress.notes.map { NoteEntry($0, words) }
  }

  /// How many targets have each light, zero too.
  fileprivate static func counts(_ targets: [TargetAssessment]) -> [String: Int] {
    Dictionary(
      uniqueKeysWithValues: Light.allCases.map { light in
        (light.rawValue, targets.count { $0.light == light })
      })
  }

  /// `figure`, `report` or `missing`.
  static func source(_ value: TargetValue) -> String {
    switch value.source {
    case .figure: "figure"
    case .report: "report"
    case .missing: "missing"
    }
  }

  /// A period, or `never`.
  static func arrival(_ arrival: Arrival?) -> String? {
    switch arrival {
    case .period(let period)?: period.description
    case .never?: "never"
    case nil: nil
    }
  }

  private struct PlanEntry: Encodable {
    let name: [String: String]
    let baseYear: Int
    let endYear: Int
    /// In points of completion.
    let thresholds: [String: String]

    enum CodingKeys: String, CodingKey {
      case name, thresholds
      case baseYear = "base_year"
      case endYear = "end_year"
    }

    init(_ plan: PlanDefinition) {
      name = ["zh": plan.name.zh, "en": plan.name.en]
      baseYear = plan.baseYear
      endYear = plan.endYear
      thresholds = [
        "green": plan.lights.green.description, "yellow": plan.lights.yellow.description,
      ]
    }
  }

  private struct TaskEntry: Encodable {
    let number: Int
    let section: String
    let name: String
    let departments: [String]
    let targets: [String]
    let lights: [String: Int]
    let state: String?
    let overdue: [String]
    let lastReported: String?

    enum CodingKeys: String, CodingKey {
      case number, section, name, departments, targets, lights, state, overdue
      case lastReported = "last_reported"
    }

    init(_ progress: TaskProgress) {
      number = progress.task.number
      section = progress.task.section
      name = progress.task.name
      departments = progress.task.departments
      targets = progress.targets.map(\.target.id)
      lights = TargetsDocument.counts(progress.targets)
      state = progress.state?.rawValue
      overdue = progress.overdue.map(\.target.id)
      lastReported = progress.lastReported
    }
  }

  private struct DepartmentEntry: Encodable {
    let name: String
    let leads: [Int]
    let joins: [Int]
    let targets: [String]
    let lights: [String: Int]
    let overdue: [String]
    let owes: [String]
    let tasksWithoutReport: [Int]

    enum CodingKeys: String, CodingKey {
      case name, leads, joins, targets, lights, overdue, owes
      case tasksWithoutReport = "tasks_without_report"
    }

    init(_ progress: DepartmentProgress) {
      name = progress.department.name
      leads = progress.leads.map(\.task.number)
      joins = progress.joins.map(\.task.number)
      targets = progress.targets.map(\.target.id)
      lights = TargetsDocument.counts(progress.targets)
      overdue = progress.overdue.map(\.target.id)
      owes = progress.owes.map(\.target.id)
      tasksWithoutReport = progress.unreported.map(\.number)
    }
  }

  private struct CommunityEntry: Encodable {
    let community: String
    let indicator: String
    let sector: String
    let level: String?
    let unit: String
    let yoy: String?

    init(_ row: CommunityFigures.Row) {
      community = row.sector.part?.value ?? ""
      indicator = row.indicator.id
      sector = row.sector.sector
      level = row.level.exact?.exactText
      unit = row.level.unit.symbol
      yoy = row.yoy.exact?.exactText
    }
  }

  private struct NoteEntry: Encodable {
    let kind: String
    let targets: [String]
    let text: String

    init(_ note: ConsistencyNote, _ words: TargetWords) {
      (kind, targets) = note.subject
      text = words.note(note)
    }
  }
}
