// SPDX-License-Identifier: Apache-2.0

/// One table of a workbook, on a sheet of its own.
struct WorkbookSheet: Sendable {
  /// As it should be called; `sheetNames(_:)` makes of it what spreadsheets allow.
  let name: String
  let table: Table
}

/// What stands on a workbook's first sheet.
struct WorkbookNotes: Sendable {
  /// A label and what it says, one a line: area, period, office, sources.
  struct Fact: Hashable, Sendable {
    let label: String
    let text: String
  }

  let title: String
  /// That all data are invented; then every sheet says so.
  var syntheticNotice: String?
  /// The office, for the file's properties.
  var author: String?
  var facts: [Fact] = []
}
