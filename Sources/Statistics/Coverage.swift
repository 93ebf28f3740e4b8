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

  /// Sorted by path.
  package let files: [File]
  /// Distinct units with a return for the period.
  package let unitsReported: Int
  /// Units in the register; `nil` where the workspace has none.
  package let unitsRegistered: Int?

  package init(files: [File], unitsReported: Int, unitsRegistered: Int?) {
    self.files = files.sorted { $0.path < $1.path }
    self.unitsReported = unitsReported
    self.unitsRegistered = unitsRegistered
  }

  package var accepted: Int { files.reduce(0) { $0 + $1.accepted } }
  package var rejected: Int { files.reduce(0) { $0 + $1.rejected } }
}
