// SPDX-License-Identifier: Apache-2.0
import CLibXML2

/// A start tag as libxml2's HTML parser shows it. Valid only during the call that brings it.
struct HTMLElement {
  /// In lower case, with its prefix if it has one.
  let name: XMLName
  /// The line where its tag ends, counted from 1.
  let line: Int
  /// How many elements are open, with this one.
  let depth: Int
  /// Name and value by turns, ended by a null; `nil` for none.
  private let attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?

  init(
    name: XMLName, line: Int, depth: Int,
    attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) {
    self.name = name
    self.line = line
    self.depth = depth
    self.attributes = attributes
  }

  var hasAttributes: Bool { attributes != nil }

  /// Shows each attribute in turn; the value is `nil` where it has none, not even an empty one.
  func forEachAttribute<Failure: Error>(
    _ show: (XMLName, UnsafeBufferPointer<UInt8>?) throws(Failure) -> Void
  ) throws(Failure) {
    guard var attribute = attributes else { return }
    while let name = attribute[0] {
      let value = attribute[1].map { UnsafeBufferPointer(start: $0, count: Int(xmlStrlen($0))) }
      try show(XMLName(name), value)
      attribute += 2
    }
  }
}

/// What `HTMLParser` tells, in the page's order. Throwing stops it.
protocol HTMLHandler: AnyObject {
  func start(_ element: HTMLElement) throws(TableProblem)
  /// - Parameters:
  ///   - depth: how many elements are open, with this one.
  ///   - isCutOff: whether the element ends only because the text does.
  func end(_ name: XMLName, depth: Int, isCutOff: Bool) throws(TableProblem)
  /// A piece of text, of which one element may have many.
  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(TableProblem)
  /// A piece of a script or a style sheet.
  func rawText(_ bytes: UnsafeBufferPointer<UInt8>) throws(TableProblem)
  func comment(_ bytes: UnsafeBufferPointer<UInt8>) throws(TableProblem)
  /// A character was left out that XML does not have, such as U+0001.
  /// - Parameter words: libxml2's, which name it.
  func invalidCharacter(_ words: String) throws(TableProblem)
}

/// libxml2's HTML parser over a text that it pulls. It builds no tree. All calls to that parser are
/// in this file.
///
/// The text is UTF-8, whatever the page declares. libxml2 2.9 follows HTML 4; where the standard of
/// today reads a page otherwise and cells depend on it, this type corrects it: see
/// `HTMLCharacters`. It also keeps bounds that the library lacks.
final class HTMLParser {
  private let text: TextStream
  private let limits: TableLimits
  private var handler: (any HTMLHandler)?
  private var context: htmlParserCtxtPtr?
  // Unchecked, here and in what it tells: one thread, in one callback at a time, comes near them.
  @exclusivity(unchecked) private var characters = HTMLCharacters()
  /// How much of the stream's chunk libxml2 has taken.
  @exclusivity(unchecked) private var taken = 0
  @exclusivity(unchecked) private var hasChunk = false
  @exclusivity(unchecked) private var isAtEnd = false
  /// Bytes that libxml2 has taken since it last told something, and places among them where an
  /// attribute may begin.
  @exclusivity(unchecked) private var silentBytes = 0
  @exclusivity(unchecked) private var silentGaps = 0
  /// Where the end tag stood that the end of the text was last taken for.
  @exclusivity(unchecked) private var lastEndTag: UnsafePointer<UInt8>?
  /// The first one. The parser is let run out without being heard: stopping it from inside is not
  /// safe in all releases.
  private var problem: TableProblem? {
    didSet { isStopped = true }
  }
  /// Asked at each event, for which the problem itself is too large.
  @exclusivity(unchecked) private var isStopped = false

  init(_ text: TextStream, limits: TableLimits) {
    _ = library
    self.text = text
    self.limits = limits
  }

  /// The open elements. libxml2 keeps count also of those whose end it does not tell.
  private var depth: Int { context.map { Int($0.pointee.nameNr) } ?? 0 }

  private var input: xmlParserInputPtr? { context?.pointee.input }

  /// The line that the parser has come to, counted from 1.
  private var line: Int { input.map { Int($0.pointee.line) } ?? 1 }

  /// Parses the whole text.
  /// - Parameter makeHandler: makes the handler, which asks for the names that it knows.
  func parse(_ makeHandler: (XMLNames) -> any HTMLHandler) throws(TableProblem) {
    // Fails only when malloc does; Swift's own allocations end the program there too.
    guard let context = htmlNewParserCtxt() else { fatalError("no memory for an HTML parser") }
    defer {
      self.context = nil
      htmlFreeParserCtxt(context)
    }
    self.context = context
    let this = Unmanaged.passUnretained(self).toOpaque()
    context.pointee.sax.pointee = makeCallbacks()
    context.pointee.userData = this
    guard
      let buffer = xmlParserInputBufferCreateIO(readText, nil, this, XML_CHAR_ENCODING_NONE),
      let input = xmlNewIOInputStream(context, buffer, XML_CHAR_ENCODING_NONE)
    else { fatalError("no memory for an HTML parser") }
    inputPush(context, input)
    // Without RECOVER any end tag inside a script would end it.
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
    htmlCtxtUseOptions(context, Int32(options))
    // Or it would look for a declaration when it meets the first byte that is not ASCII.
    context.pointee.charset = Int32(XML_CHAR_ENCODING_UTF8.rawValue)
    handler = makeHandler(XMLNames(context.pointee.dict))
    htmlParseDocument(context)
    handler = nil
    if let problem { throw problem }
  }

  // MARK: - What libxml2 asks for

  /// - Returns: how many bytes were copied, 0 at the end of the text or after a problem.
  fileprivate func copyText(to buffer: UnsafeMutableRawBufferPointer) -> Int32 {
    guard !isStopped, isWithinBounds else { return 0 }
    do throws(TableProblem) {
      while !hasChunk || taken == text.text.count {
        taken = 0
        hasChunk = try text.next()
        if !hasChunk {
          isAtEnd = true
          return 0
        }
      }
    } catch {
      stop(error)
      return 0
    }
    let count = min(buffer.count, text.text.count - taken)
    text.text.withUnsafeBytes { source in
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: source[taken..<taken + count]))
    }
    let copied = UnsafeMutableRawBufferPointer(rebasing: buffer[..<count])
    replaceFormFeeds(in: copied)
    if silentBytes > 16 << 10 { silentGaps += copied.count { $0 <= 32 || $0 == 34 || $0 == 39 } }
    taken += count
    silentBytes += count
    return Int32(count)
  }

  /// Bounds on what libxml2 keeps in memory, and on attributes, since its time for a tag grows with
  /// their number's square.
  private var isWithinBounds: Bool {
    if silentBytes > limits.pageMarkupBytes {
      stop(.limit("pageMarkupBytes", limits.pageMarkupBytes))
    } else if context?.pointee.instate != XML_PARSER_COMMENT, silentGaps > limits.attributes {
      stop(.limit("attributes", limits.attributes))
    } else if let names = context?.pointee.dict, xmlDictSize(names) > limits.names {
      stop(.limit("names", limits.names))
    }
    return !isStopped
  }

  // MARK: - What libxml2 tells

  fileprivate func start(_ element: HTMLElement) {
    characters.endText()
    if element.depth > limits.pageDepth { return stop(.limit("pageDepth", limits.pageDepth)) }
    tell { handler throws(TableProblem) in try handler.start(element) }
  }

  fileprivate func end(_ name: UnsafePointer<UInt8>) {
    characters.endText()
    let isCutOff = isAtEnd && !endsByTag(name)
    tell { handler throws(TableProblem) in
      try handler.end(XMLName(name), depth: depth, isCutOff: isCutOff)
    }
  }

  fileprivate func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let cursor = input?.pointee.cur else { return }
    tell { handler throws(TableProblem) in
      try characters.read(bytes, before: cursor) { piece throws(TableProblem) in
        try handler.text(piece)
      }
    }
  }

  fileprivate func rawText(_ bytes: UnsafeBufferPointer<UInt8>) {
    tell { handler throws(TableProblem) in try handler.rawText(bytes) }
  }

  fileprivate func comment(_ bytes: UnsafeBufferPointer<UInt8>) {
    tell { handler throws(TableProblem) in try handler.comment(bytes) }
  }

  private func tell(_ what: (any HTMLHandler) throws(TableProblem) -> Void) {
    silentBytes = 0
    silentGaps = 0
    guard !isStopped, let handler else { return }
    do throws(TableProblem) { try what(handler) } catch { stop(error) }
  }

  /// Whether an element that ends where the text does has its end tag there, or the page has. One
  /// end tag ends one element of its name.
  private func endsByTag(_ name: UnsafePointer<UInt8>) -> Bool {
    guard let input = input?.pointee, let cursor = input.cur, let base = input.base else {
      return false
    }
    guard cursor == input.end else { return true }
    guard let tag = EndTag(before: cursor, from: base) else { return false }
    if tag.isNamed("body") || tag.isNamed("html") { return true }
    guard tag.isNamed(name), lastEndTag != cursor else { return false }
    lastEndTag = cursor
    return true
  }

  fileprivate func fault(_ error: xmlError) {
    switch xmlParserErrors(rawValue: UInt32(bitPattern: error.code)) {
    case XML_ERR_INVALID_CHAR:
      tell { handler throws(TableProblem) in try handler.invalidCharacter(words(of: error)) }
    case XML_ERR_GT_REQUIRED where isAtEnd && input?.pointee.cur == input?.pointee.end:
      stop(TableProblem(.damagedTable, detail: "the file ends inside a tag"))
    case XML_ERR_COMMENT_NOT_FINISHED:
      stop(TableProblem(.damagedTable, detail: "the file ends inside a comment"))
    default: break
    }
  }

  private func stop(_ problem: TableProblem) {
    if isStopped { return }
    self.problem = problem.kind == .notWanted ? problem : problem.onLine(line)
  }
}

/// The end tag that the parser has just passed.
private struct EndTag {
  private let name: UnsafeBufferPointer<UInt8>

  /// - Returns: `nil` where something else stands before `cursor`.
  init?(before cursor: UnsafePointer<UInt8>, from base: UnsafePointer<UInt8>) {
    guard base < cursor, cursor[-1] == UInt8(ascii: ">") else { return nil }
    var start = cursor - 1
    while start > base, start[-1] != UInt8(ascii: "<") { start -= 1 }
    guard start > base, start[0] == UInt8(ascii: "/") else { return nil }
    let tag = UnsafeBufferPointer(start: start + 1, count: cursor - start - 2)
    name = UnsafeBufferPointer(rebasing: tag[..<(tag.firstIndex(where: isBlank) ?? tag.count)])
  }

  /// - Parameter wanted: in lower case.
  func isNamed(_ wanted: UnsafePointer<UInt8>) -> Bool {
    Int(xmlStrlen(wanted)) == name.count
      && name.indices.allSatisfy { name[$0] | 0x20 == wanted[$0] | 0x20 }
  }

  func isNamed(_ wanted: StaticString) -> Bool { isNamed(wanted.utf8Start) }
}

/// A form feed is white space in HTML, but libxml2 would leave it out and join two words.
private func replaceFormFeeds(in text: UnsafeMutableRawBufferPointer) {
  guard text.contains(12) else { return }
  for index in text.indices where text[index] == 12 { text[index] = 32 }
}

/// Starts the library once, before threads use it.
private let library: Void = xmlInitParser()

// File-level functions and not methods: C callbacks may capture nothing, not even `Self`.

private func readText(
  _ context: UnsafeMutableRawPointer?, _ buffer: UnsafeMutablePointer<CChar>?, _ count: Int32
) -> Int32 {
  let room = UnsafeMutableRawBufferPointer(start: buffer, count: Int(max(count, 0)))
  return parser(context)?.copyText(to: room) ?? 0
}

private func makeCallbacks() -> xmlSAXHandler {
  var callbacks = xmlSAXHandler()
  callbacks.initialized = UInt32(XML_SAX2_MAGIC)
  callbacks.startElement = { context, name, attributes in
    parser(context)?.start(name, attributes)
  }
  callbacks.endElement = { context, name in
    if let name { parser(context)?.end(name) }
  }
  callbacks.characters = { context, text, count in
    parser(context)?.text(UnsafeBufferPointer(start: text, count: Int(count)))
  }
  // The same function, or libxml2 guesses which blanks do not count.
  callbacks.ignorableWhitespace = callbacks.characters
  callbacks.cdataBlock = { context, text, count in
    parser(context)?.rawText(UnsafeBufferPointer(start: text, count: Int(count)))
  }
  callbacks.comment = { context, text in
    guard let text else { return }
    parser(context)?.comment(UnsafeBufferPointer(start: text, count: Int(xmlStrlen(text))))
  }
  callbacks.serror = { context, error in
    if let error = error?.pointee { parser(context)?.fault(error) }
  }
  return callbacks
}

extension HTMLParser {
  fileprivate func start(
    _ name: UnsafePointer<UInt8>?, _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) {
    start(HTMLElement(name: XMLName(name), line: line, depth: depth, attributes: attributes))
  }
}

private func words(of error: xmlError) -> String {
  var words = error.message.map { String(cString: $0) } ?? "error \(error.code)"
  while words.last?.isWhitespace == true { words.removeLast() }
  return words
}

@inline(__always)
private func parser(_ context: UnsafeMutableRawPointer?) -> HTMLParser? {
  context.map { Unmanaged<HTMLParser>.fromOpaque($0).takeUnretainedValue() }
}
