// SPDX-License-Identifier: Apache-2.0

/// A text encoding that Yuebao reads, by the name that messages and releases print.
package struct TextEncoding: RawRepresentable, Hashable, Sendable {
  package let rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }

  package static let utf8 = TextEncoding(rawValue: "UTF-8")
  package static let utf8WithMark = TextEncoding(rawValue: "UTF-8 (BOM)")
  package static let utf16LittleEndian = TextEncoding(rawValue: "UTF-16LE")
  package static let utf16BigEndian = TextEncoding(rawValue: "UTF-16BE")
  /// Also for GBK and GB2312, its subsets: files that declare these hold more.
  package static let gb18030 = TextEncoding(rawValue: "GB18030")

  /// The encoding that a declaration or a person names; `nil` for one that Yuebao does not read.
  ///
  /// The names are those of the Encoding Standard (encoding.spec.whatwg.org, §4.2) that text in
  /// tables is known to use, without regard to case. Encodings with shift states, such as
  /// ISO-2022-JP, are not among them.
  package init?(label: String) {
    let label = label.uppercased().filter { $0 != "_" && $0 != "-" && $0 != " " }
    guard let name = TextEncoding.names[label] else { return nil }
    self.init(rawValue: name)
  }

  /// What iconv(3) calls it; `nil` for UTF-8, which needs no conversion.
  var converterName: String? {
    self == .utf8 || self == .utf8WithMark ? nil : rawValue
  }

  /// The bytes of one unit: a line's end is one unit of this size.
  var unitWidth: Int { self == .utf16LittleEndian || self == .utf16BigEndian ? 2 : 1 }

  /// Without hyphens, underscores and blanks.
  private static let names: [String: String] = {
    var names = [
      "UTF8": "UTF-8", "UTF8BOM": "UTF-8 (BOM)", "USASCII": "UTF-8", "ASCII": "UTF-8",
      "ANSIX3.41968": "UTF-8", "UTF16LE": "UTF-16LE", "UTF16BE": "UTF-16BE", "UTF16": "UTF-16LE",
      "UNICODE": "UTF-16LE", "BIG5": "BIG5-HKSCS", "BIG5HKSCS": "BIG5-HKSCS", "CP950": "BIG5-HKSCS",
      "SHIFTJIS": "CP932", "SJIS": "CP932", "WINDOWS31J": "CP932", "CP932": "CP932",
      "EUCJP": "EUC-JP", "EUCKR": "CP949", "KSC56011987": "CP949", "CP949": "CP949",
      "KOI8R": "KOI8-R", "KOI8U": "KOI8-U", "MACINTOSH": "MACINTOSH", "LATIN1": "ISO-8859-1",
      "WINDOWS874": "CP874",
    ]
    for label in ["GB18030", "GBK", "GB2312", "GB231280", "CP936", "XGBK", "MS936", "CHINESE"] {
      names[label] = "GB18030"
    }
    for page in 1250...1258 {
      names["WINDOWS\(page)"] = "WINDOWS-\(page)"
      names["CP\(page)"] = "WINDOWS-\(page)"
    }
    for part in 1...16 where part != 12 { names["ISO8859\(part)"] = "ISO-8859-\(part)" }
    return names
  }()
}
