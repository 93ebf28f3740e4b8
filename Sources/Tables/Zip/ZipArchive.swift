// SPDX-License-Identifier: Apache-2.0
import CLibZip

/// A zip archive over a source, through libzip. All calls to the library are in this folder.
///
/// Names of entries are looked up and never used as paths. One entry is read at a time, from any
/// one thread.
final class ZipArchive {
  private struct Entry {
    let index: UInt64
    let size: UInt64
    let packedSize: UInt64
    let isEncrypted: Bool
  }

  let limits: TableLimits
  private let archive: OpaquePointer
  /// By name, as `key(of:)` writes it.
  private var entries: [String: Entry] = [:]
  /// As the archive has them, in its order.
  private(set) var names: [String] = []

  /// Opens an archive and reads its directory.
  /// - Throws: `.damagedContainer`, `.limitExceeded`, `.unreadable`.
  init(_ source: any ByteSource, limits: TableLimits) throws(TableProblem) {
    self.limits = limits
    archive = try openZip(source)
    let count = Int(zip_get_num_entries(archive, 0))
    if count > limits.archiveEntries { throw .limit("archiveEntries", limits.archiveEntries) }
    for index in 0..<count { try add(UInt64(index)) }
  }

  deinit { zip_discard(archive) }

  private func add(_ index: UInt64) throws(TableProblem) {
    var status = zip_stat_t()
    guard zip_stat_index(archive, index, ZIP_FL_ENC_GUESS, &status) == 0, let name = status.name
    else { throw damaged() }
    let text = String(cString: name)
    names.append(text)
    let entry = Entry(
      index: index, size: status.size, packedSize: status.comp_size,
      isEncrypted: status.encryption_method != UInt16(ZIP_EM_NONE))
    if entries.updateValue(entry, forKey: ZipArchive.key(of: text)) != nil {
      throw TableProblem(.damagedContainer, detail: "two entries are called \(text)")
    }
  }

  /// Part names are compared without regard to case (ECMA-376 part 2, §6.2.2), and some programs
  /// write backslashes.
  private static func key(of name: String) -> String {
    var key = name.lowercased().replacing("\\", with: "/")
    while key.hasPrefix("/") { key.removeFirst() }
    return key
  }

  /// The size of an entry, unpacked, as the archive's directory says it; 0 where there is none.
  func size(of name: String) -> Int {
    Int(clamping: entries[ZipArchive.key(of: name)]?.size ?? 0)
  }

  func has(_ name: String) -> Bool { entries[ZipArchive.key(of: name)] != nil }

  /// The bytes of an entry, unpacked as they are pulled.
  /// - Throws: `.damagedContainer` where there is none of this name, `.encryptedFile`,
  ///   `.limitExceeded`.
  func open(_ name: String) throws(TableProblem) -> any ByteStream {
    guard let entry = entries[ZipArchive.key(of: name)] else {
      throw TableProblem(.damagedContainer, detail: "the archive has no \(name)")
    }
    if entry.isEncrypted { throw TableProblem(.encryptedFile, detail: name) }
    if entry.size > UInt64(limits.entryBytes) { throw .limit("entryBytes", limits.entryBytes) }
    guard let file = zip_fopen_index(archive, entry.index, 0) else { throw damaged(name) }
    return ZipEntryStream(file, name: name, packedSize: Int(entry.packedSize), archive: self)
  }

  /// The same, but a large entry is unpacked on a thread of its own if there are cores for it. No
  /// other entry may be opened before the stream is gone.
  func open(_ name: String, cores: Int) throws(TableProblem) -> any ByteStream {
    let stream = try open(name)
    // Below this, a thread costs more than it brings.
    guard cores > 1, let entry = entries[ZipArchive.key(of: name)], entry.size > 1 << 20 else {
      return stream
    }
    return AheadStream(stream) ?? stream
  }

  private func damaged(_ name: String? = nil) -> TableProblem {
    let words = String(cString: zip_strerror(archive))
    return TableProblem(.damagedContainer, detail: name.map { "\($0): \(words)" } ?? words)
  }
}

/// One entry of an archive, which it keeps open.
private final class ZipEntryStream: ByteStream {
  /// Before this, no ratio is too large: a small file of one repeated row is harmless.
  private static let harmless = 16 << 20

  private let file: OpaquePointer
  private let name: String
  private let packedSize: Int
  private let archive: ZipArchive
  private var count = 0

  init(_ file: OpaquePointer, name: String, packedSize: Int, archive: ZipArchive) {
    self.file = file
    self.name = name
    self.packedSize = packedSize
    self.archive = archive
  }

  deinit { zip_fclose(file) }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(TableProblem) -> Int {
    var filled = 0
    while filled < buffer.count {
      let got = zip_fread(
        file, buffer.baseAddress.map { $0 + filled }, UInt64(buffer.count - filled))
      if got < 0 {
        throw TableProblem(
          .damagedContainer, detail: "\(name): \(String(cString: zip_file_strerror(file)))")
      }
      if got == 0 { break }
      filled += Int(got)
    }
    count += filled
    let limits = archive.limits
    if count > limits.entryBytes { throw .limit("entryBytes", limits.entryBytes) }
    if count > ZipEntryStream.harmless + packedSize * limits.inflation {
      throw .limit("inflation", limits.inflation)
    }
    return filled
  }
}
