// SPDX-License-Identifier: Apache-2.0

/// A workbook of one sheet with these rows.
func workbook(_ rows: String, declaration: String = "<?xml version=\"1.0\"?>") -> String {
  """
  \(declaration)
  <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
   xmlns:x="urn:schemas-microsoft-com:office:excel"
   xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"
   xmlns:html="http://www.w3.org/TR/REC-html40">
  <Worksheet ss:Name="甲"><Table>\(rows)</Table></Worksheet>
  </Workbook>
  """
}

/// A cell of text.
func cell(_ text: String, _ attributes: String = "") -> String {
  "<Cell \(attributes)><Data ss:Type=\"String\">\(escaped(text))</Data></Cell>"
}

/// XML turns a line end into LF unless it is written as a character reference.
func escaped(_ text: String) -> String {
  text.unicodeScalars.map { scalar in
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\"": "&quot;"
    case "\r": "&#13;"
    default: String(scalar)
    }
  }.joined()
}
