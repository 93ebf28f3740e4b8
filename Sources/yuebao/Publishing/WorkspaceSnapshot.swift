// SPDX-License-Identifier: Apache-2.0
import Glibc
import Ingest
import Provenance
import Statistics
import Tables

/// The state of a workspace when a run began: every file that a release may rest on, with its digest.
struct WorkspaceSnapshot {
  let snapshot: Snapshot
  /// In bytes, by path; empty for a state that was taken before.
  let sizes: [String: Int]

  /// A state that was taken before, whose files are kept.
  init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
    sizes = [:]
  }

  /// Looks at `yuebao.yml`, `Templates/` and all below `Input/`, each file once.
  ///
  /// - Throws: `Stop` with status 75 where a file changes while it is read.
  init(of folder: WorkspaceFolder) throws {
    let paths = try folder.everyFile()
    let looked = inParallel(paths.count) { index in
      Result { try Self.look(at: folder.absolute(paths[index])) }
    }
    var files: [String: Snapshot.Entry] = [:]
    var sizes: [String: Int] = [:]
    for (path, result) in zip(paths, looked) {
      let (entry, size) = try result.get()
      files[path] = entry
      if case .content = entry { sizes[path] = size }
    }
    snapshot = Snapshot(files: files)
    self.sizes = sizes
  }

  /// Of the files that are no returns.
  var definitions: Digest {
    Snapshot(
      files: snapshot.files.filter { !$0.key.hasPrefix(WorkspaceFolder.returns + "/") }
    ).digest
  }

  /// Keeps every file that is not kept yet, and the list of them.
  ///
  /// - Returns: how many were new.
  /// - Throws: `Stop` with status 75 where a file is not what it was a moment ago.
  func keep(from folder: WorkspaceFolder, in store: InputStore) throws -> Int {
    var new = 0
    for path in snapshot.paths {
      guard case .content(let digest) = snapshot.files[path], !store.holds(digest) else { continue }
      new += 1
      let place = folder.absolute(path)
      // Gone or no longer readable since it was looked at.
      guard let source = try? FileSource(path: place) else { throw Stop.changing(place) }
      guard try store.keep(source, as: digest) else { throw Stop.changing(place) }
    }
    _ = try store.keep(Array(snapshot.text.utf8))
    return new
  }

  private static func look(at path: String) throws -> (Snapshot.Entry, Int) {
    do {
      let source = try FileSource(path: path)
      let before = source.state
      let digest = try source.digest()
      guard source.state == before else { throw Stop.changing(path) }
      return (.content(digest), source.size)
    } catch let error as ByteSourceError {
      return (.unreadable(reason: error.reason), 0)
    }
  }
}

extension Stop {
  static func changing(_ path: String) -> Stop {
    Stop(.locked, Message("input_changing", ["path": path]))
  }
}
