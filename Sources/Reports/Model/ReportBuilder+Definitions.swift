// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Statistics

extension ReportBuilder {
  var methodSection: ReportSection {
    let methods: [Message] = [
      .methodScope, .methodPeriod, .methodGrowth, .methodStructure, .methodBureau,
      .methodRounding, .methodMissing,
    ]
    let notes = methods.map { catalogue.text($0) } + outputNotes
    return section(.definitionsHeading, notes.map { Paragraph($0) })
  }

  /// Of each indicator that is computed from output: how, and which growth is printed.
  private var outputNotes: [String] {
    content.figures.indicators.compactMap { indicator in
      guard case .output(let output, let growth) = indicator.source else { return nil }
      let name = content.figures.indicators.first { $0.id == output }?.name[language] ?? output
      return catalogue.text(
        growth == .comparable ? .methodOutputComparable : .methodOutputNominal,
        ["indicator": indicator.name[language], "output": name])
    }
  }

  /// The sectors that the report prints, with their definition.
  func sectorDefinitions() throws(ReportError) -> [SectorDefinition] {
    try sectorsWithData().map { sector in
      SectorDefinition(
        name: sector.name[language], note: sector.note[language],
        assumption: sector.standing == .assumed ? catalogue.text(.definitionAssumed) : nil)
    }
  }
}
