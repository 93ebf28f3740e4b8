// SPDX-License-Identifier: Apache-2.0
import Statistics
import Tables

/// Reads the cells of the register's flags: 是, 否, or when the flag holds.
struct RegisterFlagCells {
  private static let yes = Array("是".utf8)
  private static let no = Array("否".utf8)

  /// Adds what a cell with a text says of a flag.
  ///
  /// - Returns: `false` where it is none of what a flag may be.
  func add(
    _ flag: RegisterFlags, _ row: borrowing Row, _ range: Range<Int>,
    to set: inout Register.FlagSet
  ) -> Bool {
    let bytes = row.bytes[range]
    let digit = range.count == 1 ? bytes.first : nil
    if digit == UInt8(ascii: "1") || bytes.elementsEqual(Self.yes) {
      set.lasting.formUnion(flag)
      return true
    }
    if digit == UInt8(ascii: "0") || bytes.elementsEqual(Self.no) { return true }
    guard let dated = dated(flag, row.text(range)) else { return false }
    set.dated.append(dated)
    return true
  }

  /// Reads `2021-03` (since then), `2021-03...2022-06` or `...2022-06`, the last period included.
  ///
  /// - Returns: `nil` for other text and for a span that runs backwards.
  private func dated(_ flag: RegisterFlags, _ text: String) -> Register.DatedFlag? {
    // Word processors and spreadsheets make one character of three dots.
    let text = text.replacing("…", with: "...")
    guard let dots = text.firstRange(of: "...") else {
      return Period(registerText: text).map {
        Register.DatedFlag(flag: flag, since: $0, through: nil)
      }
    }
    guard let through = Period(registerText: String(text[dots.upperBound...])) else { return nil }
    if dots.lowerBound == text.startIndex {
      return Register.DatedFlag(flag: flag, since: nil, through: through)
    }
    guard let since = Period(registerText: String(text[..<dots.lowerBound])), since <= through
    else { return nil }
    return Register.DatedFlag(flag: flag, since: since, through: through)
  }
}

extension Period {
  /// A survey period, and not the quarter or year that ends with one; also the day that
  /// spreadsheets make of a typed month. Nothing may stand beside it.
  init?(registerText: String) {
    let text = CellText.trimmed(registerText)
    guard text.first?.isWholeNumber == true,
      text.allSatisfy({ $0.isWholeNumber || "-.年月".contains($0) }),
      let period = Period.asSpoken(text) ?? Period(dateText: text), period.isSurveyPeriod
    else { return nil }
    self = period
  }
}
