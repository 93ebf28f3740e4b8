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

  /// An attribute's name without its prefix, its namespace and its value.
  /// - Parameter index: counted from 0, below `attributeCount`.
  func attribute(
    at index: Int
  ) -> (name: XMLName, namespace: XMLName, value: UnsafeBufferPointer<UInt8>)? {
    guard let attributes, index < attributeCount else { return nil }
    let attribute = attributes + 5 * index
    guard let start = attribute[3], let end = attribute[4] else { return nil }
    return (
      XMLName(attribute[0]), XMLName(attribute[2]),
      UnsafeBufferPointer(start: start, count: end - start)
    )
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

extension UnsafeBufferPointer<UInt8> {
  func equals(_ text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    return indices.allSatisfy { self[$0] == text.utf8Start[$0] }
  }
}
