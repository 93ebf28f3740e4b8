// SPDX-License-Identifier: Apache-2.0
import Glibc

@testable import Ingest

/// The definitions of this repository's own workspace, as its tests find them on the disk; files
/// in memory go before.
struct Repository: DefinitionFiles {
  /// Found from this file's place: the tests run wherever the repository lies.
  static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

  /// Real and invented files of other people, beside the repository where they are at all.
  static let samples = root + "/../shared/samples"

  var inMemory: [String: [UInt8]] = [:]

  func bytes(of path: String) throws(DefinitionFileError) -> [UInt8]? {
    inMemory[path] ?? Self.contents(of: Self.root + "/" + path)
  }

  func files(in folder: String) -> [String] {
    guard let directory = opendir(Self.root + "/" + folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(folder + "/" + name) }
    }
    let added = inMemory.keys.filter { $0.hasPrefix(folder + "/") }
    return Set(names + added).sorted()
  }

  /// - Returns: `nil` where there is no such file.
  static func contents(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    return bytes
  }
}
