// SPDX-License-Identifier: Apache-2.0
import Ingest
import Provenance
import Reports
import Tables

/// A workspace (design: the folder with `yuebao.yml`), as it lies on the disk or as it was when a
/// snapshot was taken. All paths it takes and gives are relative to it.
struct WorkspaceFolder {
  let path: String
  /// The state that is read; `nil` for the disk as it is now.
  private let kept: (snapshot: Snapshot, store: InputStore)?

  static let returns = "Input/returns"

  init(path: String) {
    self.path = path
    kept = nil
  }

  /// The workspace as it was.
  ///
  /// - Parameter store: has the snapshot's files.
  init(path: String, as snapshot: Snapshot, from store: InputStore) {
    self.path = path
    kept = (snapshot, store)
  }

  /// A place for people: where the file lies in the workspace, whatever bytes are read.
  func absolute(_ relative: String) -> String { path == "." ? relative : path + "/" + relative }

  /// The bytes of a file.
  func source(of relative: String) throws(ByteSourceError) -> FileSource {
    guard let kept else { return try FileSource(path: absolute(relative)) }
    switch kept.snapshot.files[relative] {
    case .content(let digest):
      guard kept.store.holds(digest) else {
        throw ByteSourceError(reason: "its bytes are not kept: \(kept.store.file(of: digest))")
      }
      return try FileSource(path: kept.store.file(of: digest))
    case .unreadable(let reason): throw ByteSourceError(reason: reason)
    case nil: throw ByteSourceError(reason: "it was not there")
    }
  }

  var isWorkspace: Bool { holds(Configuration.file) }

  private func holds(_ relative: String) -> Bool {
    guard let kept else { return Folder.kind(of: absolute(relative)) != nil }
    return kept.snapshot.files[relative] != nil
  }

  /// What a release may rest on, sorted: `yuebao.yml`, the files in `Templates`, all below `Input`.
  /// Always of the disk.
  func everyFile() throws(SystemError) -> [String] {
    var files = [Configuration.file].filter { Folder.kind(of: absolute($0)) != nil }
    files += entries(of: "Templates", .file)
    files += entries(of: "Input", .file)
    for folder in entries(of: "Input", .folder) {
      // Returns may lie elsewhere as a whole; below that no link is followed.
      let links = folder == Self.returns ? 0 : 2
      files += try Folder.filesBelow(absolute(folder), links: links).map { folder + "/" + $0 }
    }
    return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The files below `Input/returns` that are read: all but hidden ones, `README` pages and the
  /// lock files of open office programs (`~$…`).
  func returnFiles() throws(SystemError) -> [String] {
    try filesBelow(Self.returns)
      .filter { relative in
        let name = relative.split(separator: "/").last ?? ""
        return !name.uppercased().hasPrefix("README") && !name.hasPrefix("~$")
      }
      .map { Self.returns + "/" + $0 }
  }

  /// Relative to the folder, sorted.
  private func filesBelow(_ folder: String) throws(SystemError) -> [String] {
    guard let kept else { return try Folder.filesBelow(absolute(folder)) }
    return kept.snapshot.paths.filter { $0.hasPrefix(folder + "/") }
      .map { String($0.dropFirst(folder.count + 1)) }
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
    guard holds(relative) else { return nil }
    do throws(ByteSourceError) { return try source(of: relative).bytes() } catch {
      throw DefinitionFileError(reason: error.reason)
    }
  }

  func files(in folder: String) -> [String] { entries(of: folder, .file) }

  func folders(in folder: String) -> [String] { entries(of: folder, .folder) }

  private func entries(of folder: String, _ kind: Folder.Kind) -> [String] {
    if let kept { return Self.entries(of: folder, kind, in: kept.snapshot) }
    guard let names = try? Folder.names(in: absolute(folder)) else { return [] }
    return names.map { folder + "/" + $0 }.filter { Folder.kind(of: absolute($0)) == kind }
  }

  private static func entries(
    of folder: String, _ kind: Folder.Kind, in snapshot: Snapshot
  ) -> [String] {
    var entries: [String] = []
    for path in snapshot.paths where path.hasPrefix(folder + "/") {
      let rest = path.dropFirst(folder.count + 1)
      let slash = rest.firstIndex(of: "/")
      guard (slash == nil) == (kind == .file) else { continue }
      let entry = folder + "/" + rest[..<(slash ?? rest.endIndex)]
      if entries.last != entry { entries.append(entry) }
    }
    // In the order of names: "b" before "b-c", though "b-c" comes before "b/x".
    return entries.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
