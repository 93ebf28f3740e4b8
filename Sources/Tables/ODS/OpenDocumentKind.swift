// SPDX-License-Identifier: Apache-2.0

/// What an archive's `mimetype` entry says (OpenDocument 1.3 part 2, §3.3).
enum OpenDocumentKind {
  case spreadsheet
  /// Something else, in plain words.
  case other(String)

  /// - Returns: `nil` for an archive that has neither that entry nor a spreadsheet's content. The
  ///   entry may be missing, and content.xml then says what it is.
  init?(_ archive: ZipArchive) throws(TableProblem) {
    guard archive.has("mimetype") else {
      guard archive.has("content.xml") else { return nil }
      self = .spreadsheet
      return
    }
    var bytes = [UInt8](repeating: 0, count: 128)
    let stream = try archive.open("mimetype")
    let outcome = bytes.withUnsafeMutableBytes { buffer -> Result<Int, TableProblem> in
      do throws(TableProblem) { return .success(try stream.read(into: buffer)) } catch {
        return .failure(error)
      }
    }
    let type = bytes.prefix(try outcome.get()).filter { !isBlank($0) }
    self.init(mimeType: String(decoding: type, as: UTF8.self))
  }

  private init?(mimeType: String) {
    let family = "application/vnd.oasis.opendocument."
    if mimeType.hasPrefix(family) {
      let kind = mimeType.dropFirst(family.count).split(separator: "-").first.map(String.init) ?? ""
      let name = OpenDocumentKind.names[kind] ?? "an OpenDocument file (\(kind))"
      self = kind == "spreadsheet" ? .spreadsheet : .other(name)
    } else if mimeType.hasPrefix("application/vnd.sun.xml.calc") {
      self = .other("a spreadsheet of OpenOffice.org 1 (.sxc)")
    } else {
      return nil
    }
  }

  private static let names = [
    "text": "an OpenDocument text (.odt)",
    "presentation": "an OpenDocument presentation (.odp)",
    "graphics": "an OpenDocument drawing (.odg)",
    "chart": "an OpenDocument chart (.odc)",
    "formula": "an OpenDocument formula (.odf)",
    "image": "an OpenDocument picture (.odi)",
    "base": "an OpenDocument database (.odb)",
    "database": "an OpenDocument database (.odb)",
  ]
}
