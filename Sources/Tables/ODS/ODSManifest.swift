// SPDX-License-Identifier: Apache-2.0

/// Whether an OpenDocument manifest says that content.xml is encrypted (part 2, §4.8.1). Macros
/// may be encrypted alone.
///
/// A manifest that is no XML says nothing. It matters for this alone.
func findsEncryption(in manifest: any ByteStream, limits: TableLimits) throws(TableProblem) -> Bool
{
  let search = EncryptionSearch()
  do throws(TableProblem) {
    let parser = XMLParser(try TextStream(manifest), limits: limits)
    try parser.parse { names in
      search.names = names
      return search
    }
  } catch {
    if error.kind == .limitExceeded || error.kind == .unreadable { throw error }
  }
  return search.hasFound
}

private final class EncryptionSearch: XMLHandler {
  var names: XMLNames?
  private(set) var hasFound = false
  private var isContent = false

  func start(_ element: XMLElement) throws(TableProblem) {
    guard let names else { return }
    if element.name == names["file-entry"] {
      let path = element.attribute(names["full-path"], in: element.namespace)
      isContent = path?.equals("content.xml") == true
    } else if element.name == names["encryption-data"] && isContent {
      hasFound = true
      throw .notWanted
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  func end() {}
}
