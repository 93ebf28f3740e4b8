// SPDX-License-Identifier: Apache-2.0
import Glibc

/// iconv(3) from one encoding to UTF-8. The only place that calls it.
struct TextConverter: ~Copyable {
  private let handle: iconv_t

  /// - Throws: `.unreadable` on a system whose iconv lacks the encoding.
  init(from encoding: String) throws(TableProblem) {
    guard let handle = iconv_open("UTF-8", encoding), handle != iconv_t(bitPattern: -1) else {
      throw TableProblem(.unreadable, detail: "iconv on this system does not know \(encoding)")
    }
    self.handle = handle
  }

  deinit { iconv_close(handle) }

  /// Converts as many of the first `end` bytes as are whole, valid characters, appending to `text`.
  /// - Returns: how many bytes that were, and whether an invalid one stopped it. The rest, if none
  ///   did, begins a character without ending it.
  func convert(
    _ bytes: inout [UInt8], upTo end: Int, into text: inout [UInt8]
  ) -> (count: Int, isFault: Bool) {
    let start = text.count
    // No character grows by more: one byte of a Windows encoding may become three.
    text.appendRoom(3 * end + 4)
    var bytesLeft = end
    var roomLeft = text.count - start
    let status = bytes.withUnsafeMutableBytes { source in
      text.withUnsafeMutableBytes { target in
        var input = source.baseAddress?.assumingMemoryBound(to: CChar.self)
        var output = target.baseAddress.map { ($0 + start).assumingMemoryBound(to: CChar.self) }
        return iconv(handle, &input, &bytesLeft, &output, &roomLeft)
      }
    }
    let isFault = status == -1 && errno == EILSEQ
    text.removeLast(roomLeft)
    return (end - bytesLeft, isFault)
  }
}
