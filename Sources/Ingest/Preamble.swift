// SPDX-License-Identifier: Apache-2.0
import Statistics

/// What stands around a sheet's table and holds for all of it: the lines above the header, the
/// sheet's name, the file's name.
struct Preamble {
  private(set) var texts: [String] = []
  private let sheet: String?
  private let fileName: String

  init(sheet: String?, file: String) {
    self.sheet = sheet
    fileName = file.split(separator: "/").last.map(String.init) ?? file
  }

  mutating func add(_ text: String) {
    let trimmed = CellText.trimmed(text)
    if !trimmed.isEmpty { texts.append(trimmed) }
  }

  /// Whether one text, or the sheet's name, holds all `words`; true for no words.
  func hasTitle(_ words: [String]) -> Bool {
    words.isEmpty
      || (texts + [sheet ?? ""]).contains { text in words.allSatisfy(text.contains) }
  }

  /// The period that the nearest text speaks of: the lines above, the sheet's name, the file's.
  var period: Period? {
    for text in texts + [sheet ?? "", fileName] {
      if let period = Period(wording: text) { return period }
    }
    return nil
  }

  enum UnitLine {
    case none
    case unit(UnitOfMeasure)
    case unknown(String)
  }

  /// What a line such as `单位：亿元` or `计量单位: 千元` says.
  var unitLine: UnitLine {
    for text in texts {
      let folded = HeaderText.folded(text)
      for prefix in ["计量单位:", "单位:", "(单位:"] where folded.hasPrefix(prefix) {
        let word = folded.dropFirst(prefix.count).prefix { $0 != ")" && $0 != "、" && $0 != "," }
        if word.isEmpty { continue }
        return UnitOfMeasure(word).map { .unit($0) } ?? .unknown(text)
      }
    }
    return .none
  }
}
