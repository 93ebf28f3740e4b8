// SPDX-License-Identifier: Apache-2.0
import Statistics

/// A release's `figures.json`, the shape `yuebao.release/1` of Documentation/JSON.md.
///
/// Figures are sorted by the UTF-8 of their names. The same figures give the same bytes, in
/// whatever order they come.
package func figuresJSON(_ figures: [Figure], _ header: FiguresHeader) -> [UInt8] {
  let entries = figures.map { (name: $0.name.description, figure: $0) }
    .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  let indicators = Set(figures.map(\.name.indicator))
  let sectors = Set(figures.map { SectorName($0.name.sector).sector })
  return JSONValue.document([
    "schema": .text("yuebao.release/1"),
    "area": .text(header.area),
    "area_name": .names(header.areaName),
    "period": .text(header.period.description),
    "audience": .text(header.audience),
    "languages": .list(header.languages.map { .text($0.rawValue) }),
    "synthetic": .boolean(header.isSynthetic),
    "classification": .text(header.classification),
    "indicators": .list(
      header.indicators.filter { indicators.contains($0.id) }.map(JSONValue.init)),
    "sectors": .list(header.sectors.filter { sectors.contains($0.id) }.map(JSONValue.init)),
    "figures": .list(entries.map { JSONValue($0.figure, name: $0.name) }),
  ])
}

extension JSONValue {
  fileprivate static func names(_ name: LocalizedName) -> JSONValue {
    .object(["zh": .text(name.zh), "en": .text(name.en)])
  }

  fileprivate init(_ indicator: Indicator) {
    self = .object(["id": .text(indicator.id), "name": .names(indicator.name)])
  }

  fileprivate init(_ sector: Sector) {
    self = .object([
      "id": .text(sector.id), "name": .names(sector.name),
      "standing": .text(sector.standing.rawValue), "note": .names(sector.note),
    ])
  }

  /// The keys of `yuebao.figures/2`, and `multiplier`.
  fileprivate init(_ figure: Figure, name: String) {
    let sector = SectorName(figure.name.sector)
    var members: [String: JSONValue] = [
      "name": .text(name), "indicator": .text(figure.name.indicator),
      "sector": .text(sector.sector), "basis": .text(figure.name.basis.rawValue),
      "measure": .text(figure.name.measure.rawValue),
      "period": .text(figure.name.period.description), "unit": .text(figure.unit.symbol),
      "multiplier": .integer(figure.unit.exponent), "decimals": .integer(figure.decimals),
      "origin": .text(figure.origin.rawValue),
      "marks": .list(figure.marks.map(\.rawValue).sorted().map(JSONValue.text)),
    ]
    members["part"] = sector.part.map {
      .object(["dimension": .text($0.dimension.id), "value": .text($0.value)])
    }
    members["value"] = figure.exact.map { .text($0.exactText) }
    members["rounded"] = figure.rounded.map(JSONValue.text)
    members["own_value"] = figure.ownValue.map { .text($0.exactText) }
    members["difference"] = figure.differenceToOwn.map { .text($0.exactText) }
    if case .missing(let reason) = figure.value { members["missing"] = .text(reason.rawValue) }
    self = .object(members)
  }
}
