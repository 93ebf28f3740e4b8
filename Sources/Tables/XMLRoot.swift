// SPDX-License-Identifier: Apache-2.0

/// The root element of a document, found without a parser: enough to tell what the document is.
struct XMLRoot {
  /// Without its prefix.
  let name: String
  /// Empty where it has none.
  let namespace: String

  enum Search {
    case root(XMLRoot)
    case documentType(name: String, line: Int)
    /// The text ends before the root element's tag does, on this line.
    case missing(line: Int)
  }

  static let webPage = "a web page (HTML)"
  static let spreadsheet = "urn:schemas-microsoft-com:office:spreadsheet"

  var isWorkbook: Bool { name == "Workbook" && namespace == XMLRoot.spreadsheet }

  /// What a document with this root is, in plain words.
  var kind: String {
    let pageElements = ["html", "table", "head", "body", "meta", "div", "style"]
    if pageElements.contains(name.lowercased()) { return XMLRoot.webPage }
    if namespace.lowercased().contains("sdmx") {
      return "an SDMX message (XML, root element \(name))"
    }
    return "XML with the root element \(name)"
  }

  /// Looks behind declarations, instructions and comments for the first element's tag.
  static func find(in text: [UInt8]) -> Search {
    var cursor = XMLCursor(text)
    while true {
      cursor.skipBlanks()
      if cursor.startsWith("<?") {
        guard cursor.skip(past: "?>") else { return .missing(line: cursor.lastLine) }
      } else if cursor.startsWith("<!--") {
        guard cursor.skip(past: "-->") else { return .missing(line: cursor.lastLine) }
      } else if cursor.startsWith("<!DOCTYPE") || cursor.startsWith("<!doctype") {
        let line = cursor.line
        cursor.skip(9)
        cursor.skipBlanks()
        return .documentType(name: cursor.readName(), line: line)
      } else {
        return readTag(&cursor)
      }
    }
  }

  private static func readTag(_ cursor: inout XMLCursor) -> Search {
    cursor.skip(1)
    let name = cursor.readName()
    guard !name.isEmpty, !cursor.isAtEnd else { return .missing(line: cursor.lastLine) }
    let parts = name.split(separator: ":", maxSplits: 1)
    let declaration = parts.count == 2 ? "xmlns:\(parts[0])" : "xmlns"
    let namespace = cursor.readAttribute(named: declaration)
    return .root(XMLRoot(name: String(parts.last ?? ""), namespace: namespace ?? ""))
  }
}
