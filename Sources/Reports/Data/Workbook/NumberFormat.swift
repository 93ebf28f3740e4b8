// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The format in which a spreadsheet shows a number as the report prints it.
struct NumberFormat {
  /// Groups thousands as `NumberText` does.
  let language: Language
  /// Of the column, so that its points stand under each other: the most decimals, and the longest
  /// of what stands behind digits.
  let mostDecimals: Int
  let longestSuffix: String

  /// `0.00`, `#,##0`, `0.0"①"`: a unit and footnote marks stand in the format, so that the cell
  /// stays a number. `nil` where they are longer than a format may be.
  func text(decimals: Int, suffix: String) -> String? {
    var format = language == .english || decimals == 0 ? "#,##0" : "0"
    if decimals > 0 { format += "." + String(repeating: "0", count: decimals) }
    let shown = Self.quotable(suffix)
    if !shown.isEmpty { format += "\"" + shown + "\"" }
    // `_x` is a blank as wide as x.
    if decimals < mostDecimals {
      format +=
        (decimals == 0 ? "_." : "") + String(repeating: "_0", count: mostDecimals - decimals)
    }
    if shown.isEmpty { format += Self.quotable(longestSuffix).map { "_\($0)" }.joined() }
    // The library keeps 127 bytes.
    return format.utf8.count <= 127 ? format : nil
  }

  private static func quotable(_ suffix: String) -> String {
    harmless(suffix).filter { $0 != "\"" && $0 != "\\" }
  }
}
