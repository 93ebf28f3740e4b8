// SPDX-License-Identifier: Apache-2.0
import Glibc
import Reports

/// `Output/<audience>/<period>`: one folder a vintage, and `latest`, a link to the newest.
///
/// A vintage is written beside its place, synced and renamed: a reader sees the old release or the
/// new, never half of one. A vintage that exists is never changed.
struct ReleaseFolder {
  let path: String

  enum Outcome {
    /// The newest vintage has these very bytes; nothing was written.
    case unchanged(vintage: String)
    case published(vintage: String)

    var vintage: String {
      switch self {
      case .unchanged(let vintage), .published(let vintage): vintage
      }
    }
  }

  /// - Precondition: the caller holds the output's `RunLock`.
  func publish(_ files: [ReleaseFile]) throws(SystemError) -> Outcome {
    try Folder.make(path)
    try removeLeftovers()
    let newest = try vintages().last
    if let newest, holds(files, vintage: newest) {
      try link(latest: newest)
      return .unchanged(vintage: newest)
    }
    let number = (newest.flatMap { Int($0.dropFirst()) } ?? 0) + 1
    let vintage = "v\(number)"
    let temporary = path + "/" + Self.temporaryPrefix + vintage
    do throws(SystemError) {
      try write(files, to: temporary)
      guard rename(temporary, path + "/" + vintage) == 0 else { throw SystemError(path: path) }
      try Self.sync(path)
      try link(latest: vintage)
    } catch {
      Folder.remove(temporary)
      throw error
    }
    return .published(vintage: vintage)
  }

  private static let temporaryPrefix = ".writing-"

  /// What a killed run left half-made.
  private func removeLeftovers() throws(SystemError) {
    for name in try Folder.names(in: path, hidden: true) where name.hasPrefix(Self.temporaryPrefix)
    {
      Folder.remove(path + "/" + name)
    }
  }

  /// `v1`, `v2`, … in this order.
  private func vintages() throws(SystemError) -> [String] {
    try Folder.names(in: path)
      .filter { $0.hasPrefix("v") && Int($0.dropFirst()) != nil }
      .sorted { (Int($0.dropFirst()) ?? 0) < (Int($1.dropFirst()) ?? 0) }
  }

  private func holds(_ files: [ReleaseFile], vintage: String) -> Bool {
    let folder = path + "/" + vintage
    guard let present = try? Folder.filesBelow(folder),
      Set(present) == Set(files.map(\.path))
    else { return false }
    return files.allSatisfy { file in
      (try? FileSource.bytes(ofFile: folder + "/" + file.path)) == file.bytes
    }
  }

  private func write(_ files: [ReleaseFile], to folder: String) throws(SystemError) {
    try Folder.make(folder)
    var folders: Set<String> = [folder]
    for file in files {
      let target = folder + "/" + file.path
      if let slash = target.lastIndex(of: "/") {
        try Folder.make(String(target[..<slash]))
        folders.insert(String(target[..<slash]))
      }
      try NewFile.write(file.bytes, to: target)
    }
    for folder in folders { try Self.sync(folder) }
  }

  private func link(latest vintage: String) throws(SystemError) {
    let link = path + "/latest"
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

  /// Makes a folder's entries last through a power failure.
  private static func sync(_ folder: String) throws(SystemError) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError(path: folder) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw SystemError(path: folder) }
  }
}
