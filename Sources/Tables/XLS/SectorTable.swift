// SPDX-License-Identifier: Apache-2.0

/// Where the sectors of a compound file lie, and which one follows which: its FAT ([MS-CFB] §2.3).
struct SectorTable: Sendable {
  static let endOfChain: UInt32 = 0xFFFF_FFFE
  /// Sectors that files may have are below it.
  private static let firstReserved: UInt32 = 0xFFFF_FFFA

  let source: any ByteSource
  /// The size of a sector is 2 to the power of it: 9 in version 3, 12 in version 4.
  let shift: Int
  /// The sectors that begin within the file.
  let count: Int
  /// The sectors that hold the table, in their order.
  private var places: [UInt32] = []
  /// The part of the table that was asked for last.
  private var cachedPlace = -1
  private var cached: [UInt8] = []

  /// - Parameter header: the file's first 512 bytes.
  init(_ source: any ByteSource, header: [UInt8]) throws(TableProblem) {
    self.source = source
    guard header.count == 512 else { throw .damaged("the file ends inside its header") }
    let version = header.littleEndian16(at: 26)
    shift = header.littleEndian16(at: 30)
    guard header.littleEndian16(at: 28) == 0xFFFE, version == 3 || version == 4,
      shift == 9 || shift == 12
    else {
      throw .damaged("its header is not that of a compound file")
    }
    count = max(0, (source.size - 1) >> shift)
    try readPlaces(header)
  }

  /// Where a sector lies in the file. The header takes the room of one.
  func offset(of sector: UInt32) -> Int { (Int(sector) + 1) << shift }

  func contains(_ sector: UInt32) -> Bool { Int(sector) < count }

  /// Reads the list of the table's own sectors: 109 are in the header, others in a chain ("DIFAT").
  private mutating func readPlaces(_ header: [UInt8]) throws(TableProblem) {
    for index in 0..<109 where !addPlace(header.sector(at: 76 + 4 * index)) { return }
    let perSector = (1 << shift) / 4 - 1
    var next = header.sector(at: 68)
    var visited = 0
    while contains(next) {
      // Each of them names so many that a circle soon names more than the file can need.
      visited += 1
      if visited > count / perSector + 1 { return }
      let bytes = try source.bytes(offset(of: next)..<offset(of: next) + 1 << shift)
      for index in 0..<perSector where !addPlace(bytes.sector(at: 4 * index)) { return }
      next = bytes.sector(at: 4 * perSector)
    }
  }

  /// - Returns: `false` where the list ends, or further places tell of sectors behind the file's end.
  private mutating func addPlace(_ sector: UInt32) -> Bool {
    guard sector < SectorTable.firstReserved, places.count << (shift - 2) <= count else {
      return false
    }
    places.append(sector)
    return true
  }

  /// The sector that follows; `nil` where the table does not tell.
  mutating func next(after sector: UInt32) throws(TableProblem) -> UInt32? {
    let place = Int(sector) >> (shift - 2)
    guard place < places.count, contains(places[place]) else { return nil }
    if place != cachedPlace {
      let start = offset(of: places[place])
      cached = try source.bytes(start..<start + 1 << shift)
      cachedPlace = place
    }
    let index = 4 * (Int(sector) & ((1 << (shift - 2)) - 1))
    return index + 4 <= cached.count ? cached.sector(at: index) : nil
  }
}
