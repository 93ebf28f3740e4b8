// SPDX-License-Identifier: Apache-2.0

/// A message with placeholders: `同比增长{value}%`.
///
/// `{` begins a placeholder only where a name and `}` follow; other braces are text.
struct Pattern: Hashable, Sendable {
  enum Part: Hashable, Sendable {
    case text(String)
    case placeholder(String)
  }

  let parts: [Part]

  init(_ text: String) {
    var parts: [Part] = []
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{") {
      let inner = rest[rest.index(after: open)...]
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
    Set(
      parts.compactMap { part in
        if case .placeholder(let name) = part { name } else { nil }
      })
  }

  /// Puts pieces in the placeholders' places. One without a value stays as it is written, so that
  /// a slip is seen and not read over.
  func filled(with values: [String: [Piece]]) -> [Piece] {
    parts.flatMap { part in
      switch part {
      case .text(let text): [Piece.text(text)]
      case .placeholder(let name): values[name] ?? [.text("{\(name)}")]
      }
    }
  }
}
