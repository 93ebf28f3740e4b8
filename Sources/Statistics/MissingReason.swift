// SPDX-License-Identifier: Apache-2.0

/// Why a value is not there. Missing is never zero, and stays missing through every formula.
package enum MissingReason: String, Hashable, Sendable, CaseIterable {
  /// The cell is empty.
  case empty
  /// The sender wrote a mark for "no value": `—`, `-`, `/`, `…`, `..`.
  case marked
  /// The sender keeps it confidential: `x`, 保密, where the layout says that the mark means this.
  case confidential
  /// The cell holds a spreadsheet error such as `#N/A` or `#DIV/0!`.
  case errorValue = "error_value"
  /// No file carries this value.
  case notReported = "not_reported"
  /// It is not surveyed for this period: January and February have no month value of their own.
  case notSurveyed = "not_surveyed"
  /// Some part that it is computed from is missing.
  case partMissing = "part_missing"
  /// The value it is compared with is zero or negative, so a rate of growth means nothing.
  case noBase = "no_base"
  /// The total hardly changed, so parts of its change mean nothing (methods.md §3).
  case hardlyChanged = "hardly_changed"
  /// The measure has no meaning here, such as a change on last month in January and February.
  case notApplicable = "not_applicable"
}
