// SPDX-License-Identifier: Apache-2.0

/// The files of a workspace at one moment: returns, definitions, templates, each by its digest.
///
/// Two workspaces with the same files have the same snapshot, whatever their place, times or the
/// order in which files were found.
package struct Snapshot: Hashable, Sendable {
  package enum Entry: Hashable, Sendable {
    case content(Digest)
    /// What cannot be read: a named pipe, a file without permission. The reason is the system's.
    case unreadable(reason: String)
  }

  /// By path, relative to the workspace.
  package let files: [String: Entry]

  package init(files: [String: Entry]) { self.files = files }

  /// Paths sorted by their UTF-8.
  package var paths: [String] {
    files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// A line a file, sorted by path: digest, two blanks, path, as sha256sum(1) prints and checks it.
  package var text: String {
    paths.map { path in
      switch files[path] {
      case .content(let digest): "\(digest.text)  \(Self.escaped(path))\n"
      case .unreadable(let reason): "!\(Self.escaped(reason))  \(Self.escaped(path))\n"
      case nil: ""
      }
    }.joined()
  }

  /// Of the text.
  package var digest: Digest { Digest(of: Array(text.utf8)) }

  /// What `text` gave. - Returns: `nil` for any other text.
  package init?(text: String) {
    var files: [String: Entry] = [:]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      guard let blanks = line.firstRange(of: "  ") else { return nil }
      let head = line[..<blanks.lowerBound]
      let path = Self.unescaped(line[blanks.upperBound...])
      if head.hasPrefix("!") {
        files[path] = .unreadable(reason: Self.unescaped(head.dropFirst()))
      } else {
        guard let digest = Digest(String(head)) else { return nil }
        files[path] = .content(digest)
      }
    }
    self.files = files
    guard self.text == text else { return nil }
  }

  // MARK: - Line ends in names

  private static func escaped(_ name: String) -> String {
    guard name.utf8.contains(where: { $0 == 0x0A || $0 == 0x5C }) else { return name }
    return String(
      decoding: name.utf8.flatMap { byte -> [UInt8] in
        switch byte {
        case 0x0A: Array("\\n".utf8)
        case 0x5C: Array("\\\\".utf8)
        default: [byte]
        }
      }, as: UTF8.self)
  }

  private static func unescaped(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var isEscaped = false
    for byte in text.utf8 {
      if isEscaped {
        bytes.append(byte == UInt8(ascii: "n") ? 0x0A : byte)
        isEscaped = false
      } else if byte == 0x5C {
        isEscaped = true
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Snapshot {
  /// How a file differs between two snapshots.
  package enum Change: String, Hashable, Sendable, Codable {
    case added, removed, changed
  }

  /// The paths that differ, sorted, with how.
  package func changes(since earlier: Snapshot) -> [(path: String, change: Change)] {
    let all = Set(files.keys).union(earlier.files.keys)
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return all.compactMap { path in
      switch (earlier.files[path], files[path]) {
      case (nil, _): (path, .added)
      case (_, nil): (path, .removed)
      case (let before, let after): before == after ? nil : (path, .changed)
      }
    }
  }
}
