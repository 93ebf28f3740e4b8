// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The parts of sectors that tables state something of.
struct StatedParts: Sendable {
  private struct Key: Hashable, Sendable {
    let sector: String
    let dimension: SectorName.Dimension
    let period: Period
  }

  private var values: [Key: Set<String>] = [:]

  init(_ statements: [FigureName: BureauObservation]) {
    for name in statements.keys {
      let sector = SectorName(name.sector)
      guard let part = sector.part else { continue }
      let key = Key(sector: sector.sector, dimension: part.dimension, period: name.period)
      values[key, default: []].insert(part.value)
    }
  }

  /// In no order. A longer period has those of its last month, too.
  func parts(
    of sector: String, by dimension: SectorName.Dimension, in period: Period
  ) -> Set<String> {
    [period, period.lastSurveyPeriod].reduce(into: []) { parts, period in
      parts.formUnion(
        values[Key(sector: sector, dimension: dimension, period: period)] ?? [])
    }
  }
}

extension FigureDefinitions {
  /// Tables of industries state a category by its code. Of figures it is a part of the total:
  /// `total/division=39`.
  func byPart(_ statements: [FigureName: BureauObservation]) -> [FigureName: BureauObservation] {
    let sectorIDs = Set(sectors.map(\.id))
    var named: [FigureName: BureauObservation] = [:]
    for (name, statement) in statements {
      guard !sectorIDs.contains(name.sector), let level = classification.level(of: name.sector)
      else {
        named[name] = statement
        continue
      }
      let part = SectorName(sector: Figures.total, part: .init(.level(level), name.sector))
      named[name.with(sector: part.description)] = statement
    }
    return named
  }
}
