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
    let pageElements = ["html", "table", "head", "body", "meta", "div", "style", "title"]
    return pageElements.contains(name.lowercased()) ? .html : nil
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
