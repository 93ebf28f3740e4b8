// SPDX-License-Identifier: Apache-2.0

/// The records of an Excel stream, one after the other ([MS-XLS] §2.1.4): a type, a length, and as
/// many bytes. They are read through a window that moves over the stream.
final class BIFFRecords {
  private let stream: CompoundFile.Stream
  /// Enough for two of the longest records.
  private static let wideWindow = 1 << 17 + 64
  private static let narrowWindow = 512
  /// Whether records are read in an order of their own, so that reading ahead is of no use.
  var isScattered = false
  private var window: [UInt8] = []
  private var windowStart = 0

  /// The current record's type. Before the first, one that is not used.
  private(set) var type = BIFFRecordType.none
  /// Where the current record begins in the stream.
  private(set) var position = 0
  /// The bytes of the current record, without its type and length.
  private(set) var length = 0
  private var dataStart = 0
  private var nextPosition = 0

  init(_ stream: CompoundFile.Stream) { self.stream = stream }

  /// Makes the record that begins at this place of the stream the next one.
  func seek(to position: Int) { nextPosition = position }

  /// Goes to the next record.
  /// - Returns: `false` at the end of the stream.
  func next() throws(TableProblem) -> Bool {
    guard let type = try nextType() else { return false }
    let start = nextPosition
    let size = window.littleEndian16(at: start - windowStart + 2)
    guard try has(start..<start + 4 + size) else { throw stream.ending }
    self.type = type
    position = start
    length = size
    dataStart = start - windowStart + 4
    nextPosition = start + 4 + size
    return true
  }

  /// The type of the record behind the current one; `nil` at the end of the stream.
  ///
  /// Bytes of the current record stay what they are.
  func nextType() throws(TableProblem) -> BIFFRecordType? {
    if try has(nextPosition..<nextPosition + 4) {
      return BIFFRecordType(code: window.littleEndian16(at: nextPosition - windowStart))
    }
    // Some streams are filled up to the end of a sector with less than a record.
    let isAtEnd = nextPosition + 4 > stream.bytes.size && !stream.isCutOff
    if isAtEnd { return nil }
    throw stream.ending
  }

  /// Moves the window so that these bytes of the stream and those of the current record are in it.
  private func has(_ range: Range<Int>) throws(TableProblem) -> Bool {
    let end = windowStart + window.count
    if range.lowerBound >= windowStart && range.upperBound <= end { return true }
    guard range.lowerBound >= 0, range.upperBound <= stream.bytes.size else { return false }
    let recordStart = windowStart + dataStart
    let keepsRecord = recordStart + length == range.lowerBound
    let start = keepsRecord ? recordStart : range.lowerBound
    let size = isScattered ? BIFFRecords.narrowWindow : BIFFRecords.wideWindow
    window = try stream.bytes.bytes(start..<max(range.upperBound, start + size))
    windowStart = start
    dataStart = keepsRecord ? 0 : dataStart
    return range.upperBound <= start + window.count
  }

  // MARK: - The current record

  func byte(at offset: Int) throws(TableProblem) -> Int {
    guard offset < length else { throw tooShort }
    return Int(window[dataStart + offset])
  }

  func integer16(at offset: Int) throws(TableProblem) -> Int {
    guard offset + 2 <= length else { throw tooShort }
    return window.littleEndian16(at: dataStart + offset)
  }

  func integer32(at offset: Int) throws(TableProblem) -> Int {
    guard offset + 4 <= length else { throw tooShort }
    return window.littleEndian32(at: dataStart + offset)
  }

  func number(at offset: Int) throws(TableProblem) -> Double {
    let low = UInt64(try integer32(at: offset))
    let high = UInt64(try integer32(at: offset + 4))
    return Double(bitPattern: low | high << 32)
  }

  func bytes(_ range: Range<Int>) throws(TableProblem) -> ArraySlice<UInt8> {
    guard range.upperBound <= length else { throw tooShort }
    return window[dataStart + range.lowerBound..<dataStart + range.upperBound]
  }

  var tooShort: TableProblem {
    TableProblem(
      .damagedTable, detail: "a record of type \(type.code) is too short: \(length) bytes")
  }
}
