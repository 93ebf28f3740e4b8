// SPDX-License-Identifier: Apache-2.0

/// A stream of bytes as text: valid UTF-8 without byte order mark and without NUL, whatever the
/// bytes' encoding is. Pulled chunk by chunk; chunks end anywhere between two characters.
final class TextStream {
  let choice: EncodingChoice
  private var chunks: ByteChunks
  private var decoder: TextDecoder
  private var bytes: [UInt8] = []
  /// Found behind the chunk that was given last.
  private var fault: TableProblem?
  private var hasBegun = false

  /// Reads the beginning, which `text` then holds.
  /// - Throws: `.emptyFile`, `.unsupportedFormat` for bytes that are no text, and what
  ///   `chooseEncoding` throws.
  init(_ stream: any ByteStream, encoding: TextEncoding? = nil) throws(TableProblem) {
    var chunks = ByteChunks(stream)
    let head = try TextStream.readHead(&chunks, most: encoding == nil ? 4 << 20 : 1)
    if head.allSatisfy(isBlank) && chunks.isAtEnd { throw .emptyFile }
    if let kind = nameOfSignature(head) { throw .unsupported(kind) }
    let choice = try chooseEncoding(of: head, isWhole: chunks.isAtEnd, wanted: encoding)
    if choice.encoding.unitWidth == 1 && isBinary(head.prefix(4096)) {
      throw .unsupported("binary data")
    }
    self.choice = choice
    self.chunks = chunks
    decoder = try TextDecoder(choice)
    fault = decoder.decode(head, isLast: chunks.isAtEnd)
    if decoder.text.allSatisfy(isBlank) && chunks.isAtEnd { throw fault ?? .emptyFile }
  }

  /// The stream's first chunk; more of it, up to 4 MB, while all bytes are ASCII.
  ///
  /// Those bytes say nothing about the encoding. A file that is still ASCII after 4 MB is read as
  /// UTF-8: if that is wrong, its first other byte is found undecodable, never misread.
  private static func readHead(
    _ chunks: inout ByteChunks, most: Int
  ) throws(TableProblem) -> [UInt8] {
    var head: [UInt8] = []
    var checked = 0
    repeat {
      checked = head.count
      try chunks.append(to: &head)
    } while !chunks.isAtEnd && head.count < most
      && !head[checked...].contains(where: { $0 >= 0x80 })
    return head
  }

  /// The text of the chunk pulled last; before the first `next`, of the beginning.
  var text: [UInt8] { decoder.text }

  /// Whether `text` is all that is left.
  var isWhole: Bool { chunks.isAtEnd }

  /// The doubt about a guessed encoding, from all that was read; `nil` where there is none.
  var doubt: TableProblem? { decoder.doubt }

  /// Pulls the next chunk; the first call gives the beginning.
  /// - Returns: `false` at the end.
  /// - Throws: the undecodable or NUL byte behind the chunk before.
  func next() throws(TableProblem) -> Bool {
    guard hasBegun else {
      hasBegun = true
      return true
    }
    if let fault { throw fault }
    guard !chunks.isAtEnd else { return false }
    bytes.removeAll(keepingCapacity: true)
    try chunks.append(to: &bytes)
    fault = decoder.decode(bytes, isLast: chunks.isAtEnd)
    return true
  }
}

extension TableProblem {
  static let emptyFile = TableProblem(.emptyFile, detail: "no text in the file")
}

/// Whether a byte is a blank, a tab or a line's end.
func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 10 || byte == 13 }
