// SPDX-License-Identifier: Apache-2.0

/// Why there is no workbook.
package enum WorkbookError: Error, Hashable, Sendable {
  /// A table has more rows or columns than a sheet can hold (1,048,576 × 16,384).
  case tooLarge
  /// The system or libxlsxwriter refused, in its own words: no memory, no room for temporary files.
  case notWritten(reason: String)
}
