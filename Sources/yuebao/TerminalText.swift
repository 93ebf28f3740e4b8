// SPDX-License-Identifier: Apache-2.0

/// Text from a file, as it can be shown on a terminal: no character of it acts on the terminal,
/// and none is invisible.
struct TerminalText {
  /// Wider text is cut, and ends with `…`.
  let limit: Int
  /// UTF-8.
  private(set) var bytes: [UInt8] = []
  private(set) var width = 0
  /// Where the text is cut when more than `limit` comes: what stands before is one column less.
  private var cut = (bytes: 0, width: 0)

  init(limit: Int) { self.limit = limit }

  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    width = 0
    cut = (0, 0)
  }

  /// Takes a whole text, which is UTF-8.
  mutating func set(_ text: UnsafeBufferPointer<UInt8>) {
    clear()
    if text.count <= limit, text.allSatisfy({ (0x20...0x7E).contains($0) }) {
      bytes.append(contentsOf: text)
      width = text.count
      return
    }
    var scalars = text.makeIterator()
    var decoder = UTF8()
    while true {
      switch decoder.decode(&scalars) {
      case .scalarValue(let scalar):
        if scalar == "\r", isBeforeLineFeed(scalars) { continue }
        guard append(scalar) else { return }
      case .error: guard append("\u{FFFD}") else { return }
      case .emptyInput: return
      }
    }
  }

  private func isBeforeLineFeed(_ rest: UnsafeBufferPointer<UInt8>.Iterator) -> Bool {
    var rest = rest
    return rest.next() == 10
  }

  /// - Returns: `false` where the text is cut.
  private mutating func append(_ scalar: Unicode.Scalar) -> Bool {
    if let shown = scalar.shown {
      for scalar in shown.unicodeScalars {
        guard appendVisible(scalar) else { return false }
      }
      return true
    }
    return appendVisible(scalar)
  }

  private mutating func appendVisible(_ scalar: Unicode.Scalar) -> Bool {
    let added = scalar.displayWidth
    if width + added > limit || bytes.count > 8 * limit {
      bytes.removeLast(bytes.count - cut.bytes)
      bytes += "…".utf8
      width = cut.width + 1
      return false
    }
    bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    width += added
    if width < limit { cut = (bytes.count, width) }
    return true
  }
}

extension String {
  /// The text with its control characters and invisible ones shown, so that none acts on a
  /// terminal. Line feeds stay.
  var withVisibleControls: String {
    guard unicodeScalars.contains(where: { $0 != "\n" && $0.shown != nil }) else { return self }
    return unicodeScalars.map { $0 == "\n" ? "\n" : $0.shown ?? String($0) }.joined()
  }

  /// The same for a name or path, which has no lines.
  var onOneLine: String {
    unicodeScalars.map { $0.shown ?? String($0) }.joined()
  }
}

extension Unicode.Scalar {
  /// What is shown in place of a character that acts on a terminal or cannot be seen; `nil` for
  /// others. A line's end is `⏎`, a control character its picture such as `␛`, others are named
  /// such as `<U+202E>`.
  fileprivate var shown: String? {
    switch value {
    case 0x20...0x7E: return nil
    case 0x0A, 0x0D: return "⏎"
    case 0x00...0x1F: return Unicode.Scalar(0x2400 + value).map(String.init)
    case 0x7F: return "␡"
    case 0x80...0x9F, 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F,
      0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
      let digits = String(value, radix: 16, uppercase: true)
      return "<U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)>"
    default: return nil
    }
  }
}
