// SPDX-License-Identifier: Apache-2.0
import CLibXML2

/// What `XMLPushParser` tells, in the document's order. Throwing stops the parser.
protocol XMLHandler {
  mutating func start(_ element: XMLElement) throws(TableProblem)
  mutating func end() throws(TableProblem)
  /// A piece of text, of which one element may have many. CDATA is text.
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(TableProblem)
}

/// libxml2's push parser. All calls to the library are in this file and in `XMLName.swift`.
///
/// The text is UTF-8, whatever the document declares. It neither reads from elsewhere nor expands
/// anything: at the first document type the document is refused, so no entity is ever declared.
/// The library's own bounds stay on. One of them it lacks: its time grows with the square of the
/// number of attributes, so a tag that does not end soon is refused.
final class XMLPushParser {
  private let context: xmlParserCtxtPtr
  private let limits: TableLimits
  private var handler: any XMLHandler
  /// The first one; libxml2 reports more that follow from it.
  private var problem: TableProblem?
  private var isStopped = false

  /// - Parameter makeHandler: makes the handler, which asks for the names that it knows.
  init(limits: TableLimits, _ makeHandler: (XMLNames) -> any XMLHandler) {
    _ = library
    self.limits = limits
    var callbacks = makeCallbacks()
    // Fails only when malloc does; Swift's own allocations end the program there too.
    guard let context = xmlCreatePushParserCtxt(&callbacks, nil, nil, 0, nil) else {
      fatalError("no memory for an XML parser")
    }
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue
    xmlCtxtUseOptions(context, Int32(options))
    self.context = context
    handler = makeHandler(XMLNames(context.pointee.dict))
    context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
  }

  deinit { xmlFreeParserCtxt(context) }

  /// Counted from 1.
  private var line: Int { context.pointee.input.map { Int($0.pointee.line) } ?? 1 }

  /// Bytes that libxml2 keeps until what they begin is whole.
  private var unparsedBytes: Int {
    context.pointee.input.map { $0.pointee.end - $0.pointee.cur } ?? 0
  }

  func parse(_ text: Span<UInt8>) throws(TableProblem) {
    // libxml2 moves what is left of a piece many times, so small pieces are faster.
    for start in stride(from: 0, to: text.count, by: XMLPushParser.pieceSize) {
      let end = min(start + XMLPushParser.pieceSize, text.count)
      try push(text.extracting(start..<end), isLast: false)
      if unparsedBytes > limits.markupBytes {
        throw .limit("markupBytes", limits.markupBytes, line: line)
      }
    }
  }

  func finish() throws(TableProblem) {
    try push(Span(), isLast: true)
  }

  private static let pieceSize = 16 * 1024

  private func push(_ piece: Span<UInt8>, isLast: Bool) throws(TableProblem) {
    piece.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { bytes in
        _ = xmlParseChunk(context, bytes.baseAddress, Int32(bytes.count), isLast ? 1 : 0)
      }
    }
    if let problem { throw problem }
  }

  fileprivate func start(_ element: XMLElement) {
    guard !isStopped else { return }
    do throws(TableProblem) { try handler.start(element) } catch { stop(error) }
  }

  fileprivate func end() {
    guard !isStopped else { return }
    do throws(TableProblem) { try handler.end() } catch { stop(error) }
  }

  fileprivate func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard !isStopped else { return }
    do throws(TableProblem) { try handler.text(bytes) } catch { stop(error) }
  }

  fileprivate func stop(_ error: xmlError) {
    // libxml2 calls it "Extra content at the end of the document" when content is missing.
    let isCutOff = error.code == XML_ERR_DOCUMENT_END.rawValue && context.pointee.nameNr > 0
    let words = isCutOff ? "the file ends inside an element" : message(of: error)
    stop(TableProblem(.malformedXML, detail: words, line: Int(error.line)))
  }

  fileprivate func stop(_ problem: TableProblem) {
    guard !isStopped else { return }
    isStopped = true
    self.problem = problem.onLine(line)
    xmlStopParser(context)
  }
}

/// Starts the library once, before threads use it.
private let library: Void = xmlInitParser()

// File-level functions and not methods: C callbacks may capture nothing, not even `Self`.

private func makeCallbacks() -> xmlSAXHandler {
  var callbacks = xmlSAXHandler()
  callbacks.initialized = UInt32(XML_SAX2_MAGIC)
  callbacks.startElementNs = { context, name, _, uri, _, _, count, _, attributes in
    parser(context)?.start(
      XMLElement(
        name: XMLName(name), namespace: XMLName(uri), attributes: attributes,
        attributeCount: Int(count)))
  }
  callbacks.endElementNs = { context, _, _, _ in
    parser(context)?.end()
  }
  callbacks.characters = { context, text, count in
    parser(context)?.text(UnsafeBufferPointer(start: text, count: Int(count)))
  }
  // The same function, or libxml2 guesses which blanks do not count.
  callbacks.ignorableWhitespace = callbacks.characters
  callbacks.cdataBlock = callbacks.characters
  callbacks.internalSubset = { context, name, _, _ in
    let name = name.map { String(cString: $0) } ?? ""
    parser(context)?.stop(TableProblem(.documentType, detail: "<!DOCTYPE \(name)"))
  }
  callbacks.serror = { context, error in
    guard let error = error?.pointee, error.level != XML_ERR_WARNING else { return }
    parser(context)?.stop(error)
  }
  return callbacks
}

private func message(of error: xmlError) -> String {
  var words = error.message.map { String(cString: $0) } ?? "error \(error.code)"
  while words.last?.isWhitespace == true { words.removeLast() }
  return words
}

private func parser(_ context: UnsafeMutableRawPointer?) -> XMLPushParser? {
  context.map { Unmanaged<XMLPushParser>.fromOpaque($0).takeUnretainedValue() }
}
