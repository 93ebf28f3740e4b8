// SPDX-License-Identifier: Apache-2.0
import Glibc
import Provenance
import Reports
import Tables

/// `Output/<audience>/<period>`: one folder a vintage, and `latest`, a link to the newest.
///
/// A vintage is written beside its place, synced and renamed: a reader sees the old release or the
/// new, never half of one. A vintage that exists is never changed.
struct ReleaseFolder {
  let path: String
  let access: Access

  // MARK: - What is there

  /// Sorted.
  func vintages() throws(SystemError) -> [Int] {
    guard Folder.kind(of: path) == .folder else { return [] }
    return try Folder.names(in: path).compactMap { name in
      name.hasPrefix("v") ? Int(name.dropFirst()) : nil
    }.sorted()
  }

  func folder(of vintage: Int) -> String { "\(path)/v\(vintage)" }

  /// A vintage's manifest with its digest; `nil` where it is not there or is none.
  func manifest(of vintage: Int) -> (manifest: ReleaseManifest, digest: Digest)? {
    guard
      let bytes = try? FileSource.bytes(
        ofFile: folder(of: vintage) + "/" + ReleaseManifest.path),
      let manifest = ReleaseManifest(json: bytes)
    else { return nil }
    return (manifest, Digest(of: bytes))
  }

  /// A vintage's figures, as its data file has them; `nil` where that cannot be read.
  func figures(of vintage: Int) -> ReleasedFigures? {
    let file = folder(of: vintage) + "/" + ReleasedFigures.path
    return (try? FileSource.bytes(ofFile: file)).flatMap(ReleasedFigures.init(json:))
  }

  /// The files of a vintage that are gone or of another size than the manifest says. Bytes are not
  /// looked at: that is `yuebao verify`'s.
  func missing(of manifest: ReleaseManifest) -> [String] {
    manifest.files.filter { file in
      var status = stat()
      let path = folder(of: manifest.vintage) + "/" + file.path
      return stat(path, &status) != 0 || Int(status.st_size) != file.bytes
    }.map(\.path)
  }

  // MARK: - Writing

  /// Removes what a killed run left half-made.
  ///
  /// - Precondition: the caller holds the output's `RunLock`, as for all that follow.
  func removeLeftovers() throws(SystemError) {
    guard Folder.kind(of: path) == .folder else { return }
    for name in try Folder.names(in: path, hidden: true) where name.hasPrefix(Self.temporaryPrefix)
    {
      Folder.remove(path + "/" + name)
    }
  }

  /// Writes a vintage that does not exist yet.
  ///
  /// - Throws: `SystemError`, or `Interrupted`; then nothing of it is left.
  func publish(_ files: [ReleaseFile], vintage: Int) throws {
    try Folder.make(path, access.folder)
    let temporary = path + "/" + Self.temporaryPrefix + "v\(vintage)"
    do {
      try write(files, to: temporary)
      guard rename(temporary, folder(of: vintage)) == 0 else { throw SystemError(path: path) }
      try Self.sync(path)
      try link(latest: vintage)
    } catch {
      Folder.remove(temporary)
      throw error
    }
  }

  /// Writes files of a vintage again that were lost, with the bytes that they had.
  func restore(_ files: [ReleaseFile], vintage: Int) throws(SystemError) {
    for file in files {
      let target = folder(of: vintage) + "/" + file.path
      if let slash = target.lastIndex(of: "/") {
        try Folder.make(String(target[..<slash]), access.folder)
      }
      try NewFile.replace(target, with: file.bytes, mode: access.file)
    }
  }

  func link(latest number: Int) throws(SystemError) {
    let link = path + "/latest"
    let vintage = "v\(number)"
    if Self.target(ofLink: link) == vintage { return }
    let temporary = path + "/" + Self.temporaryPrefix + "latest"
    Folder.remove(temporary)
    guard symlink(vintage, temporary) == 0, rename(temporary, link) == 0 else {
      throw SystemError(path: link)
    }
    try Self.sync(path)
  }

  private static let temporaryPrefix = ".writing-"

  private func write(_ files: [ReleaseFile], to folder: String) throws {
    try Folder.make(folder, access.folder)
    for file in files {
      try Interruption.check()
      let target = folder + "/" + file.path
      if let slash = target.lastIndex(of: "/") {
        try Folder.make(String(target[..<slash]), access.folder)
      }
      try NewFile.write(file.bytes, to: target, mode: access.file, synced: false)
    }
    // When all are written: the first sync carries most of the others with it.
    var folders: Set<String> = [folder]
    for file in files {
      let target = folder + "/" + file.path
      try Self.sync(target)
      if let slash = target.lastIndex(of: "/") { folders.insert(String(target[..<slash])) }
    }
    for folder in folders { try Self.sync(folder) }
  }

  private static func target(ofLink link: String) -> String? {
    var target = [UInt8](repeating: 0, count: 256)
    let length = target.withUnsafeMutableBytes { buffer in
      guard let start = buffer.bindMemory(to: CChar.self).baseAddress else { return -1 }
      return readlink(link, start, buffer.count)
    }
    return length < 0 ? nil : String(decoding: target.prefix(length), as: UTF8.self)
  }

  /// Makes a file, or a folder's entries, last through a power failure.
  private static func sync(_ path: String) throws(SystemError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError(path: path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw SystemError(path: path) }
  }
}
