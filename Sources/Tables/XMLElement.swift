// SPDX-License-Identifier: Apache-2.0
import CLibXML2

/// A start tag as libxml2 shows it. Valid only during the call that brings it.
struct XMLElement {
  private let name: UnsafePointer<xmlChar>?
  private let namespace: UnsafePointer<xmlChar>?
  /// Five pointers each: name, prefix, namespace, value's first byte, the byte after its last.
  private let attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  private let attributeCount: Int

  init(
    name: UnsafePointer<xmlChar>?, namespace: UnsafePointer<xmlChar>?,
    attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, attributeCount: Int
  ) {
    self.name = name
    self.namespace = namespace
    self.attributes = attributes
    self.attributeCount = attributeCount
  }

  /// Without its prefix.
  func isNamed(_ name: StaticString) -> Bool { isEqual(self.name, name) }

  func isIn(_ namespace: StaticString) -> Bool { isEqual(self.namespace, namespace) }

  /// The value of an attribute in a namespace, or in none.
  func attribute(_ name: StaticString, in namespace: StaticString) -> UnsafeBufferPointer<UInt8>? {
    guard let attributes else { return nil }
    for index in 0..<attributeCount {
      let attribute = attributes + 5 * index
      guard isEqual(attribute[0], name) else { continue }
      guard attribute[2] == nil || isEqual(attribute[2], namespace) else { continue }
      guard let start = attribute[3], let end = attribute[4] else { return nil }
      return UnsafeBufferPointer(start: start, count: end - start)
    }
    return nil
  }

  private func isEqual(_ text: UnsafePointer<xmlChar>?, _ other: StaticString) -> Bool {
    xmlStrEqual(text, other.utf8Start) == 1
  }
}
