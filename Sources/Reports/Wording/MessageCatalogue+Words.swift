// SPDX-License-Identifier: Apache-2.0
import Statistics

extension MessageCatalogue {
  /// Why a value is missing: 部分单位缺报.
  package func words(for reason: MissingReason) -> String { text(reason.message) }

  /// A unit of measure behind a number: 个百分点, hundred million yuan, thousand yuan per person.
  package func words(for unit: UnitOfMeasure) -> String {
    guard language == .english else { return unit.prose(in: language) }
    let symbol = unit.englishSymbol
    // "54.91 100 million yuan" would read as one number.
    let multipliers = [
      ("100 million ", "hundred million "), ("10 million ", "ten million "),
      ("10,000 ", "ten thousand "), ("1,000 ", "thousand "), ("100 ", "hundred "),
    ]
    guard let (digits, words) = multipliers.first(where: { symbol.hasPrefix($0.0) }) else {
      return symbol
    }
    return words + symbol.dropFirst(digits.count)
  }
}
