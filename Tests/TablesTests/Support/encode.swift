// SPDX-License-Identifier: Apache-2.0
import Glibc

/// A text in another encoding, by iconv(3): `GB18030`, `BIG5`, `WINDOWS-1252`, `UTF-16LE` …
func encode(_ text: String, _ encoding: String) -> [UInt8] {
  guard let handle = iconv_open(encoding, "UTF-8") else { return [] }
  defer { iconv_close(handle) }
  var source = Array(text.utf8)
  var target = [UInt8](repeating: 0, count: source.count * 4 + 16)
  var left = source.count
  var room = target.count
  let status = source.withUnsafeMutableBytes { source in
    target.withUnsafeMutableBytes { target in
      var input = source.baseAddress?.assumingMemoryBound(to: CChar.self)
      var output = target.baseAddress?.assumingMemoryBound(to: CChar.self)
      return iconv(handle, &input, &left, &output, &room)
    }
  }
  precondition(status >= 0 && left == 0, "\(text) cannot be written in \(encoding)")
  return Array(target.dropLast(room))
}
