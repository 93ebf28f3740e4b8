// SPDX-License-Identifier: Apache-2.0

/// A workbook (.xlsx): first a sheet of notes, then one table a sheet.
///
/// Numbers are the printed ones with their type, in a number format of their decimals that also
/// holds units and footnote marks; one of more than 15 digits is text, since a spreadsheet would
/// change its last ones. Everything else is text, never a formula. A missing value is its symbol,
/// explained below the table. Equal input gives equal bytes, with one version of libxlsxwriter and
/// zlib.
func workbook(
  _ sheets: [WorkbookSheet], notes: WorkbookNotes, in catalogue: MessageCatalogue
) throws(WorkbookError) -> [UInt8] {
  let file = try WorkbookFile(catalogue.language)
  file.setProperties(title: cellText(notes.title), author: notes.author.map(cellText))
  let names = sheetNames([catalogue.text(.workbookNotesSheet)] + sheets.map(\.name))
  try NotesSheet(
    notes: notes, sheets: Array(zip(names.dropFirst(), sheets.map(\.table.caption))),
    catalogue: catalogue, writer: try file.addSheet(names[0])
  ).write()
  for (name, sheet) in zip(names.dropFirst(), sheets) {
    try TableSheet(
      sheet.table, notice: notes.syntheticNotice, in: catalogue, to: try file.addSheet(name)
    ).write()
  }
  return try file.bytes()
}
