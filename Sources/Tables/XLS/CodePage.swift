// SPDX-License-Identifier: Apache-2.0

/// The encoding of the texts in workbooks of Excel 5.0 and 95, which have no Unicode.
final class CodePage {
  let encoding: TextEncoding
  private let converter: TextConverter

  /// - Parameter number: as the workbook says it ([MS-XLS] §2.4.52).
  convenience init(_ number: Int) throws(TableProblem) {
    let name =
      switch number {
      case 367: "ASCII"
      case 1200: "UTF-16LE"
      case 10_000, 32_768: "MACINTOSH"
      case 1361: "JOHAB"
      case 32_769: "WINDOWS-1252"
      default: "CP\(number)"
      }
    try self.init(TextEncoding(label: name) ?? TextEncoding(rawValue: name))
  }

  init(_ encoding: TextEncoding) throws(TableProblem) {
    self.encoding = encoding
    converter = try TextConverter(from: encoding.converterName ?? "UTF-8")
  }

  /// Appends the text of these bytes in UTF-8.
  /// - Throws: `.undecodableByte` where a byte is none of the encoding.
  func append(_ bytes: ArraySlice<UInt8>, to text: inout [UInt8]) throws(TableProblem) {
    var bytes = Array(bytes)
    let count = converter.convert(&bytes, upTo: bytes.count, into: &text).count
    guard count < bytes.count else { return }
    let choice = EncodingChoice(encoding: encoding, isCertain: true)
    throw TableProblem(.undecodableByte, detail: choice.undecodable(bytes[count]))
  }
}
