// SPDX-License-Identifier: Apache-2.0

/// What the plan promises (目标): one row of `Input/plan/targets.csv`.
package struct Target: Hashable, Sendable, Identifiable {
  /// How a value must stand to the promised one. 以上 and 达 include it, 突破 and 超 do not
  /// (methods.md §4).
  package enum Comparator: String, Hashable, Sendable, CaseIterable {
    case above = ">"
    case atLeast = ">="
    case below = "<"
    case atMost = "<="

    package func holds(_ value: Ratio, against target: Ratio) -> Bool {
      switch self {
      case .above: value > target
      case .atLeast: value >= target
      case .below: value < target
      case .atMost: value <= target
      }
    }

    /// Whether more is better.
    package var isUpwards: Bool { self == .above || self == .atLeast }
  }

  /// What kind of promise it is; it decides where its value comes from and what pace is expected.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// An amount at the deadline: 35 亿元.
    case level
    /// A part of a whole, in %.
    case share
    /// Growth over the plan's years together, in %.
    case cumulativeGrowth = "cumulative growth"
    /// Growth a year, compounded, in %.
    case compoundedRate = "CAGR"
    /// How many there are.
    case count
    /// An amount that adds up over the plan's years: 亩, 人次.
    case cumulativeQuantity = "cumulative quantity"
    /// Something that is there or not.
    case deliverable, milestone, mechanism

    /// Whether a state (done, under way …) is reported of it, and not only a number.
    package var isState: Bool {
      switch self {
      case .deliverable, .milestone, .mechanism: true
      default: false
      }
    }
  }

  /// Where it started from.
  package struct Baseline: Hashable, Sendable {
    /// In the target's unit; `nil` where the plan gives only the year.
    package let value: ExactDecimal?
    package let year: Int

    package init(value: ExactDecimal?, year: Int) {
      self.value = value
      self.year = year
    }
  }

  /// By when it is due.
  package enum Deadline: Hashable, Sendable {
    /// The end of a year.
    case year(Int)
    /// The plan does not say; then its own end counts.
    case notDated
    /// Again and again until the plan's end.
    case recurring
  }

  /// How the expected value at a period lies between baseline and target (methods.md §5).
  package enum Path: String, Hashable, Sendable, CaseIterable {
    /// 序时进度: the target × the part of the time that has passed; for additive quantities.
    case time
    /// In equal steps from the baseline to the target.
    case linear
    /// At one growth rate from the baseline to the target.
    case constantRate = "constant-rate"
  }

  /// What was promised before a change, or since one.
  package struct Change: Hashable, Sendable {
    /// The first survey period that it holds for.
    package let from: Period
    package let comparator: Comparator
    package let value: ExactDecimal
    package let deadline: Deadline
    /// The document that changed it.
    package let document: String
    package let location: Location

    package init(
      from: Period, comparator: Comparator, value: ExactDecimal, deadline: Deadline,
      document: String, location: Location
    ) {
      self.from = from
      self.comparator = comparator
      self.value = value
      self.deadline = deadline
      self.document = document
      self.location = location
    }
  }

  package let id: String
  package let name: String
  /// The plan's section, such as 一、发展目标.
  package let section: String
  /// The plan's tasks that it belongs to, by number.
  package let tasks: [Int]
  package let kind: Kind
  package let comparator: Comparator
  /// The promised value, in `unit`; of a range, its lower end.
  package let value: ExactDecimal
  /// The upper end of a range that the value shall lie in; `nil` for one value.
  package let upper: ExactDecimal?
  package let unit: UnitOfMeasure
  package let baseline: Baseline?
  package let deadline: Deadline
  /// What the plan leaves open about the deadline; `nil` where nothing is to be said.
  package let deadlineNote: String?
  /// Who answers for it, the leading one first, by `Department.name`.
  package let departments: [String]
  /// The plan's own words, as far as they are one clause each.
  package let sourcePhrases: [String]
  /// How firmly it is promised, in the plan's own word: 力争, 争取 …; `nil` where it is committed.
  package let modality: String?
  package let note: String?
  /// The figure that measures it, without period: `value_added.advanced.ytd.share`; `nil` where
  /// no figure does, and departments report it.
  package let series: String?
  /// `nil` for the usual one of its kind.
  package let path: Path?
  /// Later changes, oldest first.
  package let changes: [Change]
  package let location: Location

  package init(
    id: String, name: String, section: String = "", tasks: [Int] = [], kind: Kind = .level,
    comparator: Comparator, value: ExactDecimal, upper: ExactDecimal? = nil, unit: UnitOfMeasure,
    baseline: Baseline? = nil, deadline: Deadline, deadlineNote: String? = nil,
    departments: [String] = [],
    sourcePhrases: [String] = [], modality: String? = nil, note: String? = nil,
    series: String? = nil, path: Path? = nil, changes: [Change] = [],
    location: Location = Location(file: "")
  ) {
    self.id = id
    self.name = name
    self.section = section
    self.tasks = tasks
    self.kind = kind
    self.comparator = comparator
    self.value = value
    self.upper = upper
    self.unit = unit
    self.baseline = baseline
    self.deadline = deadline
    self.deadlineNote = deadlineNote
    self.departments = departments
    self.sourcePhrases = sourcePhrases
    self.modality = modality
    self.note = note
    self.series = series
    self.path = path
    self.changes = changes
    self.location = location
  }
}

extension Target {
  /// The year at whose end it is due; `nil` where the plan does not date it.
  package var deadlineYear: Int? {
    guard case .year(let year) = deadline else { return nil }
    return year
  }
}
