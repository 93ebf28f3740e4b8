// SPDX-License-Identifier: Apache-2.0
import Statistics

/// What figures are called in a catalogue's language.
package struct FigureWords: Sendable {
  private let catalogue: MessageCatalogue
  private let indicators: [String: Indicator]
  private let sectors: [String: Sector]
  private let classification: Classification
  private let areas: [Area]
  private let area: Area?

  /// - Parameters:
  ///   - areas: those that gaps may be to.
  ///   - area: whose figures they are, named before each; `nil` for the office's own.
  package init(
    _ catalogue: MessageCatalogue, indicators: [Indicator], sectors: [Sector],
    classification: Classification, areas: [Area], area: Area? = nil
  ) {
    self.catalogue = catalogue
    self.indicators = Dictionary(uniqueKeysWithValues: indicators.map { ($0.id, $0) })
    self.sectors = Dictionary(uniqueKeysWithValues: sectors.map { ($0.id, $0) })
    self.classification = classification
    self.areas = areas
    self.area = area
  }

  /// `电子信息制造业增加值 累计 同比`; of a part `规模以上工业·39 计算机……制造业增加值 累计 同比`.
  ///
  /// A name that is not known stands as its id.
  package func name(of figure: FigureName) -> String {
    let words = ["subject": subject(figure), "measure": measure(figure.measure)]
    let name = catalogue.sentence("figure_name_" + figure.basis.rawValue, words)
    guard let area else { return name }
    return catalogue.sentence(
      "figure_of_area", ["area": area.name[catalogue.language], "name": name])
  }

  private func subject(_ figure: FigureName) -> String {
    guard let indicator = indicators[figure.indicator] else { return figure.indicator }
    let name = SectorName(figure.sector)
    guard let sector = sectors[name.sector] else { return figure.sector }
    guard let part = name.part else { return Subject(catalogue: catalogue).name(sector, indicator) }
    return catalogue.sentence(
      "figure_part",
      [
        "sector": sector.name[catalogue.language], "part": label(part),
        "indicator": indicator.name[catalogue.language],
      ])
  }

  /// `39 计算机、通信和其他电子设备制造业`; a register's text as it is.
  private func label(_ part: SectorName.Part) -> String {
    guard !part.value.isEmpty else { return catalogue.sentence("figure_part_unknown", [:]) }
    guard case .level = part.dimension, let category = classification[part.value] else {
      return part.value
    }
    return part.value + " " + category.name[catalogue.language]
  }

  private func measure(_ measure: Measure) -> String {
    catalogue.heading(of: measure, areas: areas)
  }

  /// The unit's words: 亿元, 100 million yuan.
  package func unit(of figure: Figure) -> String { figure.unit.symbol(in: catalogue.language) }

  /// Why a value is missing, and its marks; empty for an ordinary one.
  package func note(on figure: Figure) -> String {
    var notes = self.notes(on: figure.marks)
    if case .missing(let reason) = figure.value {
      notes.insert(catalogue.text(reason.message), at: 0)
    }
    return notes.joined(separator: catalogue.text(.semicolon))
  }

  /// A note a mark, in the order of `Mark.allCases`.
  package func notes(on marks: Set<Figure.Mark>) -> [String] {
    Figure.Mark.allCases.filter(marks.contains).map { mark in
      catalogue.sentence("figure_mark_" + mark.rawValue, [:])
    }
  }
}
