// SPDX-License-Identifier: Apache-2.0
import CLibXML2

/// What `XMLPushParser` tells, in the document's order. Throwing stops the parser.
protocol XMLHandler: AnyObject {
  func start(_ element: XMLElement) throws(TableProblem)
  func end() throws(TableProblem)
  /// A piece of text, of which one element may have many. CDATA is text.
  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(TableProblem)
}

/// libxml2's push parser. All calls to the library are in this file and in `XMLElement.swift`.
///
/// The text is UTF-8, whatever the document declares. It neither reads from elsewhere nor expands
/// anything: at the first document type the document is refused, so no entity is ever declared.
/// The library's own bounds on names, attributes and depth stay on.
final class XMLPushParser {
  private let handler: any XMLHandler
  private var context: xmlParserCtxtPtr?
  /// The first one; libxml2 reports more that follow from it.
  private var problem: TableProblem?

  init(handler: any XMLHandler) {
    self.handler = handler
    _ = library
    var callbacks = makeCallbacks()
    let receiver = Unmanaged.passUnretained(self).toOpaque()
    context = xmlCreatePushParserCtxt(&callbacks, receiver, nil, 0, nil)
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue
    if let context { xmlCtxtUseOptions(context, Int32(options)) }
  }

  deinit { if let context { xmlFreeParserCtxt(context) } }

  /// Counted from 1.
  private var line: Int { context?.pointee.input.map { Int($0.pointee.line) } ?? 1 }

  func parse(_ text: Span<UInt8>) throws(TableProblem) {
    try push(text, isLast: false)
  }

  func finish() throws(TableProblem) {
    try push(Span(), isLast: true)
  }

  private func push(_ text: Span<UInt8>, isLast: Bool) throws(TableProblem) {
    text.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { bytes in
        _ = xmlParseChunk(context, bytes.baseAddress, Int32(bytes.count), isLast ? 1 : 0)
      }
    }
    if let problem { throw problem }
  }

  fileprivate func handle(_ event: (any XMLHandler) throws(TableProblem) -> Void) {
    guard problem == nil else { return }
    do throws(TableProblem) { try event(handler) } catch { stop(error) }
  }

  fileprivate func stop(_ problem: TableProblem) {
    if self.problem == nil { self.problem = problem.onLine(line) }
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
    let element = XMLElement(
      name: name, namespace: uri, attributes: attributes, attributeCount: Int(count))
    parser(context)?.handle { handler throws(TableProblem) in try handler.start(element) }
  }
  callbacks.endElementNs = { context, _, _, _ in
    parser(context)?.handle { handler throws(TableProblem) in try handler.end() }
  }
  callbacks.characters = { context, text, count in
    let bytes = UnsafeBufferPointer(start: text, count: Int(count))
    parser(context)?.handle { handler throws(TableProblem) in try handler.text(bytes) }
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
    parser(context)?.stop(malformed(error))
  }
  return callbacks
}

private func malformed(_ error: xmlError) -> TableProblem {
  var words = error.message.map { String(cString: $0) } ?? "error \(error.code)"
  while words.last?.isWhitespace == true { words.removeLast() }
  return TableProblem(.malformedXML, detail: words, line: Int(error.line))
}

private func parser(_ context: UnsafeMutableRawPointer?) -> XMLPushParser? {
  context.map { Unmanaged<XMLPushParser>.fromOpaque($0).takeUnretainedValue() }
}
