// SPDX-License-Identifier: Apache-2.0

/// Follows a part of an Office document from element to element, and spares its subclasses what
/// all parts have in common: namespaces, what is passed over, and markup compatibility.
///
/// Only elements that a subclass enters count; others are passed over with all that is in them.
/// The strict namespaces (ISO/IEC 29500-1) are the same as the transitional ones (ECMA-376 part 4).
/// Of an `mc:AlternateContent` (ECMA-376 part 3) the `mc:Fallback` is taken, as by every reader that
/// knows none of the extensions which a choice requires, and never a choice too.
class OfficeXMLHandler: XMLHandler {
  /// The namespace of attributes without a prefix.
  let unprefixed = XMLName(nil)
  let officeRelationships: XMLName
  let strictOfficeRelationships: XMLName
  private let transitional: XMLName
  private let strict: XMLName
  private let compatibility: XMLName
  private let alternateContent: XMLName
  private let fallback: XMLName

  /// Elements that are open and not passed over.
  @exclusivity(unchecked) private var depth = 0
  /// The depths at which an element of markup compatibility is open that stands for its content.
  private var transparentDepths: [Int] = []
  /// The last of those; 0 for none.
  @exclusivity(unchecked) private var transparentDepth = 0
  @exclusivity(unchecked) private var passedOver = 0

  init(_ names: XMLNames, transitional: StaticString, strict: StaticString) {
    self.transitional = names[transitional]
    self.strict = names[strict]
    officeRelationships =
      names["http://schemas.openxmlformats.org/officeDocument/2006/relationships"]
    strictOfficeRelationships = names["http://purl.oclc.org/ooxml/officeDocument/relationships"]
    compatibility = names["http://schemas.openxmlformats.org/markup-compatibility/2006"]
    alternateContent = names["AlternateContent"]
    fallback = names["Fallback"]
  }

  // MARK: - For subclasses

  /// An element of the part's own namespace.
  /// - Returns: `false` for one that is passed over. The root element must be entered.
  func enter(_ element: XMLElement) throws(TableProblem) -> Bool { false }
  /// The end of the element that was entered last and has not ended yet.
  func leave() throws(TableProblem) {}
  /// Text of the element that is open.
  func take(_ text: UnsafeBufferPointer<UInt8>) throws(TableProblem) {}

  // MARK: - XMLHandler

  final func start(_ element: XMLElement) throws(TableProblem) {
    guard passedOver == 0 else {
      passedOver += 1
      return
    }
    let namespace = element.namespace
    if namespace == transitional || namespace == strict, try enter(element) {
      depth += 1
    } else if depth == 0 {
      throw TableProblem(.malformedXML, detail: "the root element is not what the part should hold")
    } else if isTransparent(element) {
      depth += 1
      transparentDepths.append(depth)
      transparentDepth = depth
    } else {
      passedOver = 1
    }
  }

  private func isTransparent(_ element: XMLElement) -> Bool {
    element.namespace == compatibility
      && (element.name == alternateContent || element.name == fallback)
  }

  final func end() throws(TableProblem) {
    guard passedOver == 0 else {
      passedOver -= 1
      return
    }
    depth -= 1
    if depth + 1 == transparentDepth {
      transparentDepths.removeLast()
      transparentDepth = transparentDepths.last ?? 0
    } else {
      try leave()
    }
  }

  final func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(TableProblem) {
    if passedOver == 0 { try take(bytes) }
  }
}

let spreadsheetNamespace: StaticString =
  "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
let strictSpreadsheetNamespace: StaticString = "http://purl.oclc.org/ooxml/spreadsheetml/main"

extension UnsafeBufferPointer<UInt8> {
  /// The value of an `xsd:boolean`.
  var isTrue: Bool { equals("1") || equals("true") }

  /// The value of an `xsd:unsignedInt`, blanks around it allowed; `nil` for another text, or one
  /// of more than nine digits.
  var count32: Int? {
    var value = 0
    var digits = 0
    for byte in drop(while: isBlank) {
      if isBlank(byte) { continue }
      guard (48...57).contains(byte), digits < 9 else { return nil }
      value = value * 10 + Int(byte - 48)
      digits += 1
    }
    return digits > 0 ? value : nil
  }

  /// With the escapes of ST_Xstring decoded.
  var unescaped: String {
    var bytes = Array(self)
    _ = bytes.decodeEscapes(from: 0)
    return String(decoding: bytes, as: UTF8.self)
  }
}
