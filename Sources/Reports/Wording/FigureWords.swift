// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Statistics

/// A figure's name in words, part by part.
package struct FigureWords: Hashable, Sendable {
  /// 电子信息制造业; an assumed definition says so. Of a part of a breakdown the sector's, then its own.
  package let sector: String
  /// 工业增加值.
  package let indicator: String
  /// 1—5月 from January on, 5月 for the month alone.
  package let span: String
  /// 同比.
  package let measure: String

  /// - Parameter areas: those that a gap may be to.
  package init(
    _ name: FigureName, _ definitions: FigureDefinitions, areas: [Area],
    _ catalogue: MessageCatalogue
  ) {
    let language = catalogue.language
    let words = PeriodWords(name.period, in: language)
    let sector = SectorName(name.sector)
    let label =
      definitions.sectors.first { $0.id == sector.sector }
      .map { Subject(catalogue: catalogue).label($0) } ?? sector.sector
    self.sector =
      ([label] + (sector.part.map { Self.words($0, definitions, language) } ?? []))
      .joined(separator: " ")
    indicator =
      definitions.indicators.first { $0.id == name.indicator }?.name[language] ?? name.indicator
    span = name.basis == .month ? words.alone : words.cumulative
    measure = catalogue.heading(of: name.measure, areas: areas)
  }

  /// 39 计算机、通信和其他电子设备制造业; of an attribute its value.
  private static func words(
    _ part: SectorName.Part, _ definitions: FigureDefinitions, _ language: Language
  ) -> [String] {
    guard case .level = part.dimension, let category = definitions.classification[part.value] else {
      return ["\(part.dimension.id)=\(part.value)"]
    }
    return [category.code, category.name[language]]
  }
}

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
