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
  private static let endsOfAreas: Set<Character> = ["省", "市", "县", "区"]

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

  /// `东莞市规模以上工业` without the area before it.
  private static func withoutArea(_ piece: String) -> String {
    guard let end = piece.prefix(6).lastIndex(where: endsOfAreas.contains) else { return piece }
    let rest = piece[piece.index(after: end)...]
    let isArea = piece.distance(from: piece.startIndex, to: end) >= 2 && rest.first != "场"
    return isArea && rest.count >= 2 ? String(rest) : piece
  }
}
