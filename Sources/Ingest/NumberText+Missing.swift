// SPDX-License-Identifier: Apache-2.0
import Statistics

extension NumberText {
  /// Why a text that stands for a number is none; `nil` where it has to be read as one.
  ///
  /// Without a layout's word for it `x` is no mark: it may be confidential, or a slip.
  static func missingReason(_ text: String, marks: [String: MissingReason]) -> MissingReason? {
    if marks.isEmpty, mayBeginNumber(text) { return nil }
    let folded = HeaderText.folded(text)
    if let reason = marks[folded] { return reason }
    if folded.isEmpty { return .empty }
    if isMark(folded) { return .marked }
    return errors.contains(folded) ? .errorValue : nil
  }

  /// Whether a digit is the first character, as in most numbers and in no mark of our own.
  private static func mayBeginNumber(_ text: String) -> Bool {
    text.utf8.first.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
  }

  /// `NaN` is how SDMX-CSV says missing, `NA` and `N/A` how statistical programs do.
  private static let words: Set<String> = ["/", "nan", "na", "n/a"]

  /// As `HeaderText.folded` gives them. `#N/A N/A` is how a data terminal's formula fails.
  private static let errors: Set<String> = [
    "#n/a", "#div/0!", "#ref!", "#value!", "#name?", "#num!", "#null!", "#n/an/a", "#spill!",
    "#calc!", "#getting_data",
  ]

  /// Dashes alone, dots alone but not one, or a word.
  private static func isMark(_ folded: String) -> Bool {
    let scalars = folded.unicodeScalars
    if scalars.allSatisfy({ $0 == "-" }) || scalars.allSatisfy({ $0 == "…" }) { return true }
    if scalars.count > 1, scalars.allSatisfy({ $0 == "." }) { return true }
    return words.contains(folded)
  }
}
