// SPDX-License-Identifier: Apache-2.0

/// How a delimited text is written, and where its first row begins.
struct CSVDialect: Sendable {
  let choice: EncodingChoice
  let separator: UInt8
  /// The offset of the first row in the file: behind a byte order mark and a `sep=` line.
  let start: Int
  /// Lines before the first row.
  let linesBefore: Int
  /// Whether the separator is a guess from the text's beginning.
  let isGuessed: Bool

  /// - Parameters:
  ///   - head: the text's beginning.
  ///   - isWhole: whether that is the whole text.
  ///   - wanted: the separator, where a person named it.
  init(head: [UInt8], isWhole: Bool, choice: EncodingChoice, wanted: UInt8?) {
    self.choice = choice
    let declared = declaredSeparator(in: head)
    let fixed = separatorOfSDMX(in: head[...])
    let length = declared?.length ?? 0
    start = choice.markLength + length * choice.encoding.unitWidth
    linesBefore = declared == nil ? 0 : 1
    isGuessed = wanted == nil && declared == nil && fixed == nil
    separator =
      wanted ?? declared?.separator ?? fixed
      ?? detectSeparator(in: head.dropFirst(length), isWhole: isWhole)
  }
}

/// The separator that a first line `sep=;` declares, as Excel reads it, and that line's length with
/// its end.
private func declaredSeparator(in head: [UInt8]) -> (separator: UInt8, length: Int)? {
  guard head.count >= 5, head[..<4].map({ $0 | 0x20 }).elementsEqual("sep=".utf8) else {
    return nil
  }
  let separator = head[4]
  guard separator < 0x80, !isLineEnd(separator) else { return nil }
  var length = 5
  guard length < head.count else { return (separator, length) }
  guard isLineEnd(head[length]) else { return nil }
  length += head[length...].starts(with: [13, 10]) ? 2 : 1
  return (separator, length)
}

func isLineEnd(_ byte: UInt8) -> Bool { byte == 10 || byte == 13 }
