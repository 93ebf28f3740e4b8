// SPDX-License-Identifier: Apache-2.0

/// How a file's bytes are read as text.
struct EncodingChoice: Equatable {
  let encoding: TextEncoding
  let isCertain: Bool
  /// Bytes of the byte order mark, which are no text.
  var markLength = 0
}

/// The encoding of a file from its beginning: by its mark, else by its XML declaration, else by
/// its first bytes that are not ASCII, which are UTF-8 or else taken for GB18030, as a guess.
/// - Parameter isWhole: whether `head` is the whole file.
/// - Throws: `.unsupportedFormat` for XML that declares an encoding that Yuebao does not read.
func chooseEncoding(of head: [UInt8], isWhole: Bool) throws(TableProblem) -> EncodingChoice {
  if let marked = choiceByMark(head) { return marked }
  if let wide = choiceByWidth(head) { return wide }
  if let name = declaredEncoding(in: head), let declared = try choice(forDeclared: name) {
    return declared
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

/// UTF-16 without mark, where the file begins with `<` and one more ASCII character.
private func choiceByWidth(_ head: [UInt8]) -> EncodingChoice? {
  guard head.count >= 4 else { return nil }
  if head[0] == 0x3C && head[1] == 0 && head[2] != 0 && head[3] == 0 {
    return EncodingChoice(encoding: .utf16LittleEndian, isCertain: true)
  }
  if head[0] == 0 && head[1] == 0x3C && head[2] == 0 && head[3] != 0 {
    return EncodingChoice(encoding: .utf16BigEndian, isCertain: true)
  }
  return nil
}

/// - Returns: `nil` where the declaration cannot be true: these bytes are not UTF-16.
private func choice(forDeclared name: String) throws(TableProblem) -> EncodingChoice? {
  switch name.uppercased() {
  case "UTF-8", "UTF8", "US-ASCII", "ASCII": EncodingChoice(encoding: .utf8, isCertain: true)
  case "GB18030", "GBK", "GB2312", "GB_2312-80", "CP936", "X-GBK":
    EncodingChoice(encoding: .gb18030, isCertain: true)
  case "UTF-16", "UTF-16LE", "UTF-16BE", "UNICODE": nil
  default: throw .unsupported("XML in the encoding \(name)")
  }
}

/// The encoding that an XML declaration names, as it is written there.
private func declaredEncoding(in head: [UInt8]) -> String? {
  let start = head.prefix(64).firstIndex { !isBlank($0) } ?? 0
  guard head[start...].starts(with: "<?xml".utf8) else { return nil }
  var cursor = XMLCursor(Array(head[start...].prefix(1024).prefix { $0 != UInt8(ascii: ">") }))
  cursor.skip(5)
  return cursor.readAttribute(named: "encoding")
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
