// SPDX-License-Identifier: Apache-2.0
import CLibXML2

/// The name of an element, an attribute or a namespace, as one parser keeps it.
///
/// A parser keeps equal names in one place (xmlDict), so comparing two is comparing places.
struct XMLName: Hashable {
  private let place: UnsafePointer<xmlChar>?

  /// - Parameter place: from a parser's dictionary; `nil` stands for no namespace.
  init(_ place: UnsafePointer<xmlChar>?) { self.place = place }

  var isMissing: Bool { place == nil }

  /// For names that a format leaves to its writers.
  var text: String { place.map { String(cString: $0) } ?? "" }
}

/// The names that one parser keeps. They live as long as it does.
struct XMLNames {
  private let dictionary: xmlDictPtr?

  init(_ dictionary: xmlDictPtr?) { self.dictionary = dictionary }

  subscript(name: StaticString) -> XMLName {
    XMLName(xmlDictLookup(dictionary, name.utf8Start, Int32(name.utf8CodeUnitCount)))
  }
}
