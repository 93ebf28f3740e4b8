// SPDX-License-Identifier: Apache-2.0

/// A government plan as data: `Input/plan/`.
package struct PlanDefinition: Sendable {
  package let name: LocalizedName
  /// The year before its first, and its last: 2019 and 2022 for a plan of 2020–2022.
  package let baseYear: Int
  package let endYear: Int
  /// The day it was issued, `2020-04-29`; `nil` where that is not known.
  package let issued: String?
  /// By whom and where it was published, in a reader's words; `nil` where that is not known.
  package let document: String?
  /// In the plan's order.
  package let targets: [Target]
  package let tasks: [PlanTask]
  package let departments: [Department]
  /// What departments have reported, by target or task, then date.
  package let reports: [ProgressReport]
  package let lights: LightThresholds

  package init(
    name: LocalizedName, baseYear: Int, endYear: Int, targets: [Target], tasks: [PlanTask],
    departments: [Department], reports: [ProgressReport], lights: LightThresholds,
    issued: String? = nil, document: String? = nil
  ) {
    self.name = name
    self.baseYear = baseYear
    self.endYear = endYear
    self.targets = targets
    self.tasks = tasks
    self.departments = departments
    self.reports = reports
    self.lights = lights
    self.issued = issued
    self.document = document
  }
}

/// One of the plan's tasks (任务).
package struct PlanTask: Hashable, Sendable {
  package let number: Int
  package let section: String
  package let name: String
  /// The leading one first.
  package let departments: [String]
  /// Ids of its targets.
  package let targets: [String]
  package let location: Location

  package init(
    number: Int, section: String, name: String, departments: [String], targets: [String],
    location: Location
  ) {
    self.number = number
    self.section = section
    self.name = name
    self.departments = departments
    self.targets = targets
    self.location = location
  }
}

package struct Department: Hashable, Sendable {
  package let name: String
  /// Other names that the plan uses for it.
  package let aliases: [String]
  package let location: Location

  package init(name: String, aliases: [String], location: Location) {
    self.name = name
    self.aliases = aliases
    self.location = location
  }
}

/// What a department reports of a target or a task: a row of `Input/plan/progress/<period>.csv`.
package struct ProgressReport: Hashable, Sendable {
  package enum Subject: Hashable, Sendable {
    /// `Target.id`.
    case target(String)
    /// `PlanTask.number`.
    case task(Int)
  }

  package enum State: String, Hashable, Sendable, CaseIterable {
    case notStarted = "not started"
    case underWay = "under way"
    case done
    case stopped
  }

  package let subject: Subject
  package let period: Period
  /// In the target's unit.
  package let value: ExactDecimal?
  package let state: State?
  /// The day it was reported, `2021-05-31`.
  package let date: String
  package let evidence: String?
  package let remark: String?
  package let reporter: String
  package let location: Location

  package init(
    subject: Subject, period: Period, value: ExactDecimal?, state: State?, date: String,
    evidence: String?, remark: String?, reporter: String, location: Location
  ) {
    self.subject = subject
    self.period = period
    self.value = value
    self.state = state
    self.date = date
    self.evidence = evidence
    self.remark = remark
    self.reporter = reporter
    self.location = location
  }
}

/// How far behind its pace a target may be, in points of completion, before its light changes
/// (methods.md §5 knows 10 and 30 from one city; the gap below is left open there).
package struct LightThresholds: Hashable, Sendable {
  /// Up to so many points behind is green.
  package let green: ExactDecimal
  /// Up to so many is yellow; beyond is red.
  package let yellow: ExactDecimal

  package init(green: ExactDecimal, yellow: ExactDecimal) {
    self.green = green
    self.yellow = yellow
  }

  /// Green at or ahead of pace, yellow up to 30 points behind.
  package static let usual = LightThresholds(green: ExactDecimal(0), yellow: ExactDecimal(30))
}
