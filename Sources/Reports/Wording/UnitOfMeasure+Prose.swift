// SPDX-License-Identifier: Apache-2.0
import Statistics

extension UnitOfMeasure {
  /// In a table's header: 亿元, 100 million yuan.
  func symbol(in language: Language) -> String {
    language == .chinese ? symbol : englishSymbol
  }

  /// Behind a number in a sentence: 5.9个百分点, 54.91 hundred million yuan.
  func prose(in language: Language) -> String {
    switch language {
    case .chinese:
      return dimension == .percentagePoint ? "个" + symbol : symbol
    case .english:
      // "54.91 100 million yuan" would read as one number.
      return exponent == 8
        ? "hundred million " + UnitOfMeasure(dimension).englishSymbol
        : englishSymbol
    }
  }
}
