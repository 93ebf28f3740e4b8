// SPDX-License-Identifier: Apache-2.0

/// An Office document as a package of parts (Open Packaging Conventions, ECMA-376 part 2).
struct OfficePackage {
  let archive: ZipArchive
  let cores: Int
  private static let contentTypes = "[Content_Types].xml"
  private static let packageRelationships = "_rels/.rels"

  /// - Returns: `nil` for an archive that is no package.
  init?(_ archive: ZipArchive, cores: Int) {
    guard archive.has(OfficePackage.contentTypes) || archive.has(OfficePackage.packageRelationships)
    else { return nil }
    self.archive = archive
    self.cores = cores
  }

  /// The name of the part that the document begins with; `nil` where the package names none.
  func mainPart() throws(TableProblem) -> String? {
    try relationships(of: "").first { $0.kind == "officeDocument" && $0.part != nil }?.part
  }

  /// The media type of a part, in lower case; `nil` where the package names none.
  func contentType(of part: String) throws(TableProblem) -> String? {
    guard archive.has(OfficePackage.contentTypes) else { return nil }
    return try parse(OfficePackage.contentTypes) { names in
      ContentTypesHandler(names, part: part)
    }.contentType
  }

  /// - Parameter part: empty for the package itself.
  /// - Returns: none where the part has no relationships.
  func relationships(of part: String) throws(TableProblem) -> [PartRelationship] {
    let name = part.isEmpty ? OfficePackage.packageRelationships : relationshipsPart(of: part)
    guard archive.has(name) else { return [] }
    let limits = archive.limits
    return try parse(name) { names in
      PartRelationshipsHandler(names, source: part, limits: limits)
    }.relationships
  }

  /// Parses a part, and says of what is wrong with its XML which part it is.
  /// - Returns: the handler, as the part's end left it.
  @discardableResult
  func parse<Handler: OfficeXMLHandler>(
    _ part: String, _ makeHandler: (XMLNames) -> Handler
  ) throws(TableProblem) -> Handler {
    do throws(TableProblem) {
      let stream = try archive.open(part, cores: cores)
      let text = try TextStream(part: stream)
      var made: Handler?
      try XMLParser(text, limits: archive.limits).parse { names in
        let handler = makeHandler(names)
        made = handler
        return handler
      }
      guard let made else { throw TableProblem(.malformedXML, detail: "nothing in it") }
      return made
    } catch {
      throw error.inPart(part)
    }
  }
}

extension TableProblem {
  /// The same problem as one of a part: what is wrong with its text is in a line of the part, and
  /// all else has its cell or needs no place.
  func inPart(_ part: String) -> TableProblem {
    switch kind {
    case .malformedXML, .undecodableByte, .controlByte, .documentType:
      TableProblem(
        kind, detail: "\(part): \(detail)", sheet: sheet, row: row, column: column, line: line,
        byteOffset: byteOffset)
    case .emptyFile, .unsupportedFormat:
      TableProblem(.malformedXML, detail: "\(part): \(detail)")
    case .limitExceeded where sheet == nil:
      TableProblem(kind, detail: "\(detail) in \(part)")
    default:
      TableProblem(kind, detail: detail, sheet: sheet, row: row, column: column)
    }
  }
}
