// SPDX-License-Identifier: Apache-2.0

/// A place in the bytes of a document's beginning that only moves forward.
struct XMLCursor {
  private let text: [UInt8]
  private var position = 0

  init(_ text: [UInt8]) { self.text = text }

  var isAtEnd: Bool { position == text.count }

  /// Counted from 1.
  var line: Int { lineNumber(at: position) }

  /// The text's last line, counted from 1.
  var lastLine: Int { lineNumber(at: text.count) }

  func startsWith(_ prefix: String) -> Bool { text[position...].starts(with: prefix.utf8) }

  /// - Parameter prefix: in lower case.
  func startsWith(inAnyCase prefix: String) -> Bool {
    text[position...].prefix(prefix.utf8.count).map { (65...90).contains($0) ? $0 | 0x20 : $0 }
      .elementsEqual(prefix.utf8)
  }

  mutating func skip(_ count: Int) { position = min(position + count, text.count) }

  mutating func skipBlanks() {
    while position < text.count, isBlank(text[position]) { position += 1 }
  }

  /// - Returns: `false`, at the end of the text, where `mark` does not come.
  mutating func skip(past mark: String) -> Bool {
    let first = mark.utf8.first
    while position < text.count {
      if text[position] == first, startsWith(mark) {
        skip(mark.utf8.count)
        return true
      }
      position += 1
    }
    return false
  }

  /// Reads up to a blank, `>`, `/`, `=`, `[` or the end.
  mutating func readName() -> String {
    let start = position
    while position < text.count, !isBlank(text[position]), !">/=[".utf8.contains(text[position]) {
      position += 1
    }
    return String(decoding: text[start..<position], as: UTF8.self)
  }

  /// Reads the attributes of the tag it stands in; of two with one name, the first counts.
  mutating func readAttribute(named wanted: String) -> String? {
    while true {
      skipBlanks()
      let name = readName()
      guard !name.isEmpty else { return nil }
      skipBlanks()
      guard startsWith("=") else { continue }
      skip(1)
      skipBlanks()
      let value = readQuoted()
      if name == wanted { return value }
    }
  }

  /// Reads a value in either kind of quotes; the empty one where there are none.
  private mutating func readQuoted() -> String {
    guard !isAtEnd, "\"'".utf8.contains(text[position]) else { return "" }
    let start = position + 1
    let quote = text[position]
    let end = text[start...].firstIndex(of: quote) ?? text.count
    position = min(end + 1, text.count)
    return String(decoding: text[start..<end], as: UTF8.self)
  }

  private func lineNumber(at end: Int) -> Int {
    var lines = LineCount()
    lines.count(text, upTo: end)
    return lines.line
  }
}
