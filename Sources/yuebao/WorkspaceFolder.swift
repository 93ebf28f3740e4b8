// SPDX-License-Identifier: Apache-2.0
import Ingest
import Reports
import Tables

/// A workspace on the disk (design: the folder with `yuebao.yml`). All paths it takes and gives are
/// relative to it.
struct WorkspaceFolder {
  let path: String

  static let returns = "Input/returns"

  func absolute(_ relative: String) -> String { path == "." ? relative : path + "/" + relative }

  /// The files below `Input/returns` that are read: all but hidden ones, `README` pages and the
  /// lock files of open office programs (`~$…`).
  func returnFiles() throws(SystemError) -> [String] {
    try Folder.filesBelow(absolute(Self.returns))
      .filter { relative in
        let name = relative.split(separator: "/").last ?? ""
        return !name.uppercased().hasPrefix("README") && !name.hasPrefix("~$")
      }
      .map { Self.returns + "/" + $0 }
  }

  /// What lies in `Templates/`: it stands in for the program's own.
  func templates() throws(DefinitionFileError) -> Templates {
    var texts: [String: String] = [:]
    var images: [String: [UInt8]] = [:]
    for file in files(in: "Templates") {
      guard let bytes = try bytes(of: file), let name = file.split(separator: "/").last else {
        continue
      }
      if Templates.isImage(String(name)) {
        images[String(name)] = bytes
      } else {
        texts[String(name)] = String(decoding: bytes, as: UTF8.self)
      }
    }
    return Templates(overrides: texts, images: images)
  }
}

extension WorkspaceFolder: DefinitionFiles {
  func bytes(of relative: String) throws(DefinitionFileError) -> [UInt8]? {
    guard Folder.kind(of: absolute(relative)) != nil else { return nil }
    do throws(ByteSourceError) {
      return try FileSource.bytes(ofFile: absolute(relative))
    } catch {
      throw DefinitionFileError(reason: error.reason)
    }
  }

  func files(in folder: String) -> [String] { entries(of: folder, .file) }

  func folders(in folder: String) -> [String] { entries(of: folder, .folder) }

  private func entries(of folder: String, _ kind: Folder.Kind) -> [String] {
    guard let names = try? Folder.names(in: absolute(folder)) else { return [] }
    return names.map { folder + "/" + $0 }.filter { Folder.kind(of: absolute($0)) == kind }
  }
}
