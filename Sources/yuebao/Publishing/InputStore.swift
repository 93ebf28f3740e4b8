// SPDX-License-Identifier: Apache-2.0
import Glibc
import Provenance
import Tables

/// `Output/inputs`: the bytes that releases were made from, each kept once under its digest, so that a
/// release can be rebuilt after `Input/` was tidied.
///
/// Copies and not hard links: a file that is edited in place would change with its link.
struct InputStore {
  let path: String

  /// Where the bytes with a digest lie, or would.
  func file(of digest: Digest) -> String {
    "\(path)/\(digest.text.prefix(2))/\(digest.text.dropFirst(2))"
  }

  func holds(_ digest: Digest) -> Bool { Folder.kind(of: file(of: digest)) == .file }

  /// What is wrong with the bytes kept under a digest; `nil` where they are the right ones.
  func damage(of digest: Digest) -> String? {
    guard holds(digest) else { return "it is not there" }
    do throws(ByteSourceError) {
      let found = try FileSource(path: file(of: digest)).digest()
      return found == digest ? nil : "its bytes have the digest \(found.text)"
    } catch {
      return error.reason
    }
  }

  /// Keeps some bytes.
  ///
  /// - Precondition: the caller holds the output's `RunLock`.
  func keep(_ bytes: [UInt8]) throws(SystemError) -> Digest {
    let digest = Digest(of: bytes)
    if !holds(digest) {
      try place(digest) { (file) throws(SystemError) in try file.write(bytes) }
    }
    return digest
  }

  /// Keeps a file's bytes.
  ///
  /// - Parameter digest: what the file's bytes had when they were looked at.
  /// - Returns: `false` where they have another by now; then nothing was kept.
  /// - Precondition: the caller holds the output's `RunLock`.
  func keep(_ source: FileSource, as digest: Digest) throws -> Bool {
    if holds(digest) { return true }
    var builder = DigestBuilder()
    let temporary = try begin(digest)
    defer { Folder.remove(temporary) }
    let file = try NewFile(path: temporary, mode: 0o440)
    try source.forEachPiece { piece in
      builder.add(piece)
      try file.write(Array(piece))
    }
    try file.finish()
    guard builder.digest() == digest else { return false }
    try end(digest, temporary)
    return true
  }

  /// The text of a snapshot that was kept; `nil` where it is not there or damaged.
  func snapshot(_ digest: Digest) -> Snapshot? {
    guard let bytes = try? FileSource.bytes(ofFile: file(of: digest)),
      Digest(of: bytes) == digest
    else { return nil }
    return Snapshot(text: String(decoding: bytes, as: UTF8.self))
  }

  // MARK: - Placing

  private func place(
    _ digest: Digest, _ write: (NewFile) throws(SystemError) -> Void
  ) throws(SystemError) {
    let temporary = try begin(digest)
    do throws(SystemError) {
      let file = try NewFile(path: temporary, mode: 0o440)
      try write(file)
      try file.finish()
      try end(digest, temporary)
    } catch {
      Folder.remove(temporary)
      throw error
    }
  }

  /// - Returns: where to write: one name, so that what a killed run left is written over.
  private func begin(_ digest: Digest) throws(SystemError) -> String {
    try Folder.make(path, Access.internal.folder)
    try Folder.make("\(path)/\(digest.text.prefix(2))", Access.internal.folder)
    let temporary = path + "/.writing"
    Folder.remove(temporary)
    return temporary
  }

  private func end(_ digest: Digest, _ temporary: String) throws(SystemError) {
    let file = file(of: digest)
    guard rename(temporary, file) == 0 else { throw SystemError(path: file) }
  }
}
