// SPDX-License-Identifier: Apache-2.0

/// The format of a text, from its beginning. Text that is nothing else is delimited.
/// - Throws: `.unsupportedFormat`, which says in plain words what it seems to be; `.malformedXML`
///   for XML that ends before its root element; `.documentType`.
func recogniseFormat(of head: [UInt8], isWhole: Bool) throws(TableProblem) -> TableFormat {
  let start = head.firstIndex { !isBlank($0) } ?? head.endIndex
  let text = head[start...]
  if text.startsLikeMarkup { return try recogniseMarkup(head, isWhole: isWhole) }
  if text.startsLikeJSON { throw .unsupported("JSON data") }
  if text.startsLikeMIME { throw .unsupported("a web archive (MIME)") }
  return .csv
}

private func recogniseMarkup(
  _ head: [UInt8], isWhole: Bool
) throws(TableProblem) -> TableFormat {
  switch XMLRoot.find(in: head) {
  case .root(let root):
    if let format = root.format { return format }
    throw .unsupported("XML with the root element \(root.name)")
  case .documentType(let name, let line):
    if name.lowercased() == "html" { return .html }
    throw TableProblem(.documentType, detail: "<!DOCTYPE \(name)", line: line)
  case .missing(let line):
    if !isWhole { throw .unsupported("XML that begins with a very long comment") }
    throw TableProblem(
      .malformedXML, detail: "the file ends before its root element begins", line: line)
  }
}

extension ArraySlice<UInt8> {
  /// `<` before a letter, `_`, `?`, `!`: a first cell such as `<5` is text.
  fileprivate var startsLikeMarkup: Bool {
    guard first == UInt8(ascii: "<") else { return false }
    guard let next = dropFirst().first else { return true }
    return next == UInt8(ascii: "?") || next == UInt8(ascii: "!") || next == UInt8(ascii: "_")
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(next | 0x20)
  }

  fileprivate var startsLikeJSON: Bool {
    guard let first, let next = dropFirst().first(where: { !isBlank($0) }) else { return false }
    if first == UInt8(ascii: "{") { return next == UInt8(ascii: "\"") || next == UInt8(ascii: "}") }
    return first == UInt8(ascii: "[") && "{[\"".utf8.contains(next)
  }

  /// `MIME-Version` at the beginning of a line among the first headers.
  fileprivate var startsLikeMIME: Bool {
    prefix(2048).split(whereSeparator: { $0 == 10 || $0 == 13 }).contains { line in
      line.prefix(13).map { $0 | 0x20 }.elementsEqual("mime-version:".utf8)
    }
  }
}
