// SPDX-License-Identifier: Apache-2.0

/// The names of OpenDocument that Yuebao knows, as a parser keeps them.
///
/// A class, because copying so many of them for each element would cost time.
final class OpenDocumentNames {
  let office: XMLName
  let table: XMLName
  let text: XMLName
  let style: XMLName
  /// LibreOffice's own, for what the standard cannot say: that a value is an error.
  let calcext: XMLName
  /// OpenOffice.org 1, before the standard.
  let oldOffice: XMLName

  // Elements down to the cell.
  let document: XMLName
  let documentContent: XMLName
  let automaticStyles: XMLName
  let styles: XMLName
  let tableProperties: XMLName
  let body: XMLName
  let spreadsheet: XMLName
  /// `table:table`.
  let sheet: XMLName
  let row: XMLName
  let rowGroup: XMLName
  let headerRows: XMLName
  let rows: XMLName
  let cell: XMLName
  let coveredCell: XMLName

  // Elements in a cell.
  let paragraph: XMLName
  let heading: XMLName
  let list: XMLName
  let listItem: XMLName
  let listHeader: XMLName
  let section: XMLName
  /// `text:s`.
  let spaces: XMLName
  let tab: XMLName
  let lineBreak: XMLName
  let noteBody: XMLName
  let rubyText: XMLName

  // Attributes.
  let name: XMLName
  let family: XMLName
  let display: XMLName
  let styleName: XMLName
  let rowsRepeated: XMLName
  let columnsRepeated: XMLName
  let rowsSpanned: XMLName
  let columnsSpanned: XMLName
  let formula: XMLName
  let valueType: XMLName
  let value: XMLName
  let dateValue: XMLName
  let timeValue: XMLName
  let booleanValue: XMLName
  let stringValue: XMLName
  /// `text:c`.
  let count: XMLName

  init(_ names: XMLNames) {
    office = names["urn:oasis:names:tc:opendocument:xmlns:office:1.0"]
    table = names["urn:oasis:names:tc:opendocument:xmlns:table:1.0"]
    text = names["urn:oasis:names:tc:opendocument:xmlns:text:1.0"]
    style = names["urn:oasis:names:tc:opendocument:xmlns:style:1.0"]
    calcext = names["urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"]
    oldOffice = names["http://openoffice.org/2000/office"]
    document = names["document"]
    documentContent = names["document-content"]
    automaticStyles = names["automatic-styles"]
    styles = names["styles"]
    tableProperties = names["table-properties"]
    body = names["body"]
    spreadsheet = names["spreadsheet"]
    sheet = names["table"]
    row = names["table-row"]
    rowGroup = names["table-row-group"]
    headerRows = names["table-header-rows"]
    rows = names["table-rows"]
    cell = names["table-cell"]
    coveredCell = names["covered-table-cell"]
    paragraph = names["p"]
    heading = names["h"]
    list = names["list"]
    listItem = names["list-item"]
    listHeader = names["list-header"]
    section = names["section"]
    spaces = names["s"]
    tab = names["tab"]
    lineBreak = names["line-break"]
    noteBody = names["note-body"]
    rubyText = names["ruby-text"]
    name = names["name"]
    family = names["family"]
    display = names["display"]
    styleName = names["style-name"]
    rowsRepeated = names["number-rows-repeated"]
    columnsRepeated = names["number-columns-repeated"]
    rowsSpanned = names["number-rows-spanned"]
    columnsSpanned = names["number-columns-spanned"]
    formula = names["formula"]
    valueType = names["value-type"]
    value = names["value"]
    dateValue = names["date-value"]
    timeValue = names["time-value"]
    booleanValue = names["boolean-value"]
    stringValue = names["string-value"]
    count = names["c"]
  }
}
