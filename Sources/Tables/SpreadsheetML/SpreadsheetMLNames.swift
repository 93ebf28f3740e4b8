// SPDX-License-Identifier: Apache-2.0

/// The names of SpreadsheetML that Yuebao knows, as a parser keeps them.
///
/// A class, because copying so many of them for each element would cost time.
final class SpreadsheetMLNames {
  let spreadsheet: XMLName
  let excel: XMLName

  let workbook: XMLName
  let worksheet: XMLName
  let table: XMLName
  let row: XMLName
  let cell: XMLName
  let data: XMLName
  let worksheetOptions: XMLName
  /// An element of the options; as an attribute of a sheet, some writers' own.
  let visible: XMLName

  let name: XMLName
  let index: XMLName
  let span: XMLName
  let mergeAcross: XMLName
  let mergeDown: XMLName
  let type: XMLName
  let topCell: XMLName
  let leftCell: XMLName

  init(_ names: XMLNames) {
    spreadsheet = names["urn:schemas-microsoft-com:office:spreadsheet"]
    excel = names["urn:schemas-microsoft-com:office:excel"]
    workbook = names["Workbook"]
    worksheet = names["Worksheet"]
    table = names["Table"]
    row = names["Row"]
    cell = names["Cell"]
    data = names["Data"]
    worksheetOptions = names["WorksheetOptions"]
    visible = names["Visible"]
    name = names["Name"]
    index = names["Index"]
    span = names["Span"]
    mergeAcross = names["MergeAcross"]
    mergeDown = names["MergeDown"]
    type = names["Type"]
    topCell = names["TopCell"]
    leftCell = names["LeftCell"]
  }
}
