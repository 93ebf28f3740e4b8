// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Ingest
import Statistics

extension Reading {
  /// - Throws: `Stop` with status 64 for a name that does not resolve, with the nearest one.
  func requireKnownNames(of figure: FigureArgument) throws {
    try require(figure.indicator, among: figures.indicators.map(\.id))
    try require(figure.sector.sector, among: figures.sectors.map(\.id))
    if case .gap(let area) = figure.measure {
      try require(area, among: figures.definitions.comparators.map(\.id))
    }
    guard let part = figure.sector.part else { return }
    switch part.dimension {
    case .attribute(let id): try require(id, among: dimensions)
    case .level(let level):
      let codes = definitions.classification.codes.filter {
        definitions.classification.level(of: $0) == level
      }
      try require(part.value, among: codes)
    }
  }

  private func require(_ name: String, among known: [String]) throws {
    guard !known.contains(name) else { return }
    throw Stop(
      .usage,
      Message(
        "explain_unknown_name",
        ["name": name, "suggestion": suggestion(for: name, among: known) ?? ""]))
  }

  /// What a sector can be broken down by.
  private var dimensions: [String] { Classification.Level.allCases.map(\.rawValue) }

  /// - Parameter limit: how many units of each sum are listed; `nil` for all.
  func explanation(of name: FigureName, limit: Int?) throws -> Explanation {
    do {
      return try Explanation(of: name, in: figures(for: name), limit: limit) {
        ingest.unitValues(in: $0, slot: $1, attribute: $2)
      }
    } catch .figure(let error) {
      throw error
    } catch .doesNotAddUp(let name, let sum) {
      throw Stop(
        .badData,
        Message(
          "explain_not_adding_up",
          ["figure": name.description, "period": sum.period.description]))
    }
  }

  /// The figures, broken down as the figure's name asks for.
  private func figures(for name: FigureName) -> Figures {
    guard let part = SectorName(name.sector).part, part.dimension != .level(.division) else {
      return figures
    }
    return Figures(
      FigureDefinitions(definitions), cube: Cube(ingest), bureau: ingest.bureau,
      others: ingest.otherAreas, dimensions: [part.dimension])
  }
}
