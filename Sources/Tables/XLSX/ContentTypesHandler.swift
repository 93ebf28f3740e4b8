// SPDX-License-Identifier: Apache-2.0

/// Finds the media type of one part in `[Content_Types].xml` (ECMA-376 part 2, §6.2.3).
final class ContentTypesHandler: OfficeXMLHandler {
  /// By the part's name, else by its extension; `nil` where the package names none.
  var contentType: String? { ofPart ?? ofExtension }

  private var ofPart: String?
  private var ofExtension: String?
  private let part: String
  private let root: XMLName
  private let override: XMLName
  private let byExtension: XMLName
  private let partName: XMLName
  private let extensionName: XMLName
  private let type: XMLName

  init(_ names: XMLNames, part: String) {
    self.part = part.lowercased()
    root = names["Types"]
    override = names["Override"]
    byExtension = names["Default"]
    partName = names["PartName"]
    extensionName = names["Extension"]
    type = names["ContentType"]
    let namespace: StaticString = "http://schemas.openxmlformats.org/package/2006/content-types"
    super.init(names, transitional: namespace, strict: namespace)
  }

  override func enter(_ element: XMLElement) throws(TableProblem) -> Bool {
    if element.name == root { return true }
    if element.name == override, let name = lowercased(partName, of: element) {
      if name.drop(while: { $0 == "/" }) == part { ofPart = lowercased(type, of: element) }
    } else if element.name == byExtension, let name = lowercased(extensionName, of: element) {
      if part.hasSuffix(".\(name)") { ofExtension = lowercased(type, of: element) }
    }
    return true
  }

  private func lowercased(_ name: XMLName, of element: XMLElement) -> String? {
    element.attribute(name, in: unprefixed).map { String(decoding: $0, as: UTF8.self).lowercased() }
  }
}
