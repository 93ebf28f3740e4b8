// SPDX-License-Identifier: Apache-2.0
import Statistics

extension UnitOfMeasure {
  /// In a table's header: 亿元, 100 million yuan.
  func symbol(in language: Language) -> String {
    language == .chinese ? symbol : englishSymbol
  }

  /// Behind a number in a sentence: 个百分点, hundred million yuan, thousand yuan per person.
  func prose(in language: Language) -> String {
    guard language == .english else {
      return dimension == .percentagePoint ? "个" + symbol : symbol
    }
    // "54.91 100 million yuan" would read as one number.
    let symbol = englishSymbol
    let multipliers = [
      ("100 million ", "hundred million "), ("10 million ", "ten million "),
      ("10,000 ", "ten thousand "), ("1,000 ", "thousand "), ("100 ", "hundred "),
    ]
    guard let (digits, words) = multipliers.first(where: { symbol.hasPrefix($0.0) }) else {
      return symbol
    }
    return words + symbol.dropFirst(digits.count)
  }

  /// The same with the blank that a language puts between number and unit: 54.91亿元,
  /// 54.91 hundred million yuan; a % sign follows its number without one.
  func behindNumber(in language: Language) -> String {
    let words = prose(in: language)
    return language == .chinese || dimension == .percent ? words : " " + words
  }
}
