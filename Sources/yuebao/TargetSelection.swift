// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Plan
import Statistics

/// Which targets a person asks for, by names that the plan knows.
struct TargetSelection {
  /// What is typed, as it is typed.
  struct Request {
    var departments: [String] = []
    var lights: [String] = []
    var kinds: [String] = []
    var tasks: [Int] = []
  }

  /// Empty for all, as in the others.
  let departments: [Department]
  let lights: Set<Light>
  let kinds: Set<Target.Kind>
  let tasks: [PlanTask]

  /// Kinds as they are typed, without blanks: `cumulative-growth`.
  static let kinds = Target.Kind.allCases.map(\.word)

  /// - Throws: `ValidationError` for a name that is not known, with the nearest one that is.
  init(_ request: Request, _ plan: PlanDefinition) throws {
    let names = plan.departments.flatMap { [$0.name] + $0.aliases }
    departments = try request.departments.flatMap { text in
      let name = try names.checked(text)
      return plan.departments.filter { $0.isNamed(first: false, in: [name]) }
    }
    lights = Set(
      try request.lights.compactMap {
        Light(rawValue: try Light.allCases.map(\.rawValue).checked($0))
      })
    kinds = Set(
      try request.kinds.flatMap { text in
        let word = try Self.kinds.checked(text.replacing(" ", with: "-"))
        return Target.Kind.allCases.filter { $0.word == word }
      })
    tasks = try request.tasks.flatMap { number in
      _ = try plan.tasks.map { String($0.number) }.checked(String(number))
      return plan.tasks.filter { $0.number == number }
    }
  }

  func contains(_ assessment: TargetAssessment) -> Bool {
    (lights.isEmpty || lights.contains(assessment.light))
      && (kinds.isEmpty || kinds.contains(assessment.target.kind))
      && (tasks.isEmpty || tasks.contains { assessment.target.belongs(to: $0) })
      && (departments.isEmpty
        || departments.contains { $0.isNamed(first: false, in: assessment.departments) })
  }

  func contains(_ task: TaskProgress) -> Bool {
    (tasks.isEmpty || tasks.contains { $0.number == task.task.number })
      && (departments.isEmpty
        || departments.contains { $0.isNamed(first: false, in: task.task.departments) })
  }

  func contains(_ department: DepartmentProgress) -> Bool {
    departments.isEmpty || departments.contains(department.department)
  }
}

/// What of a plan's progress is printed.
struct SelectedProgress {
  let plan: PlanDefinition
  let period: Period
  let targets: [TargetAssessment]
  let tasks: [TaskProgress]
  let departments: [DepartmentProgress]
  /// Of all targets.
  let notes: [ConsistencyNote]

  init(_ progress: PlanProgress, _ selection: TargetSelection) {
    plan = progress.plan
    period = progress.period
    targets = progress.targets.filter(selection.contains)
    tasks = progress.tasks.filter(selection.contains)
    departments = progress.departments.filter(selection.contains)
    notes = progress.notes
  }
}

extension Target.Kind {
  /// Its name in one word: `cumulative-growth`.
  var word: String { rawValue.replacing(" ", with: "-") }
}
