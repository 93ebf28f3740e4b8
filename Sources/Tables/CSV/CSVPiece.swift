// SPDX-License-Identifier: Apache-2.0

/// The rows of one piece of a delimited file. Its rows and lines are counted from 1.
struct CSVPiece: Sendable {
  /// From the offset where its first row begins to where the row behind its last one does.
  var range: Range<Int>
  var batch = RowBatch()
  var rowCount = 0
  var lineCount = 0
  var filledRows = 0
  var separatedRows = 0
  /// What stopped the reading behind its rows.
  var problem: TableProblem?
  var plausibility = GB18030Plausibility()
}

/// Reads pieces of a delimited file, each alone.
///
/// A piece is given as a range of bytes, and holds the rows that begin in it. Where rows begin is
/// found by the first line end before it; whether that one is not inside of quotes only the piece
/// before can tell, so who puts pieces together compares where one ends and the next begins.
struct CSVPieceReader: ~Copyable {
  private let source: any ByteSource
  private let dialect: CSVDialect
  private let limits: TableLimits
  private let converter: TextConverter?
  /// The piece as it lies in the file, from `rawStart` on.
  private var raw: [UInt8] = []
  private var rawStart = 0
  private var isAtEnd = false

  init(
    _ source: any ByteSource, _ dialect: CSVDialect, limits: TableLimits
  ) throws(TableProblem) {
    self.source = source
    self.dialect = dialect
    self.limits = limits
    if let name = dialect.choice.encoding.converterName {
      converter = try TextConverter(from: name)
    } else {
      converter = nil
    }
  }

  /// - Parameters:
  ///   - nominal: the bytes in which the piece's rows begin.
  ///   - startsAtRow: whether a row is known to begin there.
  ///   - batch: an empty one, whose memory is used.
  mutating func read(
    _ nominal: Range<Int>, startsAtRow: Bool, wanted: ColumnSelection?, countsCharacters: Bool,
    into batch: RowBatch
  ) -> CSVPiece {
    var piece = CSVPiece(range: nominal, batch: batch)
    do throws(TableProblem) {
      try read(&piece, startsAtRow: startsAtRow, wanted: wanted, countsCharacters)
    } catch {
      piece.problem = error
    }
    return piece
  }

  private mutating func read(
    _ piece: inout CSVPiece, startsAtRow: Bool, wanted: ColumnSelection?, _ countsCharacters: Bool
  ) throws(TableProblem) {
    let nominal = piece.range
    let unit = dialect.choice.encoding.unitWidth
    rawStart = startsAtRow ? nominal.lowerBound : nominal.lowerBound - unit
    raw.removeAll(keepingCapacity: true)
    isAtEnd = false
    try readOn(to: nominal.upperBound)
    var start = 0
    if !startsAtRow { start = try rowStart(from: 0) }
    var end = max(start, try rowStart(from: nominal.upperBound - unit - rawStart))
    piece.range = rawStart + start..<rawStart + end

    var scanner = CSVScanner(
      separator: dialect.separator, limits: limits, wanted: wanted, start: 0)
    var decoded = start
    while true {
      let fault = decode(decoded..<end, &piece, countsCharacters)
      decoded = end
      let isLast = isAtEnd && end == raw.count && fault == nil
      let textEnd = piece.batch.bytes.count - 8
      let outcome = scanner.scan(piece.batch, upTo: textEnd, isLast: isLast)
      piece.rowCount = scanner.rowCount
      piece.lineCount = scanner.lineCount
      piece.filledRows = scanner.filledRows
      piece.separatedRows = scanner.separatedRows
      if case .problem(let problem) = outcome {
        piece.problem = problem
        return
      }
      if let fault {
        piece.problem = fault
        return
      }
      guard case .openQuote = outcome else { return }
      // The quoted cell goes on: take as much again.
      let target = end + max(end - start, 1 << 16)
      try readOn(to: rawStart + target)
      end = try rowStart(from: max(end, min(target, raw.count) - unit))
      piece.range = rawStart + start..<rawStart + end
    }
  }

  /// Reads on until `raw` holds what lies before `offset` of the file.
  private mutating func readOn(to offset: Int) throws(TableProblem) {
    let count = offset - rawStart - raw.count
    guard count > 0, !isAtEnd else { return }
    let start = raw.count
    raw.appendRoom(count)
    let source = source
    let place = rawStart + start
    let outcome = raw.withUnsafeMutableBytes { buffer -> Result<Int, TableProblem> in
      let room = UnsafeMutableRawBufferPointer(rebasing: buffer[start...])
      do throws(TableProblem) { return .success(try source.fill(room, at: place)) } catch {
        return .failure(error)
      }
    }
    let filled = try outcome.get()
    raw.removeLast(count - filled)
    isAtEnd = filled < count || rawStart + raw.count >= source.size
  }

  /// The place in `raw` right behind the first line end at or behind `start`; its end where the
  /// file has none.
  private mutating func rowStart(from start: Int) throws(TableProblem) -> Int {
    var place = max(start, 0)
    while true {
      if let end = lineEnd(from: place) { return end }
      if isAtEnd { return raw.count }
      place = max(place, raw.count - 2 * dialect.choice.encoding.unitWidth)
      try readOn(to: rawStart + raw.count + 4096)
    }
  }

  /// - Returns: `nil` where there is none, or where the byte that would say so is not there yet.
  private func lineEnd(from start: Int) -> Int? {
    let unit = dialect.choice.encoding.unitWidth
    let low = dialect.choice.encoding == .utf16BigEndian ? 1 : 0
    var place = unit == 1 ? start : start + (rawStart + start - dialect.start) % 2
    while place + unit <= raw.count {
      let byte = raw[place + low]
      if isLineEnd(byte), unit == 1 || raw[place + 1 - low] == 0 {
        let next = place + unit
        if byte == 10 { return next }
        guard next + unit <= raw.count else { return isAtEnd ? next : nil }
        let isPair = raw[next + low] == 10 && (unit == 1 || raw[next + 1 - low] == 0)
        return isPair ? next + unit : next
      }
      place += unit
    }
    return nil
  }

  /// Appends a range of `raw` to the piece's text, which ends with eight bytes more.
  /// - Returns: the undecodable or NUL byte before which the text then ends.
  private mutating func decode(
    _ range: Range<Int>, _ piece: inout CSVPiece, _ countsCharacters: Bool
  ) -> TableProblem? {
    if !piece.batch.bytes.isEmpty { piece.batch.bytes.removeLast(8) }
    defer { piece.batch.bytes.appendRoom(8) }
    let textStart = piece.batch.bytes.count
    var fault: Int?
    if converter == nil {
      piece.batch.bytes.append(contentsOf: raw[range])
      if let place = firstUTF8Fault(in: piece.batch.bytes, from: textStart) {
        fault = range.lowerBound + place - textStart
        piece.batch.bytes.removeLast(piece.batch.bytes.count - place)
      }
    } else {
      fault = convert(range, &piece.batch.bytes)
      if countsCharacters && dialect.choice.isGuessed {
        piece.plausibility.count(raw[range.lowerBound..<(fault ?? range.upperBound)])
      }
    }
    if let nul = firstNUL(in: piece.batch.bytes, from: textStart) {
      piece.batch.bytes.removeLast(piece.batch.bytes.count - nul)
      return problem(.controlByte, "NUL", at: rawOffset(ofNULIn: range), piece)
    }
    return fault.map { place in
      problem(.undecodableByte, dialect.choice.undecodable(raw[place]), at: place, piece)
    }
  }

  private mutating func convert(_ range: Range<Int>, _ text: inout [UInt8]) -> Int? {
    var bytes = Array(raw[range])
    let converted = converter?.convert(&bytes, upTo: bytes.count, into: &text).count
    return converted == range.count ? nil : range.lowerBound + (converted ?? 0)
  }

  private func rawOffset(ofNULIn range: Range<Int>) -> Int {
    let unit = dialect.choice.encoding.unitWidth
    return stride(from: range.lowerBound, to: range.upperBound - unit + 1, by: unit).first {
      raw[$0] == 0 && (unit == 1 || raw[$0 + 1] == 0)
    } ?? range.lowerBound
  }

  private func problem(
    _ kind: TableProblem.Kind, _ detail: String, at place: Int, _ piece: CSVPiece
  ) -> TableProblem {
    var lines = LineCount()
    lines.count(piece.batch.bytes, upTo: piece.batch.bytes.count)
    return TableProblem(kind, detail: detail, line: lines.line, byteOffset: rawStart + place)
  }
}
