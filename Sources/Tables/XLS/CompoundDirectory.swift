// SPDX-License-Identifier: Apache-2.0

/// The directory of a compound file ([MS-CFB] §2.6): storages, each with a binary tree of what is
/// in it.
struct CompoundDirectory {
  struct Entry {
    enum Kind { case storage, stream, root, unused }

    let name: String
    let kind: Kind
    let start: UInt32
    let size: Int
    /// Entries beside it, and the first of what is in it. Beyond the directory's end for none.
    let left: Int
    let right: Int
    let child: Int
  }

  private static let entrySize = 128
  private let stream: CompoundStream
  /// Before version 4, the upper half of a size may hold anything.
  private let sizesAreLong: Bool

  init(_ stream: CompoundStream, sizesAreLong: Bool) {
    self.stream = stream
    self.sizesAreLong = sizesAreLong
  }

  private var count: Int { stream.size / CompoundDirectory.entrySize }

  func entry(_ index: Int) throws(TableProblem) -> Entry {
    let start = index * CompoundDirectory.entrySize
    let bytes = try stream.bytes(start..<start + CompoundDirectory.entrySize)
    guard bytes.count == CompoundDirectory.entrySize else { throw .damaged(stream.ending) }
    let nameLength = min(bytes.littleEndian16(at: 64), 64) / 2 - 1
    let units = (0..<max(0, nameLength)).map { UInt16(bytes.littleEndian16(at: 2 * $0)) }
    let upperSize = sizesAreLong ? bytes.littleEndian32(at: 124) & 0x7FFF_FFFF : 0
    return Entry(
      name: String(decoding: units, as: UTF16.self), kind: Entry.Kind(code: bytes[66]),
      start: bytes.sector(at: 116), size: bytes.littleEndian32(at: 120) | upperSize << 32,
      left: bytes.littleEndian32(at: 68), right: bytes.littleEndian32(at: 72),
      child: bytes.littleEndian32(at: 76))
  }

  /// What is in a storage, not what is in storages within it.
  ///
  /// Goes through the whole tree: some programs do not sort it. One that goes in a circle is
  /// damaged.
  func children(of storage: Entry, _ limits: TableLimits) throws(TableProblem) -> [Entry] {
    var children: [Entry] = []
    var isKnown = [Bool](repeating: false, count: count)
    var waiting = [storage.child]
    while let index = waiting.popLast() {
      guard index < count else { continue }
      if isKnown[index] { throw .damaged("the directory goes in a circle") }
      isKnown[index] = true
      let entry = try entry(index)
      if children.count == limits.archiveEntries {
        throw .limit("archiveEntries", limits.archiveEntries)
      }
      if entry.kind != .unused { children.append(entry) }
      waiting += [entry.right, entry.left]
    }
    return children
  }
}

extension CompoundDirectory.Entry.Kind {
  init(code: UInt8) {
    switch code {
    case 1: self = .storage
    case 2: self = .stream
    case 5: self = .root
    default: self = .unused
    }
  }
}
