// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Statistics

/// Why a release cannot be rendered.
package enum ReportError: Error, Hashable, Sendable {
  /// Templates or catalogues do not fit the model; the same findings as `check(_:)` gives.
  case templates([Finding])
  case figure(FigureError)
  /// The workbook is larger than spreadsheets allow, or could not be made.
  case workbook(WorkbookError)
}
