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
  ///
  /// What a form says of itself (`有效期至：2022年1月`, also in two cells) is not its period.
  var period: Period? {
    let labels = [""] + texts
    let candidates = zip(texts, labels).filter { text, before in
      !Self.isOfTheForm(text)
        && !(Self.isOfTheForm(before) && HeaderText.folded(before).hasSuffix(":"))
    }
    for text in candidates.map(\.0) + [sheet ?? "", fileName] {
      if let period = Period(wording: text) { return period }
    }
    return nil
  }

  private static let wordsOfTheForm = [
    "有效期", "报出日期", "填报日期", "填表日期", "制表日期", "打印", "导出", "文号", "批准",
  ]

  private static func isOfTheForm(_ text: String) -> Bool {
    wordsOfTheForm.contains(where: text.contains)
  }

  enum UnitLine: Equatable {
    case none
    /// One, or a few of different dimensions: `单位：万元、人`.
    case units([UnitOfMeasure])
    case unknown(String)
  }

  /// What a line such as `单位：亿元` or `计量单位: 千元` says, its unit also in the next cell.
  var unitLine: UnitLine {
    for (index, text) in texts.enumerated() {
      let folded = HeaderText.folded(text)
      guard let mark = folded.firstRange(of: "单位:") else { continue }
      let isOfMeasure = ["", "计量", "金额", "("].contains(String(folded[..<mark.lowerBound]))
      let inside = folded[mark.upperBound...].prefix { $0 != ")" && $0 != "(" }
      let next = index + 1 < texts.count ? HeaderText.folded(texts[index + 1]) : ""
      let words = (inside.isEmpty ? next[...] : inside).split { "、,;".contains($0) }
      let units = words.compactMap { UnitOfMeasure($0) }
      if !units.isEmpty, units.count == words.count { return .units(units) }
      // `填报单位：` speaks of an enterprise, and so may `单位：`.
      let seemsOfMeasure = inside.last.map { "元圆人家户亩次时点吨台件%".contains($0) } ?? false
      if folded.hasPrefix("计量单位:") || (isOfMeasure && seemsOfMeasure) { return .unknown(text) }
    }
    return .none
  }
}
