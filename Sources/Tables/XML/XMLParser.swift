// SPDX-License-Identifier: Apache-2.0
import CLibXML2

/// What `XMLParser` tells, in the document's order. Throwing stops the parser.
protocol XMLHandler: AnyObject {
  func start(_ element: XMLElement) throws(TableProblem)
  func end() throws(TableProblem)
  /// A piece of text, of which one element may have many. CDATA is text.
  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(TableProblem)
}

/// libxml2's SAX2 parser over a text that it pulls. All calls to the library's XML parser are in
/// this file and in `XMLName.swift`.
///
/// The text is UTF-8, whatever the document declares. It neither reads from elsewhere nor expands
/// anything: at the first document type the document is refused, so no entity is ever declared.
/// The library's own bounds stay on. One of them it lacks: its time grows with the square of the
/// number of attributes, so a tag that does not end soon is refused.
final class XMLParser {
  private let text: TextStream
  private let limits: TableLimits
  /// `parse` keeps it alive.
  private unowned(unsafe) var handler: (any XMLHandler)?
  private var context: xmlParserCtxtPtr?
  /// How much of the stream's chunk libxml2 has taken.
  private var taken = 0
  private var hasChunk = false
  // Unchecked, here and in the handlers: these change with every tag, and only the parser's own
  // thread, in one callback at a time, comes near them.
  /// Bytes that libxml2 has taken since it last told something.
  @exclusivity(unchecked) private var silentBytes = 0
  @exclusivity(unchecked) private var depth = 0
  @exclusivity(unchecked) private var isStopped = false
  /// The first one; libxml2 reports more that follow from it.
  private var problem: TableProblem? {
    didSet { isStopped = true }
  }

  init(_ text: TextStream, limits: TableLimits) {
    _ = library
    self.text = text
    self.limits = limits
  }

  /// The line that the parser has come to, counted from 1.
  var line: Int { context?.pointee.input.map { Int($0.pointee.line) } ?? 1 }

  /// Parses the whole text.
  /// - Parameter makeHandler: makes the handler, which asks for the names that it knows.
  func parse(_ makeHandler: (XMLNames) -> any XMLHandler) throws(TableProblem) {
    var callbacks = makeCallbacks()
    let this = Unmanaged.passUnretained(self).toOpaque()
    // Fails only when malloc does; Swift's own allocations end the program there too.
    guard
      let context = xmlCreateIOParserCtxt(
        &callbacks, this, readText, nil, this, XML_CHAR_ENCODING_NONE)
    else { fatalError("no memory for an XML parser") }
    defer {
      self.context = nil
      xmlFreeParserCtxt(context)
    }
    self.context = context
    // Without NOENT, `&amp;` in an attribute's value comes as `&#38;`. No entity is ever declared.
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue | XML_PARSE_NOENT.rawValue
    xmlCtxtUseOptions(context, Int32(options))
    let handler = makeHandler(XMLNames(context.pointee.dict))
    self.handler = handler
    withExtendedLifetime(handler) { _ = xmlParseDocument(context) }
    self.handler = nil
    if let problem { throw problem }
  }

  // MARK: - What libxml2 asks for

  /// - Returns: how many bytes were copied, 0 at the end of the text, -1 to stop.
  fileprivate func copyText(to buffer: UnsafeMutableRawBufferPointer) -> Int32 {
    if isStopped { return -1 }
    // Not `stop`: libxml2 is in the middle of its input here and must find it again.
    if silentBytes > limits.markupBytes {
      problem = .limit("markupBytes", limits.markupBytes, line: line)
      return -1
    }
    do throws(TableProblem) {
      while !hasChunk || taken == text.text.count {
        taken = 0
        hasChunk = try text.next()
        if !hasChunk { return 0 }
      }
    } catch {
      problem = error
      return -1
    }
    let count = min(buffer.count, text.text.count - taken)
    text.text.withUnsafeBytes { source in
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: source[taken..<taken + count]))
    }
    taken += count
    silentBytes += count
    return Int32(count)
  }

  // MARK: - What libxml2 tells

  fileprivate func start(_ element: XMLElement) {
    if isStopped { return }
    silentBytes = 0
    depth += 1
    if depth > limits.depth { return stop(.limit("depth", limits.depth)) }
    do throws(TableProblem) { try handler?.start(element) } catch { stop(error) }
  }

  fileprivate func end() {
    if isStopped { return }
    silentBytes = 0
    depth -= 1
    do throws(TableProblem) { try handler?.end() } catch { stop(error) }
  }

  fileprivate func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isStopped { return }
    silentBytes = 0
    do throws(TableProblem) { try handler?.text(bytes) } catch { stop(error) }
  }

  fileprivate func stop(_ error: xmlError) {
    // libxml2 calls it "Extra content at the end of the document" when content is missing.
    let isCutOff =
      error.code == XML_ERR_DOCUMENT_END.rawValue && (context?.pointee.nameNr ?? 0) > 0
      || error.code == XML_ERR_TAG_NOT_FINISHED.rawValue
    let words = isCutOff ? "the file ends inside an element" : message(of: error)
    stop(TableProblem(.malformedXML, detail: words, line: Int(error.line)))
  }

  fileprivate func stop(_ problem: TableProblem) {
    if isStopped { return }
    self.problem = problem.kind == .notWanted ? problem : problem.onLine(line)
    xmlStopParser(context)
  }
}

/// Starts the library once, before threads use it.
private let library: Void = xmlInitParser()

// File-level functions and not methods: C callbacks may capture nothing, not even `Self`.

private func readText(
  _ context: UnsafeMutableRawPointer?, _ buffer: UnsafeMutablePointer<CChar>?, _ count: Int32
) -> Int32 {
  let room = UnsafeMutableRawBufferPointer(start: buffer, count: Int(count))
  var count: Int32 = -1
  withParser(context) { count = $0.copyText(to: room) }
  return count
}

private func makeCallbacks() -> xmlSAXHandler {
  var callbacks = xmlSAXHandler()
  callbacks.initialized = UInt32(XML_SAX2_MAGIC)
  callbacks.startElementNs = { context, name, _, uri, _, _, count, _, attributes in
    let element = XMLElement(
      name: XMLName(name), namespace: XMLName(uri), attributes: attributes,
      attributeCount: Int(count))
    withParser(context) { $0.start(element) }
  }
  callbacks.endElementNs = { context, _, _, _ in
    withParser(context) { $0.end() }
  }
  callbacks.characters = { context, text, count in
    let bytes = UnsafeBufferPointer(start: text, count: Int(count))
    withParser(context) { $0.text(bytes) }
  }
  // The same function, or libxml2 guesses which blanks do not count.
  callbacks.ignorableWhitespace = callbacks.characters
  callbacks.cdataBlock = callbacks.characters
  callbacks.internalSubset = { context, name, _, _ in
    let name = name.map { String(cString: $0) } ?? ""
    withParser(context) { $0.stop(TableProblem(.documentType, detail: "<!DOCTYPE \(name)")) }
  }
  callbacks.serror = { context, error in
    guard let error = error?.pointee, error.level != XML_ERR_WARNING else { return }
    withParser(context) { $0.stop(error) }
  }
  return callbacks
}

private func message(of error: xmlError) -> String {
  var words = error.message.map { String(cString: $0) } ?? "error \(error.code)"
  while words.last?.isWhitespace == true { words.removeLast() }
  return words
}

/// Calls with the parser, which `parse` keeps alive: counting references would cost time.
@inline(__always)
private func withParser(_ context: UnsafeMutableRawPointer?, _ work: (XMLParser) -> Void) {
  guard let context else { return }
  Unmanaged<XMLParser>.fromOpaque(context)._withUnsafeGuaranteedRef(work)
}
