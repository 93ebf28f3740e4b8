// SPDX-License-Identifier: Apache-2.0
import Statistics

extension ReturnsSum {
  /// The values of the units that it is over.
  func units(
    among values: [UnitValue], _ definitions: FigureDefinitions
  ) -> [UnitValue] {
    guard let sector = definitions.sectors.first(where: { $0.id == self.sector.sector }) else {
      return []
    }
    let flag = flag.flatMap { name in
      definitions.flagNames.firstIndex(of: name).map { RegisterFlags(position: $0) }
    }
    return values.filter { value in
      let stratum = Cube.Stratum(
        period: period, industry: value.industry, flags: value.flags, attribute: value.attribute)
      return sector.contains(stratum, flagNames: definitions.flagNames)
        && isPart(stratum, definitions.classification)
        && classes.map { $0.contains(value.industry) } ?? true
        && (self.flag == nil || flag.map { value.flags.contains($0) } ?? false)
    }
  }

  /// Whether a stratum of the sector is of the part that the sum is over.
  private func isPart(_ stratum: Cube.Stratum, _ classification: Classification) -> Bool {
    guard let part = sector.part else { return true }
    switch part.dimension {
    case .level(let level):
      let category = classification.category(of: stratum.industry, at: level)
      return (category?.code ?? "") == part.value
    case .attribute: return stratum.attribute == part.value
    }
  }

  /// The register's attribute that decides which units it is over.
  var attribute: String? {
    guard case .attribute(let id)? = sector.part?.dimension else { return nil }
    return id
  }

  /// The slot that it goes by; `nil` where it counts returns.
  package var slot: ReturnSlot? {
    switch addend {
    case .value(let slot), .atLeast(let slot, _): slot
    case .unit: nil
    }
  }
}
