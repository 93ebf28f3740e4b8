// SPDX-License-Identifier: Apache-2.0

/// A message with placeholders: `同比增长{value}%`.
///
/// `{` begins a placeholder only where a name and `}` follow; other braces are text. `{?…?}` is an
/// optional part: it stands only where each placeholder in it has a text.
struct Pattern: Hashable, Sendable {
  enum Part: Hashable, Sendable {
    case text(String)
    case placeholder(String)
    case optional(Pattern)
  }

  let parts: [Part]

  init(_ text: String) {
    var parts: [Part] = []
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{") {
      let inner = rest[rest.index(after: open)...]
      if inner.first == "?", let end = inner.firstRange(of: "?}") {
        parts.append(.text(String(rest[..<open])))
        parts.append(.optional(Pattern(String(inner[..<end.lowerBound].dropFirst()))))
        rest = inner[end.upperBound...]
        continue
      }
      guard let close = inner.firstIndex(of: "}"), Pattern.isName(inner[..<close]) else {
        parts.append(.text(String(rest[...open])))
        rest = inner
        continue
      }
      parts.append(.text(String(rest[..<open])))
      parts.append(.placeholder(String(inner[..<close])))
      rest = inner[inner.index(after: close)...]
    }
    parts.append(.text(String(rest)))
    self.parts = parts.filter { $0 != .text("") }
  }

  private static func isName(_ text: Substring) -> Bool {
    !text.isEmpty && text.allSatisfy { $0 == "_" || ($0.isASCII && ($0.isLetter || $0.isNumber)) }
  }

  var placeholders: Set<String> {
    parts.reduce(into: []) { names, part in
      switch part {
      case .text: break
      case .placeholder(let name): names.insert(name)
      case .optional(let pattern): names.formUnion(pattern.placeholders)
      }
    }
  }

  /// Puts pieces in the placeholders' places. One without a value stays as it is written, so that
  /// a slip is seen and not read over.
  func filled(with values: [String: [Piece]]) -> [Piece] {
    parts.flatMap { part in
      switch part {
      case .text(let text): [Piece.text(text)]
      case .placeholder(let name): values[name] ?? [.text("{\(name)}")]
      case .optional(let pattern):
        pattern.placeholders.allSatisfy { values[$0].map { !$0.text.isEmpty } ?? false }
          ? pattern.filled(with: values) : []
      }
    }
  }
}
