// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The words of a title that are the same every month and everywhere.
struct TitleWords {
  /// The title as it stands in the file.
  let title: String
  /// Its longest piece without period, area and signs.
  let words: String

  private static let leftOver: Set<String> = [
    "度", "份", "上半", "下半", "季度", "前", "第", "全", "累计", "快报", "附表", "表",
  ]
  private static let endsOfAreas: Set<Character> = ["省", "市", "县", "区", "镇", "道"]

  /// - Returns: `nil` where no line above the header reads as a title.
  init?(_ preamble: Preamble) {
    let texts = preamble.texts.filter { text in
      !text.contains(where: { ":：=".contains($0) }) && text.count <= 60
        && UnitCode(text) == nil
    }
    let pieces = texts.flatMap { text in Self.pieces(of: text).map { (text, $0) } }
    guard let best = pieces.max(by: { $0.1.count < $1.1.count }), best.1.utf8.count >= 4 else {
      return nil
    }
    (title, words) = best
  }

  private static func pieces(of text: String) -> [String] {
    text.split(whereSeparator: isSeparator).map { withoutArea(String($0)) }
      .filter { !leftOver.contains($0) }
  }

  private static func isSeparator(_ character: Character) -> Bool {
    if character.isLetter { return "年月〇".contains(character) }
    return character != "_"
  }

  /// `东莞市万江街道工业投资` without the areas before it.
  private static func withoutArea(_ piece: String) -> String {
    var rest = piece[...]
    while let end = rest.prefix(6).firstIndex(where: endsOfAreas.contains) {
      let behind = rest[rest.index(after: end)...]
      let name = rest[..<end]
      // 市场 is no city, 渠道 no 街道, and a word such as 城镇 no area.
      let isArea =
        name.count >= 2 && behind.first != "场" && (rest[end] != "道" || name.last == "街")
      guard isArea, behind.count >= 2 else { break }
      rest = behind
    }
    return String(rest)
  }
}
