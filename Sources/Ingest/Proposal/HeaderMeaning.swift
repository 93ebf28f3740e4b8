// SPDX-License-Identifier: Apache-2.0
import Statistics

/// What the words of a value column's header say: which of a return's values, which measure, and
/// what remains, which names the indicator.
struct HeaderMeaning {
  let basis: Basis
  /// Whether a word said so; else cumulative is assumed.
  let isBasisStated: Bool
  let isReference: Bool
  let measure: Measure
  /// Folded, without the words for basis and measure.
  let rest: String

  private static let reference = ["上年同期", "去年同期", "同期"]
  private static let cumulative = [
    "1-本月", "本月止累计", "自年初累计", "本年累计", "累计", "期末", "全年", "ytd",
  ]
  private static let month = ["本月", "当月", "当期", "month"]
  /// In this order: 拉动增长 is a pull.
  private static let measures: [(words: [String], measure: Measure)] = [
    (["较上月"], .yoyChange), (["比重变动", "比重变化"], .shareChange), (["拉动"], .pull),
    (["比重", "占比"], .share),
    (["同比增长", "同比增速", "同比", "增长", "增速", "增减", "±"], .yoy),
  ]

  /// - Parameters:
  ///   - words: a header's path, folded.
  ///   - unit: what the header says that it counts.
  init(_ words: String, unit: UnitOfMeasure?) {
    var rest = words
    let measured = Self.measures.first { $0.words.contains(where: words.contains) }
    measure = measured?.measure ?? (unit?.dimension == .percent ? .yoy : .level)
    if measure == .yoy {
      // 比上年同期增长 is a rate, not a reference value.
      for phrase in ["本月比上年同月", "累计比上年同期", "比上年同期", "比上年同月", "比去年同期"] {
        rest = rest.replacing(
          phrase, with: phrase.hasPrefix("本月") ? "本月" : phrase.hasPrefix("累计") ? "累计" : "")
      }
    }
    isReference = Self.remove(Self.reference, from: &rest)
    let isCumulative = Self.remove(Self.cumulative, from: &rest)
    let isMonth = Self.remove(Self.month, from: &rest)
    for word in measured?.words ?? [] { rest = rest.replacing(word, with: "") }
    basis = isMonth && !isCumulative ? .month : .ytd
    isBasisStated = isMonth || isCumulative
    self.rest = Self.trimmed(rest.replacing("本年", with: ""))
  }

  private static func remove(_ words: [String], from text: inout String) -> Bool {
    var found = false
    for word in words where text.contains(word) {
      text = text.replacing(word, with: "")
      found = true
    }
    return found
  }

  private static func trimmed(_ text: String) -> String {
    let joins: Set<Character> = ["_", "/", "-", ":", "."]
    var words = text[...]
    while let first = words.first, joins.contains(first) { words = words.dropFirst() }
    while let last = words.last, joins.contains(last) { words = words.dropLast() }
    return String(words)
  }

  var part: ValuePart {
    switch (basis, isReference) {
    case (.month, false): .month
    case (.month, true): .referenceMonth
    case (_, false): .ytd
    case (_, true): .referenceYtd
    }
  }
}
