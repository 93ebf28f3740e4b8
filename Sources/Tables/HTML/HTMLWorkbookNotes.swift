// SPDX-License-Identifier: Apache-2.0

/// What Excel notes of its workbook in a conditional comment of a page:
/// `<x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>Sheet1</x:Name>…`
///
/// Source: Microsoft Office HTML and XML Reference, 1999.
struct HTMLWorkbookNotes {
  /// In the order of the sheets.
  let sheetNames: [String]
  /// Whether days are counted from 1904.
  let counts1904: Bool

  init(_ comment: [UInt8]) {
    counts1904 = comment.firstRange(of: Array("<x:Date1904/>".utf8)) != nil
    var names: [String] = []
    var rest = comment[...]
    let begin = Array("<x:ExcelWorksheet>".utf8)
    while let sheet = rest.firstRange(of: begin), names.count < 4096 {
      rest = rest[sheet.upperBound...]
      let own = rest[..<(rest.firstRange(of: begin)?.lowerBound ?? rest.endIndex)]
      if let name = HTMLWorkbookNotes.name(in: own) { names.append(name) }
    }
    sheetNames = names
  }

  private static func name(in notes: ArraySlice<UInt8>) -> String? {
    guard let begin = notes.firstRange(of: Array("<x:Name>".utf8)) else { return nil }
    let text = notes[begin.upperBound...]
    guard let end = text.firstRange(of: Array("</x:Name>".utf8)) else { return nil }
    var name = String(decoding: text[..<end.lowerBound], as: UTF8.self)
    for (entity, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
    ] {
      name = name.replacing(entity, with: character)
    }
    return name
  }
}
