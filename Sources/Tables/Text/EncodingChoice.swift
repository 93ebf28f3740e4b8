// SPDX-License-Identifier: Apache-2.0

/// How a file's bytes are read as text.
struct EncodingChoice: Equatable {
  let encoding: TextEncoding
  let isCertain: Bool
  /// Bytes of the byte order mark, which are no text.
  var markLength = 0

  /// Whether the text was taken for GB18030 because it is not UTF-8.
  var isGuessed: Bool { encoding == .gb18030 && !isCertain }

  /// What a problem says of a byte that is not of the encoding.
  func undecodable(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    let name = encoding.converterName ?? TextEncoding.utf8.rawValue
    return "0x\(digits.count == 1 ? "0" : "")\(digits) is not \(name)"
  }
}

/// The encoding of a file from its beginning: by its mark, else by its XML declaration or the
/// `meta` of a web page, else by its first bytes that are not ASCII, which are UTF-8 or else taken
/// for GB18030, as a guess.
/// - Parameters:
///   - isWhole: whether `head` is the whole file.
///   - wanted: the encoding that is not to be found out, since a person named it.
/// - Throws: `.unsupportedFormat` for XML or HTML that declares an encoding that Yuebao does not
///   read.
func chooseEncoding(
  of head: [UInt8], isWhole: Bool, wanted: TextEncoding? = nil
) throws(TableProblem) -> EncodingChoice {
  let marked = choiceByMark(head)
  if let wanted {
    let isMarked = marked.map { $0.encoding.converterName == wanted.converterName } ?? false
    return EncodingChoice(
      encoding: wanted, isCertain: true, markLength: isMarked ? marked?.markLength ?? 0 : 0)
  }
  if let marked { return marked }
  if let wide = choiceByWidth(head) { return wide }
  if let name = declaredEncoding(in: head) {
    if let declared = try choice(forDeclared: name, in: "XML") { return declared }
  } else if let name = pageEncoding(in: head) {
    if let declared = try choice(forDeclared: name, in: "a web page") { return declared }
  }
  if seemsUTF8(head, isWhole: isWhole) { return EncodingChoice(encoding: .utf8, isCertain: true) }
  return EncodingChoice(encoding: .gb18030, isCertain: false)
}

private func choiceByMark(_ head: [UInt8]) -> EncodingChoice? {
  if head.starts(with: [0xEF, 0xBB, 0xBF]) {
    return EncodingChoice(encoding: .utf8WithMark, isCertain: true, markLength: 3)
  }
  if head.starts(with: [0xFF, 0xFE]) {
    return EncodingChoice(encoding: .utf16LittleEndian, isCertain: true, markLength: 2)
  }
  if head.starts(with: [0xFE, 0xFF]) {
    return EncodingChoice(encoding: .utf16BigEndian, isCertain: true, markLength: 2)
  }
  if head.starts(with: [0x84, 0x31, 0x95, 0x33]) {
    return EncodingChoice(encoding: .gb18030, isCertain: true, markLength: 4)
  }
  return nil
}

/// UTF-16 without mark: markup begins with `<` and one more ASCII character; in other text every
/// separator, digit and line end has its NUL, always on the same side. One or two may be damage.
private func choiceByWidth(_ head: [UInt8]) -> EncodingChoice? {
  guard head.count >= 4 else { return nil }
  if head[0] == 0x3C && head[1] == 0 && head[2] != 0 && head[3] == 0 {
    return EncodingChoice(encoding: .utf16LittleEndian, isCertain: true)
  }
  if head[0] == 0 && head[1] == 0x3C && head[2] == 0 && head[3] != 0 {
    return EncodingChoice(encoding: .utf16BigEndian, isCertain: true)
  }
  let units = min(head.count / 2, 2048)
  let first = (0..<units).count { head[2 * $0] == 0 }
  let second = (0..<units).count { head[2 * $0 + 1] == 0 }
  if first == 0 && second > 2 && second * 8 >= units && isText(head, units, asciiAt: 0) {
    return EncodingChoice(encoding: .utf16LittleEndian, isCertain: false)
  }
  if second == 0 && first > 2 && first * 8 >= units && isText(head, units, asciiAt: 1) {
    return EncodingChoice(encoding: .utf16BigEndian, isCertain: false)
  }
  return nil
}

/// Whether all ASCII characters among the first units of UTF-16 are ones that texts have.
private func isText(_ head: [UInt8], _ units: Int, asciiAt side: Int) -> Bool {
  (0..<units).allSatisfy { unit in
    let byte = head[2 * unit + side]
    return head[2 * unit + 1 - side] != 0 || byte >= 32 || isBlank(byte)
  }
}

/// - Returns: `nil` where the declaration cannot be true: these bytes are not UTF-16.
private func choice(
  forDeclared name: String, in kind: String
) throws(TableProblem) -> EncodingChoice? {
  guard let encoding = TextEncoding(label: name) else {
    throw .unsupported("\(kind) in the encoding \(name)")
  }
  return encoding.unitWidth == 2 ? nil : EncodingChoice(encoding: encoding, isCertain: true)
}

/// The encoding that an XML declaration names, as it is written there.
private func declaredEncoding(in head: [UInt8]) -> String? {
  let start = head.prefix(64).firstIndex { !isBlank($0) } ?? 0
  guard head[start...].starts(with: "<?xml".utf8) else { return nil }
  var cursor = XMLCursor(Array(head[start...].prefix(1024).prefix { $0 != UInt8(ascii: ">") }))
  cursor.skip(5)
  return cursor.readAttribute(named: "encoding")
}

/// The encoding that a `meta` element among the first bytes of a web page names, in either of its
/// two ways: `charset="gb2312"` and `content="text/html; charset=gb2312"`.
private func pageEncoding(in head: [UInt8]) -> String? {
  let start = head.prefix(64).firstIndex { !isBlank($0) } ?? 0
  guard start < head.count, head[start] == UInt8(ascii: "<") else { return nil }
  let text = head.prefix(4096).map { (65...90).contains($0) ? $0 | 0x20 : $0 }
  var search = text[...]
  while let meta = search.firstRange(of: Array("<meta".utf8)) {
    let tag = text[meta.upperBound...].prefix { $0 != UInt8(ascii: ">") }
    if let charset = tag.firstRange(of: Array("charset".utf8)) {
      let value = tag[charset.upperBound...].drop { " =\"'\t".utf8.contains($0) }
      let name = value.prefix { $0 > 32 && !"\"';/".utf8.contains($0) }
      if !name.isEmpty { return String(decoding: name, as: UTF8.self) }
    }
    search = text[meta.upperBound...]
  }
  return nil
}

/// Whether bytes are UTF-8, or were meant to be.
///
/// Sixteen whole characters before the first fault do not come about by chance: in GB18030 about
/// one character in seven looks like UTF-8. Such a file is damaged UTF-8, and its fault is found.
private func seemsUTF8(_ head: [UInt8], isWhole: Bool) -> Bool {
  guard let start = firstNonASCII(in: head) else { return true }
  let end = isWhole ? head.count : head.count - lengthOfCutCharacter(atEndOf: head)
  guard let fault = firstUTF8Fault(in: head, upTo: end) else { return true }
  return head[start..<fault].count { $0 >= 0xC0 } >= 16
}
