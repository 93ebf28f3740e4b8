// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Moves through a template from tag to tag. Mustache keeps its own tokens to itself, and without
/// places.
struct TagScanner {
  private var rest: Substring
  private let file: String
  private var line = 1
  private var column = 1
  private var open = "{{"
  private var close = "}}"

  init(text: String, file: String) {
    rest = text[...]
    self.file = file
  }

  /// The next tag that names something; `nil` at the end.
  mutating func next() -> TemplateTag? {
    while let found = scan() {
      if case .tag(let tag) = found { return tag }
    }
    return nil
  }

  private enum Found {
    case tag(TemplateTag)
    /// A comment, a pragma, new delimiters or a block of inheritance.
    case nameless
  }

  private mutating func scan() -> Found? {
    guard skip(to: open) else { return nil }
    let location = Location(file: file, column: column, line: line)
    advance(by: open.count)
    guard let end = rest.firstRange(of: close) else { return nil }
    var content = rest[..<end.lowerBound].trimmed
    let length = rest.distance(from: rest.startIndex, to: end.upperBound)
    let sign = content.first
    if sign == "=" { changeDelimiters(content) }
    advance(by: length)
    guard let kind = Self.kind(of: sign) else { return .nameless }
    if kind != .variable { content = content.dropFirst().trimmed }
    // "{{{name}}}" closes with one brace more.
    if sign == "{", rest.first == "}" { advance(by: 1) }
    return .tag(TemplateTag(kind: kind, name: String(content), location: location))
  }

  private static func kind(of sign: Character?) -> TemplateTag.Kind? {
    switch sign {
    case "!", "=", "%", "$", nil: nil
    case "{", "&": .unescaped
    case "#": .section
    case "^": .inverted
    case "/": .end
    case ">", "<": .partial
    default: .variable
    }
  }

  private mutating func changeDelimiters(_ content: Substring) {
    let words = content.dropFirst().dropLast().split(whereSeparator: \.isWhitespace)
    guard words.count == 2 else { return }
    open = String(words[0])
    close = String(words[1])
  }

  private mutating func skip(to delimiter: String) -> Bool {
    guard let range = rest.firstRange(of: delimiter) else { return false }
    advance(by: rest.distance(from: rest.startIndex, to: range.lowerBound))
    return true
  }

  private mutating func advance(by count: Int) {
    for _ in 0..<count {
      let isNewline = rest.removeFirst().isNewline
      line += isNewline ? 1 : 0
      column = isNewline ? 1 : column + 1
    }
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    let start = drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return start.prefix(0) }
    return start[...last]
  }
}
