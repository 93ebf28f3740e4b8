// SPDX-License-Identifier: Apache-2.0

extension TextStream {
  /// A part's text. Parts are UTF-8 or UTF-16 and nothing else, whatever they declare (ECMA-376
  /// part 2, §6.2.5), so their first bytes tell which: nothing is guessed.
  convenience init(part stream: any ByteStream) throws(TableProblem) {
    var head: [UInt8] = []
    try head.append(4, from: stream)
    try self.init(JoinedStream([head], then: stream), encoding: encodingOfPart(head))
  }
}

private func encodingOfPart(_ head: [UInt8]) -> TextEncoding {
  if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0x3C, 0]) { return .utf16LittleEndian }
  if head.starts(with: [0xFE, 0xFF]) || head.starts(with: [0, 0x3C]) { return .utf16BigEndian }
  return head.starts(with: [0xEF, 0xBB, 0xBF]) ? .utf8WithMark : .utf8
}

extension [UInt8] {
  /// Appends what a stream gives next.
  /// - Returns: whether that were as many bytes as asked for: else the stream is at its end.
  @discardableResult
  mutating func append(_ count: Int, from stream: any ByteStream) throws(TableProblem) -> Bool {
    let start = self.count
    appendRoom(count)
    let outcome = withUnsafeMutableBytes { buffer -> Result<Int, TableProblem> in
      let room = UnsafeMutableRawBufferPointer(rebasing: buffer[start...])
      do throws(TableProblem) { return .success(try stream.read(into: room)) } catch {
        return .failure(error)
      }
    }
    let got: Int
    do throws(TableProblem) { got = try outcome.get() } catch {
      removeLast(count)
      throw error
    }
    removeLast(count - got)
    return got == count
  }
}
