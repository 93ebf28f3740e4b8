// SPDX-License-Identifier: Apache-2.0

/// A part's text. Parts are UTF-8 or UTF-16 and nothing else, whatever they declare (ECMA-376
/// part 2, §6.2.5), so their first bytes tell which: nothing is guessed.
struct PartText {
  let text: TextStream

  init(_ stream: any ByteStream) throws(TableProblem) {
    let stream = try BegunStream(stream)
    text = try TextStream(stream, encoding: stream.encoding)
  }
}

/// A stream of which the first bytes have been looked at.
private final class BegunStream: ByteStream {
  let encoding: TextEncoding
  private let rest: any ByteStream
  private var head: [UInt8]

  init(_ stream: any ByteStream) throws(TableProblem) {
    var head: [UInt8] = [0, 0, 0, 0]
    let outcome = head.withUnsafeMutableBytes { buffer -> Result<Int, TableProblem> in
      do throws(TableProblem) { return .success(try stream.read(into: buffer)) } catch {
        return .failure(error)
      }
    }
    head.removeLast(4 - (try outcome.get()))
    rest = stream
    self.head = head
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0x3C, 0]) {
      encoding = .utf16LittleEndian
    } else if head.starts(with: [0xFE, 0xFF]) || head.starts(with: [0, 0x3C]) {
      encoding = .utf16BigEndian
    } else {
      encoding = head.starts(with: [0xEF, 0xBB, 0xBF]) ? .utf8WithMark : .utf8
    }
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(TableProblem) -> Int {
    let count = min(head.count, buffer.count)
    buffer.copyBytes(from: head.prefix(count))
    head.removeFirst(count)
    return count + (try rest.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...])))
  }
}
