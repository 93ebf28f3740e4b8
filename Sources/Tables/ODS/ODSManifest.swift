// SPDX-License-Identifier: Apache-2.0

/// Whether an OpenDocument manifest says that the content is encrypted (part 2, §4.8.1): programs
/// encrypt all of a document or nothing.
///
/// A manifest that is no XML says nothing. It matters for this alone.
func findsEncryption(in manifest: any ByteStream, limits: TableLimits) throws(TableProblem) -> Bool {
  let search = EncryptionSearch()
  do throws(TableProblem) {
    let parser = XMLParser(try TextStream(manifest), limits: limits)
    try parser.parse { names in
      search.name = names["encryption-data"]
      return search
    }
  } catch {
    if error.kind == .limitExceeded || error.kind == .unreadable { throw error }
  }
  return search.hasFound
}

private final class EncryptionSearch: XMLHandler {
  var name = XMLName(nil)
  private(set) var hasFound = false

  func start(_ element: XMLElement) throws(TableProblem) {
    guard element.name == name else { return }
    hasFound = true
    throw .notWanted
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  func end() {}
}
