// SPDX-License-Identifier: Apache-2.0

/// A start tag as libxml2 shows it. Valid only during the call that brings it.
struct XMLElement {
  /// Without its prefix.
  let name: XMLName
  let namespace: XMLName
  /// Five pointers each: name, prefix, namespace, value's first byte, the byte after its last.
  private let attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  let attributeCount: Int

  init(
    name: XMLName, namespace: XMLName,
    attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, attributeCount: Int
  ) {
    self.name = name
    self.namespace = namespace
    self.attributes = attributes
    self.attributeCount = attributeCount
  }

  var hasAttributes: Bool { attributeCount > 0 }

  /// - Parameter index: counted from 0, less than `attributeCount`.
  func attribute(at index: Int) -> XMLAttribute {
    let attribute = attributes.map { $0 + 5 * index }
    let start = attribute?[3]
    let count = start.flatMap { start in attribute?[4].map { $0 - start } } ?? 0
    return XMLAttribute(
      name: XMLName(attribute?[0]), namespace: XMLName(attribute?[2]),
      value: UnsafeBufferPointer(start: start, count: count))
  }

  /// The value of an attribute in a namespace, or in none.
  func attribute(_ name: XMLName, in namespace: XMLName) -> UnsafeBufferPointer<UInt8>? {
    guard let attributes else { return nil }
    for index in 0..<attributeCount {
      let attribute = attributes + 5 * index
      guard XMLName(attribute[0]) == name else { continue }
      let found = XMLName(attribute[2])
      guard found.isMissing || found == namespace else { continue }
      guard let start = attribute[3], let end = attribute[4] else { return nil }
      return UnsafeBufferPointer(start: start, count: end - start)
    }
    return nil
  }
}

/// An attribute of a start tag, as short-lived as that.
struct XMLAttribute {
  /// Without its prefix.
  let name: XMLName
  let namespace: XMLName
  let value: UnsafeBufferPointer<UInt8>
}

extension UnsafeBufferPointer<UInt8> {
  func equals(_ text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    return indices.allSatisfy { self[$0] == text.utf8Start[$0] }
  }
}
