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

  /// The format of a document with this root; `nil` for one that Yuebao does not read.
  var format: TableFormat? {
    if name == "Workbook" && namespace == "urn:schemas-microsoft-com:office:spreadsheet" {
      return .spreadsheetML
    }
    if name == "document" && namespace == "urn:oasis:names:tc:opendocument:xmlns:office:1.0" {
      return .flatODS
    }
    if namespace.lowercased().contains("sdmx") { return .sdmxML }
    return XMLRoot.pageElements.contains(name.lowercased()) ? .html : nil
  }

  /// Elements that a page may begin with when a program leaves out those around them.
  private static let pageElements: Set<String> = [
    "html", "head", "body", "title", "meta", "link", "base", "style", "script", "noscript",
    "table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "td", "th",
    "div", "span", "p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "center", "font", "form",
    "input", "img", "a", "b", "i", "u", "strong", "em", "pre", "ul", "ol", "frameset", "iframe",
    "section", "article", "main", "header", "nav",
  ]

  /// Looks behind declarations, instructions and comments for the first element's tag.
  static func find(in text: [UInt8]) -> Search {
    var cursor = XMLCursor(text)
    while true {
      cursor.skipBlanks()
      if cursor.startsWith("<?") {
        guard cursor.skip(past: "?>") else { return .missing(line: cursor.lastLine) }
      } else if cursor.startsWith("<!--") {
        guard cursor.skip(past: "-->") else { return .missing(line: cursor.lastLine) }
      } else if cursor.startsWith(inAnyCase: "<!doctype") {
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
