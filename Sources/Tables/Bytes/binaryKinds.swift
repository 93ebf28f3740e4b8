// SPDX-License-Identifier: Apache-2.0

/// What a file that is no text seems to be, in plain words, from the first bytes of its kind.
/// - Returns: `nil` where they are of none of these kinds.
func nameOfSignature(_ head: [UInt8]) -> String? {
  signatures.first { head.starts(with: $0.0) }?.1
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
/// Not for UTF-16, in which NULs are common.
func isBinary(_ head: ArraySlice<UInt8>) -> Bool {
  guard head.contains(0) else { return false }
  let controls = head.count { $0 < 32 && !isBlank($0) }
  return controls >= 16 && controls * 10 > head.count
}

/// What a zip archive that is no table seems to be, from the names of its entries.
func nameOfZipKind(_ names: [String]) -> String {
  if names.contains("xl/workbook.bin") { return "a binary Excel workbook (.xlsb)" }
  if names.contains(where: { $0.hasPrefix("word/") }) { return "a Word document (.docx)" }
  if names.contains(where: { $0.hasPrefix("ppt/") }) { return "a PowerPoint document (.pptx)" }
  if names.contains("mimetype") { return "an OpenDocument file that is no spreadsheet" }
  return "a zip archive"
}
