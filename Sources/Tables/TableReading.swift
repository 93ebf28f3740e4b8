// SPDX-License-Identifier: Apache-2.0

/// The way of one file: bytes → encoding → UTF-8 text → format → rows.
struct TableReading {
  private var chunks: ByteChunks
  private let limits: TableLimits
  private let receiver: any TableReceiver
  private var problems: [TableProblem] = []

  init(chunks: ByteChunks, limits: TableLimits, receiver: any TableReceiver) {
    self.chunks = chunks
    self.limits = limits
    self.receiver = receiver
  }

  mutating func run() -> [TableProblem] {
    do throws(TableProblem) {
      let head = try readHead()
      if head.allSatisfy(isBlank) && chunks.isAtEnd { throw emptyFile }
      if let kind = nameOfBinaryKind(head) { throw .unsupported(kind) }
      try readText(from: head)
    } catch {
      problems.append(error)
    }
    return problems
  }

  /// The file's first chunk; more of it, up to 4 MB, while all bytes are ASCII.
  ///
  /// Those bytes say nothing about the encoding. A file that is still ASCII after 4 MB is read as
  /// UTF-8: if that is wrong, its first other byte is found undecodable, never misread.
  private mutating func readHead() throws(TableProblem) -> [UInt8] {
    var head: [UInt8] = []
    repeat {
      try chunks.append(to: &head)
    } while !chunks.isAtEnd && head.count < 4 << 20 && firstNonASCII(in: head) == nil
    return head
  }

  private mutating func readText(from head: [UInt8]) throws(TableProblem) {
    let choice = try chooseEncoding(of: head, isWhole: chunks.isAtEnd)
    var decoder = try TextDecoder(choice)
    // Runs before a fatal problem is caught: the doubt about the encoding comes first.
    defer { if let doubt = decoder.doubt { problems.append(doubt) } }

    var fault = decoder.decode(head, isLast: chunks.isAtEnd)
    if decoder.text.allSatisfy(isBlank) && chunks.isAtEnd { throw fault ?? emptyFile }
    let format = try recogniseFormat(of: decoder.text, isWhole: chunks.isAtEnd)
    receiver.beginTable(
      TableDescription(
        format: format, encoding: choice.encoding, encodingIsCertain: choice.isCertain))
    var reader = format.reader(
      for: decoder.text, isWhole: chunks.isAtEnd, limits: limits, receiver: receiver)
    try reader.read(decoder.text.span)

    var bytes: [UInt8] = []
    while fault == nil && !chunks.isAtEnd {
      bytes.removeAll(keepingCapacity: true)
      try chunks.append(to: &bytes)
      fault = decoder.decode(bytes, isLast: chunks.isAtEnd)
      try reader.read(decoder.text.span)
    }
    if let fault { throw fault }
    try reader.finish()
  }

  private var emptyFile: TableProblem { TableProblem(.emptyFile, detail: "no text in the file") }
}

/// Whether a byte is a blank, a tab or a line's end.
func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 10 || byte == 13 }
