// SPDX-License-Identifier: Apache-2.0

/// Cuts the text of a worksheet part before rows, so that parsers can read the pieces side by side.
///
/// Each piece but the first is read behind `head`, each but the last before `tail`, which makes it
/// a document of its own. Where the bytes `<row ` are not the beginning of a row, the piece before
/// them is no document: then it is not what was cut, and neither are the pieces behind it
/// (`WorksheetPieces`).
final class WorksheetCutter {
  static let pieceSize = 512 << 10
  private static let largestHead = 32 << 10

  /// The text before the rows: the root element's tag and what describes the sheet.
  private(set) var head: [UInt8] = []
  private(set) var tail: [UInt8] = []
  private var rowMark: [UInt8] = []
  private let stream: any ByteStream
  private let pieceSize: Int
  /// Read and not given yet.
  private var bytes: [UInt8] = []
  private var isAtEnd = false
  private var failure: TableProblem?

  /// - Parameter pieceSize: how much is read before it is cut; a row may be 16 times as long.
  init(_ stream: any ByteStream, pieceSize: Int) {
    self.stream = stream
    self.pieceSize = pieceSize
  }

  /// The next piece; `nil` at the end, and where the text cannot be cut.
  func next() -> (bytes: [UInt8], isLast: Bool)? {
    while failure == nil, !isAtEnd, bytes.count < 16 * pieceSize {
      fill()
      if failure != nil { return nil }
      if head.isEmpty, !findHead() { return nil }
      if isAtEnd { break }
      if let cut = lastRow() { return (cutOff(cut), false) }
    }
    guard isAtEnd, failure == nil, !bytes.isEmpty else { return nil }
    return (cutOff(bytes.count), true)
  }

  /// What was not given yet.
  var rest: any ByteStream {
    JoinedStream([bytes], then: failure.map(FailedStream.init) ?? stream)
  }

  private func fill() {
    do throws(TableProblem) {
      isAtEnd = try !bytes.append(pieceSize, from: stream)
    } catch {
      failure = error
    }
  }

  private func cutOff(_ count: Int) -> [UInt8] {
    let rest = Array(bytes[count...])
    bytes.removeLast(bytes.count - count)
    let piece = bytes
    bytes = rest
    return piece
  }

  /// Finds what stands before the rows. Comments and the like could hide from a search where the
  /// rows begin, so a text with such before its rows is not cut.
  private func findHead() -> Bool {
    let start = bytes.prefix(WorksheetCutter.largestHead)
    guard let name = start.firstRange(of: Array("sheetData>".utf8)) else { return false }
    guard let open = start[..<name.lowerBound].lastIndex(of: UInt8(ascii: "<")) else {
      return false
    }
    let prefix = start[(open + 1)..<name.lowerBound]
    guard prefix.isEmpty || prefix.last == UInt8(ascii: ":") else { return false }
    let found = start[..<name.upperBound]
    for (left, right) in zip(found, found.dropFirst()) where left == UInt8(ascii: "<") {
      if right == UInt8(ascii: "!") { return false }
    }
    let instructions = found.count { $0 == UInt8(ascii: "?") }
    guard instructions == 0 || (instructions == 2 && hasDeclaration) else { return false }
    head = Array(found)
    rowMark = Array("<".utf8) + prefix + Array("row ".utf8)
    tail = Array("</".utf8) + prefix + Array("sheetData></".utf8) + prefix
    tail += Array("worksheet>".utf8)
    return true
  }

  private var hasDeclaration: Bool {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let start = bytes.starts(with: mark) ? bytes[3...] : bytes[...]
    return start.starts(with: "<?xml ".utf8)
  }

  /// Where the last row begins.
  private func lastRow() -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var place = bytes.count - rowMark.count
      while place > 0 {
        if bytes[place] == rowMark[0], bytes[place...].starts(with: rowMark) { return place }
        place -= 1
      }
      return nil
    }
  }
}

/// A stream that cannot be read on.
private final class FailedStream: ByteStream {
  private let problem: TableProblem

  init(_ problem: TableProblem) { self.problem = problem }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(TableProblem) -> Int {
    throw problem
  }
}
