// SPDX-License-Identifier: Apache-2.0

/// Writes compound files of some streams, as [MS-CFB] says: the header, the streams' sectors, the
/// mini stream, the mini FAT, the directory, the FAT.
struct CompoundFileWriter {
  var version = 3
  /// Sectors of the streams are put into the file in turn, so that none has two in a row.
  var interleaves = false
  private var streams: [(name: String, bytes: [UInt8])] = []
  private var sectors: [[UInt8]] = []
  private var table: [Int] = []

  static let end = 0xFFFF_FFFE
  static let free = 0xFFFF_FFFF

  private var sectorSize: Int { version == 3 ? 512 : 4096 }

  init(_ streams: [(name: String, bytes: [UInt8])], version: Int = 3, interleaves: Bool = false) {
    self.streams = streams
    self.version = version
    self.interleaves = interleaves
  }

  mutating func write() -> [UInt8] {
    let large = streams.map { $0.bytes.count >= 4096 ? $0.bytes : [] }
    var starts = add(large)
    var miniStream: [UInt8] = []
    var miniTable: [Int] = []
    for (index, stream) in streams.enumerated() where (1..<4096).contains(stream.bytes.count) {
      starts[index] = miniTable.count
      let count = (stream.bytes.count + 63) / 64
      miniStream += stream.bytes + [UInt8](repeating: 0, count: count * 64 - stream.bytes.count)
      miniTable += (1...count).map { $0 == count ? Self.end : miniTable.count + $0 }
    }
    let miniStart = add([miniStream])[0]
    let miniTableStart = add([miniTable.flatMap { littleEndian($0, 4) }])[0]
    let directory = directory(starts, miniStart, miniStream.count)
    let directoryStart = add([directory])[0]
    return header(directoryStart, miniTableStart) + sectors.joined()
  }

  /// Adds the sectors of some streams.
  /// - Returns: where each begins.
  private mutating func add(_ streams: [[UInt8]]) -> [Int] {
    var starts = streams.map { _ in Self.end }
    var last = streams.map { _ in -1 }
    var offsets = streams.map { _ in 0 }
    while let next = nextStream(streams, offsets) {
      let piece = streams[next][offsets[next]...].prefix(sectorSize)
      if last[next] < 0 { starts[next] = sectors.count } else { table[last[next]] = sectors.count }
      last[next] = sectors.count
      table.append(Self.end)
      sectors.append(piece + [UInt8](repeating: 0, count: sectorSize - piece.count))
      offsets[next] += piece.count
    }
    return starts
  }

  private func nextStream(_ streams: [[UInt8]], _ offsets: [Int]) -> Int? {
    let open = streams.indices.filter { offsets[$0] < streams[$0].count }
    return interleaves ? open.min { offsets[$0] < offsets[$1] } : open.first
  }

  private func directory(_ starts: [Int], _ miniStart: Int, _ miniSize: Int) -> [UInt8] {
    var bytes = entry(
      "Root Entry", kind: 5, start: miniStart, size: miniSize, right: Self.free, child: 1)
    for (index, stream) in streams.enumerated() {
      // A tree that is a list, to the right.
      let right = index + 1 < streams.count ? index + 2 : Self.free
      bytes += entry(
        stream.name, kind: 2, start: starts[index], size: stream.bytes.count, right: right,
        child: Self.free)
    }
    let rest = (sectorSize - bytes.count % sectorSize) % sectorSize
    return bytes + [UInt8](repeating: 0, count: rest)
  }

  private func entry(
    _ name: String, kind: UInt8, start: Int, size: Int, right: Int, child: Int
  ) -> [UInt8] {
    let units = name.utf16.flatMap { littleEndian(Int($0), 2) }
    return units + [UInt8](repeating: 0, count: 64 - units.count)
      + littleEndian(units.count + 2, 2) + [kind, 1] + littleEndian(Self.free, 4)
      + littleEndian(right, 4) + littleEndian(child, 4) + [UInt8](repeating: 0, count: 36)
      + littleEndian(start, 4) + littleEndian(size, 8)
  }

  /// Adds the table itself too.
  private mutating func header(_ directoryStart: Int, _ miniTableStart: Int) -> [UInt8] {
    let perSector = sectorSize / 4
    var count = 0
    while count * perSector < sectors.count + count { count += 1 }
    let places = (0..<count).map { sectors.count + $0 }
    table += places.map { _ in 0xFFFF_FFFD }
    table += [Int](repeating: Self.free, count: count * perSector - table.count)
    for place in 0..<count {
      sectors.append(
        table[place * perSector..<(place + 1) * perSector].flatMap { littleEndian($0, 4) })
    }
    let listed = places.prefix(109) + [Int](repeating: Self.free, count: max(0, 109 - count))
    let bytes =
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 16)
      + littleEndian(0x3E, 2) + littleEndian(version, 2) + [0xFE, 0xFF]
      + littleEndian(version == 3 ? 9 : 12, 2) + littleEndian(6, 2)
      + [UInt8](repeating: 0, count: 10) + littleEndian(count, 4) + littleEndian(directoryStart, 4)
      + littleEndian(0, 4) + littleEndian(4096, 4) + littleEndian(miniTableStart, 4)
      + littleEndian(1, 4) + littleEndian(Self.end, 4) + littleEndian(0, 4)
      + listed.flatMap { littleEndian($0, 4) }
    return bytes + [UInt8](repeating: 0, count: sectorSize - bytes.count)
  }
}
