// SPDX-License-Identifier: Apache-2.0
import Glibc
import Reports

/// `Output/<audience>/<period>`: one folder a vintage, and `latest`, a link to the newest.
///
/// A vintage is written beside its place, synced and renamed: a reader sees the old release or the
/// new, never half of one. A vintage that exists is never changed.
struct ReleaseFolder {
  let path: String

  /// The newest vintage's number; 0 where there is none.
  ///
  /// - Precondition: the caller holds the output's `RunLock`.
  func newest() throws(SystemError) -> Int {
    try Folder.make(path)
    try removeLeftovers()
    return try vintages().last ?? 0
  }

  /// Whether a vintage has these very files.
  func holds(_ files: [ReleaseFile], vintage: Int) -> Bool {
    let folder = path + "/v\(vintage)"
    guard let present = try? Folder.filesBelow(folder), present.count == files.count,
      Set(present) == Set(files.map(\.path))
    else { return false }
    return files.allSatisfy { file in
      (try? FileSource.bytes(ofFile: folder + "/" + file.path)) == file.bytes
    }
  }

  /// Writes a vintage that does not exist yet.
  ///
  /// - Precondition: the caller holds the output's `RunLock`.
  func publish(_ files: [ReleaseFile], vintage: Int) throws(SystemError) {
    let name = "v\(vintage)"
    let temporary = path + "/" + Self.temporaryPrefix + name
    do throws(SystemError) {
      try write(files, to: temporary)
      guard rename(temporary, path + "/" + name) == 0 else { throw SystemError(path: path) }
      try Self.sync(path)
      try link(latest: vintage)
    } catch {
      Folder.remove(temporary)
      throw error
    }
  }

  private static let temporaryPrefix = ".writing-"

  /// What a killed run left half-made.
  private func removeLeftovers() throws(SystemError) {
    for name in try Folder.names(in: path, hidden: true) where name.hasPrefix(Self.temporaryPrefix)
    {
      Folder.remove(path + "/" + name)
    }
  }

  /// Sorted.
  func vintages() throws(SystemError) -> [Int] {
    try Folder.names(in: path).compactMap { name in
      name.hasPrefix("v") ? Int(name.dropFirst()) : nil
    }.sorted()
  }

  private func write(_ files: [ReleaseFile], to folder: String) throws(SystemError) {
    try Folder.make(folder)
    for file in files {
      let target = folder + "/" + file.path
      if let slash = target.lastIndex(of: "/") { try Folder.make(String(target[..<slash])) }
      try NewFile.write(file.bytes, to: target, synced: false)
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
