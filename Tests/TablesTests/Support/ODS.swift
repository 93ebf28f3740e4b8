// SPDX-License-Identifier: Apache-2.0

private let namespaces = """
  xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
  xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
  xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
  xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
  xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" \
  xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
  """

let spreadsheetMediaType = "application/vnd.oasis.opendocument.spreadsheet"

/// A Flat ODS file with these sheets.
func flatODS(sheets: String, styles: String = "") -> String {
  """
  <?xml version="1.0" encoding="UTF-8"?>
  <office:document \(namespaces) office:mimetype="\(spreadsheetMediaType)">
  <office:automatic-styles>\(styles)</office:automatic-styles>
  <office:body><office:spreadsheet>\(sheets)</office:spreadsheet></office:body>
  </office:document>
  """
}

/// A Flat ODS file with one sheet of these rows.
func flatODS(_ rows: String) -> String {
  flatODS(sheets: "<table:table table:name=\"甲\">\(rows)</table:table>")
}

/// The content of an ODS archive with one sheet of these rows.
func odsContent(_ rows: String) -> String {
  flatODS(rows).replacing("office:document ", with: "office:document-content ")
    .replacing("</office:document>", with: "</office:document-content>")
}

/// An ODS archive with one sheet of these rows.
func ods(_ rows: String) -> [UInt8] {
  zipArchive(["mimetype": spreadsheetMediaType, "content.xml": odsContent(rows)])
}

/// A row of these cells.
func odsRow(_ cells: String, _ attributes: String = "") -> String {
  "<table:table-row \(attributes)>\(cells)</table:table-row>"
}

/// A cell with these attributes, which shows these paragraphs.
func odsCell(_ attributes: String, _ paragraphs: String = "") -> String {
  "<table:table-cell \(attributes)>\(paragraphs)</table:table-cell>"
}

/// A cell of text as LibreOffice writes it, blanks and line ends included.
func odsText(_ text: String) -> String {
  // By scalars: CR and LF are one character.
  let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
  let paragraphs = lines.map { "<text:p>\(odsParagraph(String($0)))</text:p>" }
  return odsCell("office:value-type=\"string\"", paragraphs.joined())
}

private func odsParagraph(_ line: String) -> String {
  var isBehindSpace = true
  return line.unicodeScalars.enumerated().map { index, scalar in
    let isLast = index == line.unicodeScalars.count - 1
    defer { isBehindSpace = scalar == " " }
    switch scalar {
    case " " where isBehindSpace || isLast: return "<text:s/>"
    case "\t": return "<text:tab/>"
    // A paragraph cannot hold it: collapsed, it would be a space.
    case "\r": return "<text:line-break/>"
    default: return escaped(String(scalar))
    }
  }.joined()
}
