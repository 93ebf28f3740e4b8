// SPDX-License-Identifier: Apache-2.0

/// A compound file: a small file system in one file, which old Office documents are kept in
/// ([MS-CFB], versions 3 and 4).
///
/// Accepted: sectors of any size that the standard allows, a last sector that is cut short, entries
/// of the root storage in any order. Streams of storages within it are no one's table, so they are
/// not looked for: an embedded workbook has a `Workbook` stream too.
///
/// Refused, as a damaged container: another byte order or version, a table of sectors that lies
/// outside the file, a directory or a chain that goes in a circle. Streams are not copied to
/// memory: their sectors are read where they lie, when they are asked for. What is kept grows with
/// the file by 4 bytes for each 64 KB, and by 16 bytes for each run of sectors of an open stream.
struct CompoundFile {
  /// Something in the root storage: a stream, or a storage with streams of its own.
  struct Entry {
    let name: String
    let isStream: Bool
    fileprivate let start: UInt32
    fileprivate let size: Int
  }

  /// A stream, and what is wrong for one who needs more than its bytes.
  struct Stream {
    let bytes: any ByteSource
    /// Whether there should be more of them.
    let isCutOff: Bool
    let ending: TableProblem
  }

  /// What is in the root storage. The standard keeps it as a tree; its order means nothing.
  let entries: [Entry]
  private let sectors: SectorTable
  private let miniTable: CompoundStream
  private let miniStream: CompoundStream

  static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  /// Streams shorter than this lie in the mini stream, in sectors of 64 bytes. The header says so
  /// too, and may say nothing else.
  private static let miniStreamCutoff = 4096
  private static let miniSectorShift = 6

  init(_ source: any ByteSource, limits: TableLimits) throws(TableProblem) {
    let header = try source.bytes(0..<512)
    sectors = try SectorTable(source, header: header)
    let everything = Int.max
    let directory = try CompoundDirectory(
      CompoundStream(sectors, start: header.sector(at: 48), size: everything, name: "directory"),
      sizesAreLong: header.littleEndian16(at: 26) == 4)
    let root = try directory.entry(0)
    guard root.kind == .root else { throw .damaged("the directory does not begin with its root") }
    entries = try directory.children(of: root, limits).map { entry in
      Entry(
        name: entry.name, isStream: entry.kind == .stream, start: entry.start, size: entry.size)
    }
    miniTable = try CompoundStream(
      sectors, start: header.sector(at: 60), size: everything, name: "mini FAT")
    miniStream = try CompoundStream(
      sectors, start: root.start, size: root.size, name: "mini stream")
  }

  /// The stream of that name, without regard to case; `nil` where there is none.
  func entry(named name: String) -> Entry? {
    let name = name.lowercased()
    return entries.first { $0.isStream && $0.name.lowercased() == name }
  }

  func open(_ entry: Entry) throws(TableProblem) -> Stream {
    if entry.size < CompoundFile.miniStreamCutoff { return try openSmall(entry) }
    let stream = try CompoundStream(sectors, start: entry.start, size: entry.size, name: entry.name)
    return Stream(
      bytes: stream, isCutOff: stream.size < entry.size, ending: .damaged(stream.ending))
  }

  /// Copies a stream that lies in the mini stream.
  private func openSmall(_ entry: Entry) throws(TableProblem) -> Stream {
    let sectorSize = 1 << CompoundFile.miniSectorShift
    var bytes: [UInt8] = []
    var sector = Int(entry.start)
    while bytes.count < entry.size, sector < Int(SectorTable.endOfChain) {
      let offset = sector << CompoundFile.miniSectorShift
      let piece = try miniStream.bytes(offset..<offset + sectorSize)
      bytes += piece.prefix(entry.size - bytes.count)
      let next = try miniTable.bytes(4 * sector..<4 * sector + 4)
      if piece.count < sectorSize || next.count < 4 { break }
      sector = next.littleEndian32(at: 0)
    }
    return Stream(
      bytes: MemorySource(bytes), isCutOff: bytes.count < entry.size,
      ending: .damaged("the stream \(entry.name) is cut off"))
  }
}

extension TableProblem {
  /// A compound file that contradicts itself.
  static func damaged(_ detail: String) -> TableProblem {
    TableProblem(.damagedContainer, detail: detail)
  }
}

extension [UInt8] {
  /// The number of a sector.
  func sector(at offset: Int) -> UInt32 { UInt32(littleEndian32(at: offset)) }
}
