// SPDX-License-Identifier: Apache-2.0

/// How much of the input a release or a check rests on. Accepted + rejected = read, always.
package struct Coverage: Hashable, Sendable {
  /// What became of one input file.
  package struct File: Hashable, Sendable {
    /// Relative to the workspace.
    package let path: String
    package let bytes: Int
    /// Such as `CSV` or `SpreadsheetML 2003`; `nil` when it was not recognised.
    package let format: String?
    /// Such as `GB18030`; `nil` when it was not recognised.
    package let encoding: String?
    /// The form whose layout fitted, such as `B204-1`; `nil` when none did.
    package let form: String?
    /// The survey periods found in it, oldest first.
    package let periods: [Period]
    package var accepted: Int
    package var rejected: Int
    /// Rows below a header that are no data: notes, heads, rows that the layout leaves out.
    package let passedOver: Int

    package init(
      path: String, bytes: Int, format: String?, encoding: String?, form: String?,
      periods: [Period], accepted: Int, rejected: Int, passedOver: Int = 0
    ) {
      self.path = path
      self.bytes = bytes
      self.format = format
      self.encoding = encoding
      self.form = form
      self.periods = periods
      self.accepted = accepted
      self.rejected = rejected
      self.passedOver = passedOver
    }
  }

  /// How many units a survey period's returns are of.
  package struct Units: Hashable, Sendable {
    package let period: Period
    /// Units that the register has for the period; `nil` where the workspace has no register.
    package let expected: Int?
    /// Distinct units with an accepted return.
    package let reported: Int
    /// Expected units that have not filed one of the period's forms; `nil` without a register.
    package let missing: Int?

    package init(period: Period, expected: Int?, reported: Int, missing: Int?) {
      self.period = period
      self.expected = expected
      self.reported = reported
      self.missing = missing
    }
  }

  /// How often one edit rule passed, failed and so on, over all units and periods concerned.
  package struct Rule: Hashable, Sendable {
    package let id: String
    package let name: LocalizedName
    /// Of its failure.
    package let severity: Finding.Severity
    package let passed: Int
    /// Without those that are waived.
    package let failed: Int
    package let waived: Int
    /// A value was missing: neither passed nor failed.
    package let notEvaluable: Int

    package init(
      id: String, name: LocalizedName, severity: Finding.Severity, passed: Int, failed: Int,
      waived: Int, notEvaluable: Int
    ) {
      self.id = id
      self.name = name
      self.severity = severity
      self.passed = passed
      self.failed = failed
      self.waived = waived
      self.notEvaluable = notEvaluable
    }
  }

  /// Sorted by path.
  package let files: [File]
  /// Distinct units with a return for the period.
  package let unitsReported: Int
  /// Units in the register; `nil` where the workspace has none.
  package let unitsRegistered: Int?
  /// By survey period, oldest first.
  package let units: [Units]
  /// In the order of `rules.yml`.
  package let rules: [Rule]

  package init(
    files: [File], unitsReported: Int, unitsRegistered: Int?, units: [Units] = [],
    rules: [Rule] = []
  ) {
    self.files = files.sorted { $0.path < $1.path }
    self.unitsReported = unitsReported
    self.unitsRegistered = unitsRegistered
    self.units = units
    self.rules = rules
  }

  package var accepted: Int { files.reduce(0) { $0 + $1.accepted } }
  package var rejected: Int { files.reduce(0) { $0 + $1.rejected } }
  package var passedOver: Int { files.reduce(0) { $0 + $1.passedOver } }
}
