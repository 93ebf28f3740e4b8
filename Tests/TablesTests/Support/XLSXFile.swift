// SPDX-License-Identifier: Apache-2.0

/// A workbook for tests, with every part that readers look at.
struct XLSXFile {
  struct Sheet {
    var name = "甲"
    var attributes = ""
    /// What stands in `sheetData`.
    var rows = ""
    /// What stands behind it.
    var rest = ""
  }

  var sheets: [Sheet] = []
  /// What stands in `sst`; `nil` for no such part.
  var sharedTexts: String?
  /// What stands in `styleSheet`; `nil` for no such part.
  var styles: String?
  var workbookProperties = ""
  var namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  var relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  /// Parts that replace those of the same name, or are added.
  var parts: [String: String] = [:]

  /// A workbook of one sheet with these rows.
  init(_ rows: String, sharedTexts: String? = nil, styles: String? = nil, rest: String = "") {
    sheets = [Sheet(rows: rows, rest: rest)]
    self.sharedTexts = sharedTexts
    self.styles = styles
  }

  var bytes: [UInt8] {
    var all = standardParts
    for (name, text) in parts { all[name] = text }
    var writer = ZipWriter()
    for (name, text) in all.sorted(by: { $0.key < $1.key }) { writer.add(name, text) }
    return writer.bytes
  }

  private var standardParts: [String: String] {
    var all = [
      "[Content_Types].xml": contentTypes,
      "_rels/.rels": related([("rId1", "officeDocument", "book/b.xml")]),
      "book/b.xml": workbook,
    ]
    var related: [(String, String, String)] = []
    for (index, sheet) in sheets.enumerated() {
      all["book/sheets/s\(index).xml"] = xml(
        "worksheet", "<sheetData>\(sheet.rows)</sheetData>\(sheet.rest)")
      related.append(("s\(index)", "worksheet", "sheets/s\(index).xml"))
    }
    if let sharedTexts {
      all["book/texts.xml"] = xml("sst", sharedTexts)
      related.append(("t", "sharedStrings", "/book/texts.xml"))
    }
    if let styles {
      all["book/styles.xml"] = xml("styleSheet", styles)
      related.append(("y", "styles", "../book/./styles.xml"))
    }
    all["book/_rels/b.xml.rels"] = self.related(related)
    return all
  }

  private var workbook: String {
    let list = sheets.enumerated().map { index, sheet in
      "<sheet name='\(sheet.name)' sheetId='\(index + 1)' r:id='s\(index)' \(sheet.attributes)/>"
    }
    return xml(
      "workbook", "<workbookPr \(workbookProperties)/><sheets>\(list.joined())</sheets>",
      attributes: "xmlns:r='\(relationships)'")
  }

  private var contentTypes: String {
    """
    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
    <Default Extension="xml" ContentType="application/xml"/>\
    <Override PartName="/book/b.xml" ContentType=\
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>
    """
  }

  private func xml(_ root: String, _ content: String, attributes: String = "") -> String {
    "<?xml version=\"1.0\"?><\(root) xmlns='\(namespace)' \(attributes)>\(content)</\(root)>"
  }

  private func related(_ targets: [(id: String, kind: String, target: String)]) -> String {
    let list = targets.map { id, kind, target in
      "<Relationship Id='\(id)' Type='\(relationships)/\(kind)' Target='\(target)'/>"
    }
    let namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return "<Relationships xmlns='\(namespace)'>\(list.joined())</Relationships>"
  }
}
