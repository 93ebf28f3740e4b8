// SPDX-License-Identifier: Apache-2.0
import Aggregation
import ArgumentParser
import Ingest
import Statistics

/// Which figures a person asks for, by names that the workspace knows.
struct FigureSelection {
  /// Empty for all, as in the others.
  let indicators: Set<String>
  /// In the order of typing. With a `dimension` only whole sectors.
  let sectors: [SectorName]
  let bases: Set<Basis>
  let measures: [Measure]
  /// What sectors are broken down by; `nil` for sectors and parts as they are.
  let dimension: SectorName.Dimension?

  /// - Throws: `ValidationError` for a name that is not known, with the nearest one that is.
  init(_ request: Request, _ definitions: Definitions) throws {
    indicators = Set(
      try request.indicators.map { try definitions.indicators.map(\.id).checked($0) })
    bases = Set(
      try request.bases.compactMap {
        Basis(rawValue: try Basis.allCases.map(\.rawValue).checked($0))
      })
    measures = try request.measures.map { try definitions.measure($0) }
    sectors = try request.sectors.map { try definitions.sectorOrPart($0) }
    dimension = try request.dimension.map { try definitions.breakdown($0) }
    if dimension != nil, let part = sectors.first(where: { $0.part != nil }) {
      throw ValidationError("'\(part)' is a part already; --by breaks whole sectors down.")
    }
    let attributes = dimensions.filter { if case .attribute = $0 { true } else { false } }
    if attributes.count > 1 {
      throw ValidationError(
        "Parts by one attribute at a time: not \(attributes.map(\.id).joined(separator: ", ")).")
    }
  }

  /// What is typed, as it is typed.
  struct Request {
    var indicators: [String] = []
    var sectors: [String] = []
    var bases: [String] = []
    var measures: [String] = []
    var dimension: String?
  }

  /// What the figures have to be broken down by, each once, in the order of ids.
  var dimensions: [SectorName.Dimension] {
    Set(sectors.compactMap(\.part?.dimension) + [dimension].compactMap(\.self))
      .sorted { $0.id < $1.id }
  }

  /// The figures of one period, in the order of printing.
  func figures(of period: Period, in figures: Figures) throws(FigureError) -> [Figure] {
    try figures.all(
      of: period, in: names(in: period, figures), measures: measures.isEmpty ? nil : measures
    ) { name in
      (indicators.isEmpty || indicators.contains(name.indicator))
        && (bases.isEmpty || bases.contains(name.basis))
    }
  }

  private func names(in period: Period, _ figures: Figures) -> [SectorName] {
    if dimension == nil, !sectors.isEmpty { return sectors }
    let wanted = Set(sectors.map(\.sector))
    return figures.names(by: dimension, in: period).filter {
      wanted.isEmpty || wanted.contains($0.sector)
    }
  }
}

extension Definitions {
  /// What sectors can be broken down by.
  var breakdowns: [SectorName.Dimension] {
    Classification.Level.allCases.map { .level($0) }
      + (register?.attributeNames ?? []).map { .attribute($0) }
  }

  fileprivate func breakdown(_ text: String) throws -> SectorName.Dimension {
    SectorName.Dimension(try breakdowns.map(\.id).checked(text))
  }

  /// A sector's id, a part such as `total/division=39`, or a category's code, which is a part of the
  /// total.
  fileprivate func sectorOrPart(_ text: String) throws -> SectorName {
    let known = sectors.map(\.id)
    if !known.contains(text), let level = classification.level(of: text) {
      return SectorName(sector: Figures.total, part: .init(.level(level), text))
    }
    let name = SectorName(text)
    _ = try known.checked(name.sector)
    guard let part = name.part else { return name }
    if case .level(let level) = try breakdown(part.dimension.id) {
      let codes = classification.codes.filter { classification.level(of: $0) == level }
      _ = try codes.sorted().checked(part.value)
    }
    return name
  }

  /// Some measures carry a year or an area: `since_2019`, `gap_nation`.
  fileprivate func measure(_ text: String) throws -> Measure {
    let gaps = areas.filter(\.isComparator).map { Measure.gap(area: $0.id).rawValue }
    let known = Measure.allCases.map(\.rawValue) + gaps
    switch Measure(rawValue: text) {
    case .gap?, nil:
      return Measure(
        rawValue: try known.checked(text, others: ["since_YEAR", "average_since_YEAR"])) ?? .level
    case let measure?: return measure
    }
  }
}

extension [String] {
  /// The name itself, where it is one of these.
  ///
  /// - Parameter others: forms of further names, for the refusal.
  func checked(_ name: String, others: [String] = []) throws -> String {
    if contains(name) { return name }
    let near = suggestion(for: name, among: self).map { " Did you mean \($0)?" } ?? ""
    throw ValidationError(
      "'\(name)' is not known.\(near) Known: \((self + others).shortened).")
  }

  private static var most: Int { 40 }

  private var shortened: String {
    prefix(Self.most).joined(separator: ", ") + (count > Self.most ? ", …" : "")
  }
}
