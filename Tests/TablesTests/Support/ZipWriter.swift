// SPDX-License-Identifier: Apache-2.0

/// Writes zip archives whose entries are stored, not packed (APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12
/// and 4.3.16).
struct ZipWriter {
  private var archive: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  mutating func add(_ name: String, _ text: String) { add(name, Array(text.utf8)) }

  mutating func add(_ name: String, _ bytes: [UInt8]) {
    let offset = archive.count
    let size = UInt32(bytes.count)
    // Version 2.0, names in UTF-8, stored, 1 January 2021.
    let common = little16(20, 0x800, 0, 0, 0x5221) + little32(crc32(of: bytes), size, size)
    let lengths = little16(UInt16(name.utf8.count), 0)
    archive += little32(0x0403_4B50) + common + lengths
    archive += Array(name.utf8) + bytes
    directory += little32(0x0201_4B50) + little16(20) + common + lengths
    directory += little16(0, 0, 0) + little32(0, UInt32(offset)) + Array(name.utf8)
    count += 1
  }

  /// The whole archive.
  var bytes: [UInt8] {
    let number = UInt16(count)
    var bytes = archive + directory
    bytes += little32(0x0605_4B50) + little16(0, 0, number, number)
    bytes += little32(UInt32(directory.count), UInt32(archive.count)) + little16(0)
    return bytes
  }
}

/// An archive of these entries, in their order.
func zipArchive(_ entries: KeyValuePairs<String, String>) -> [UInt8] {
  var writer = ZipWriter()
  for (name, text) in entries { writer.add(name, text) }
  return writer.bytes
}

private func little16(_ values: UInt16...) -> [UInt8] {
  values.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
}

private func little32(_ values: UInt32...) -> [UInt8] {
  values.flatMap { value in
    [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: value >> UInt32($0)) }
  }
}

private func crc32(of bytes: [UInt8]) -> UInt32 {
  var rest = UInt32.max
  for byte in bytes {
    rest ^= UInt32(byte)
    for _ in 0..<8 { rest = (rest >> 1) ^ (rest & 1 == 0 ? 0 : 0xEDB8_8320) }
  }
  return ~rest
}
