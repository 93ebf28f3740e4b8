// SPDX-License-Identifier: Apache-2.0

import Glibc

/// UTF-8 to GB18030 by iconv(3), which every Linux has; Foundation lacks it.
final class GB18030Encoder {
  private let handle: iconv_t

  init() throws(EncodingError) {
    guard let handle = iconv_open("GB18030", "UTF-8"), handle != iconv_t(bitPattern: -1) else {
      throw .unavailable
    }
    self.handle = handle
  }

  deinit { iconv_close(handle) }

  /// - Parameter utf8: whole characters only.
  func encode(_ utf8: [UInt8]) throws(EncodingError) -> [UInt8] {
    var input = utf8
    // A character of GB18030 has at most 4 bytes where UTF-8 has at least one.
    let capacity = 4 * utf8.count
    var left = utf8.count
    var room = capacity
    let output = [UInt8](unsafeUninitializedCapacity: capacity) { target, count in
      input.withUnsafeMutableBytes { source in
        var from = source.bindMemory(to: CChar.self).baseAddress
        var to = UnsafeMutableRawBufferPointer(target).bindMemory(to: CChar.self).baseAddress
        _ = iconv(handle, &from, &left, &to, &room)
      }
      count = capacity - room
    }
    guard left == 0 else { throw .unencodable }
    return output
  }
}

/// The system cannot write GB18030.
package enum EncodingError: Error, Hashable, Sendable {
  /// Its C library has no such conversion (glibc without its gconv modules).
  case unavailable
  /// A text has a character that it cannot encode.
  case unencodable
}
