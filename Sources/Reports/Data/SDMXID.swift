// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Ids in SDMX: letters and digits of ASCII, `_`, `-`, `@`, `$` (SDMX 3.0, IDType).
enum SDMXID {
  /// The text itself where it consists of ASCII letters, digits and `_`. Any other byte of its UTF-8
  /// is `$` and two hexadecimal digits, as `%` is in a URL: 官桥 is `$E5$AE$98$E6$A1$A5`.
  static func escaped(_ text: String) -> String {
    var id = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"):
        id.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        id += "$" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
    return id
  }

  /// `division-39`, `community-$E5$AE$98$E6$A1$A5`; `_T`, SDMX's code of a total, for a sector as a
  /// whole. The first `-` stands between dimension and value.
  static func breakdown(_ part: SectorName.Part?) -> String {
    part.map { escaped($0.dimension.id) + "-" + escaped($0.value) } ?? "_T"
  }
}
