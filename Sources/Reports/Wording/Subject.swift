// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Names the indicator of a sector.
struct Subject: Sendable {
  let catalogue: MessageCatalogue

  /// 规模以上工业增加值, 先进制造业（假定口径）增加值; in English `Electronics: value added`.
  func name(_ sector: Sector, _ indicator: Indicator) -> String {
    let language = catalogue.language
    let label = label(sector)
    let name = indicator.name[language]
    let short =
      language == .chinese
      ? Subject.withoutRepetition(name, after: sector.name.zh) : Subject.midSentence(name)
    return catalogue.text(.subject, ["sector": label, "indicator": short])
  }

  /// The sector's name; an assumed definition says so wherever it is named.
  func label(_ sector: Sector) -> String {
    let name = sector.name[catalogue.language]
    return sector.standing == .assumed ? catalogue.text(.assumedSector, ["sector": name]) : name
  }

  /// 规模以上工业 + 工业增加值 reads 规模以上工业增加值, and a name that ends in 业 needs no second 工业.
  static func withoutRepetition(_ indicator: String, after sector: String) -> String {
    let industry = "工业"
    guard indicator.hasPrefix(industry), indicator.count > industry.count, sector.hasSuffix("业")
    else { return indicator }
    return String(indicator.dropFirst(industry.count))
  }

  /// `Value added` inside a sentence is `value added`; `R&D spending` stays.
  static func midSentence(_ name: String) -> String {
    guard let second = name.dropFirst().first, second.isLowercase else { return name }
    return name.prefix(1).lowercased() + name.dropFirst()
  }
}
