// SPDX-License-Identifier: Apache-2.0
import Glibc

/// The names and kinds of what a folder holds.
enum Folder {
  enum Kind { case file, folder, other }

  static func kind(of path: String) -> Kind? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// The names in `path`, sorted by their bytes; those that begin with a point only where `hidden`.
  static func names(in path: String, hidden: Bool = false) throws(SystemError) -> [String] {
    guard let stream = opendir(path) else { throw SystemError(path: path) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != "..", hidden || !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Every file below `path`, as paths relative to it, sorted.
  ///
  /// - Parameter links: at how many levels below `path` folders that are symbolic links are entered;
  ///   further down they are not, so a loop of them cannot hang the program.
  static func filesBelow(_ path: String, links: Int = 0) throws(SystemError) -> [String] {
    var files: [String] = []
    for name in try names(in: path) {
      let full = path + "/" + name
      var status = stat()
      guard lstat(full, &status) == 0 else { throw SystemError(path: full) }
      let isLink = status.st_mode & S_IFMT == S_IFLNK
      if status.st_mode & S_IFMT == S_IFDIR || (links > 0 && isLink && kind(of: full) == .folder) {
        files += try filesBelow(full, links: max(0, links - 1)).map { name + "/" + $0 }
      } else if kind(of: full) != .folder {
        files.append(name)
      }
    }
    return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Makes `path`, with a mode that `umask` may narrow, and the folders above it.
  static func make(_ path: String, _ mode: UInt32 = 0o777) throws(SystemError) {
    if kind(of: path) == .folder { return }
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
      try make(String(path[..<slash]), mode)
    }
    guard mkdir(path, mode) == 0 || errno == EEXIST else { throw SystemError(path: path) }
  }

  /// Removes `path` and all below it; what is not there is no error.
  static func remove(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    if status.st_mode & S_IFMT == S_IFDIR {
      let names = (try? names(in: path, hidden: true)) ?? []
      for name in names { remove(path + "/" + name) }
      rmdir(path)
    } else {
      unlink(path)
    }
  }
}
