// SPDX-License-Identifier: Apache-2.0
import Statistics

extension ReportBuilder {
  var methodSection: ReportSection {
    let methods: [Message] = [
      .methodScope, .methodPeriod, .methodGrowth, .methodStructure, .methodBureau,
      .methodRounding, .methodMissing,
    ]
    return section(.definitionsHeading, methods.map { Paragraph(catalogue.text($0)) })
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
