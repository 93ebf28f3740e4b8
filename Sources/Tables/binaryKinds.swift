// SPDX-License-Identifier: Apache-2.0

/// What a file that is no text seems to be, in plain words, from its first bytes.
/// - Returns: `nil` for text.
func nameOfBinaryKind(_ head: [UInt8]) -> String? {
  if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
    return nameOfZipKind(head)
  }
  for (signature, name) in signatures where head.starts(with: signature) { return name }
  return isBinary(head.prefix(4096)) ? "binary data" : nil
}

private let signatures: [([UInt8], String)] = [
  ([0xD0, 0xCF, 0x11, 0xE0], "a binary Office file, such as an Excel 97-2003 workbook (.xls)"),
  (Array("%PDF-".utf8), "a PDF document"),
  ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
  ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
  (Array("GIF8".utf8), "a GIF picture"),
  ([0x1F, 0x8B], "a gzip archive"),
  (Array("Rar!".utf8), "a RAR archive"),
  ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7-Zip archive"),
  ([0xFF, 0xFE, 0x00, 0x00], "text in UTF-32"),
  ([0x00, 0x00, 0xFE, 0xFF], "text in UTF-32"),
]

/// Whether NULs are there and control bytes are common: more than one byte in ten, sixteen at
/// least. Less than that is a text with an error, which is a problem with a place.
///
/// UTF-16 is text: it has its mark, or is markup.
private func isBinary(_ head: ArraySlice<UInt8>) -> Bool {
  if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return false }
  if head.starts(with: [0x3C, 0x00]) || head.starts(with: [0x00, 0x3C]) { return false }
  guard head.contains(0) else { return false }
  let controls = head.count { $0 < 32 && !isBlank($0) }
  return controls >= 16 && controls * 10 > head.count
}

/// What a zip archive holds, from the names in those of its entries that begin in `head`.
private func nameOfZipKind(_ head: [UInt8]) -> String {
  let entries = zipEntries(head)
  if entries.contains(where: { $0.starts(with: "xl/workbook.bin".utf8) }) {
    return "a binary Excel workbook (.xlsb)"
  }
  if entries.contains(where: { $0.starts(with: "xl/".utf8) }) { return "an Excel workbook (.xlsx)" }
  if entries.contains(where: { $0.starts(with: "word/".utf8) }) { return "a Word document (.docx)" }
  // OpenDocument writes its type, uncompressed, right behind the first entry's name.
  let type = "mimetypeapplication/vnd.oasis.opendocument."
  guard let first = entries.first, first.starts(with: type.utf8) else { return "a zip archive" }
  return first.dropFirst(type.utf8.count).starts(with: "spreadsheet".utf8)
    ? "an OpenDocument spreadsheet (.ods)" : "an OpenDocument file"
}

/// What follows each local file header's fixed 30 bytes: the entry's name, then its data.
private func zipEntries(_ head: [UInt8]) -> [ArraySlice<UInt8>] {
  head.indices.compactMap { index in
    guard head[index] == 0x50, head[index...].starts(with: [0x50, 0x4B, 0x03, 0x04]) else {
      return nil
    }
    return head[min(index + 30, head.count)...]
  }
}
