// SPDX-License-Identifier: Apache-2.0

/// A file's bytes, chunk by chunk, as UTF-8.
struct TextDecoder: ~Copyable {
  /// What the last chunk gave: valid UTF-8 without NUL, only whole characters.
  private(set) var text: [UInt8] = []

  private let choice: EncodingChoice
  /// `nil` for UTF-8, which is only checked.
  private let converter: TextConverter?
  /// Bytes not decoded yet. The first of them begins a character.
  private var bytes: [UInt8] = []
  /// Where they lie in the file.
  private var offset = 0
  private var lines = LineCount()
  private var plausibility = GB18030Plausibility()

  init(_ choice: EncodingChoice) throws(TableProblem) {
    self.choice = choice
    if let name = choice.encoding.converterName {
      converter = try TextConverter(from: name)
    } else {
      converter = nil
    }
  }

  /// The doubt about a guessed encoding, from all that was decoded; `nil` where there is none.
  var doubt: TableProblem? { choice.isGuessed ? plausibility.problem : nil }

  /// Decodes one chunk more.
  /// - Returns: the undecodable or NUL byte at which `text` ends; `nil` when there is none.
  mutating func decode(_ chunk: [UInt8], isLast: Bool) -> TableProblem? {
    bytes.append(contentsOf: chunk)
    if offset == 0 && choice.markLength > 0 {
      bytes.removeFirst(choice.markLength)
      offset = choice.markLength
    }
    let nul = firstNUL
    let end = nul ?? bytes.count
    let (count, isFault) = convert(upTo: end)
    if choice.isGuessed { plausibility.count(bytes[..<count]) }
    lines.count(text, upTo: text.count)
    offset += count
    bytes.removeFirst(count)
    // A character cut by the end, or by a NUL, is as wrong as any other invalid byte.
    if isFault || (count < end && (isLast || nul != nil)) { return undecodable }
    return nul.map { _ in
      TableProblem(.controlByte, detail: "NUL", line: lines.line, byteOffset: offset)
    }
  }

  private mutating func convert(upTo end: Int) -> (count: Int, isFault: Bool) {
    text.removeAll(keepingCapacity: true)
    if let converted = converter?.convert(&bytes, upTo: end, into: &text) { return converted }
    let fault = firstUTF8Fault(in: bytes, upTo: end)
    let cut = end < bytes.count ? 0 : lengthOfCutCharacter(atEndOf: bytes)
    let count = fault ?? end
    text.append(contentsOf: bytes[..<count])
    return (count, fault != nil && end - count != cut)
  }

  private var firstNUL: Int? {
    if choice.encoding.unitWidth == 1 { return Tables.firstNUL(in: bytes) }
    return stride(from: 0, to: bytes.count - 1, by: 2).first {
      bytes[$0] == 0 && bytes[$0 + 1] == 0
    }
  }

  private var undecodable: TableProblem {
    TableProblem(
      .undecodableByte, detail: choice.undecodable(bytes.first ?? 0), line: lines.line,
      byteOffset: offset)
  }
}
