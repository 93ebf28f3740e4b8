// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The files of one year: `units.csv` lists the units, each further file says more of them.
struct EvaluationTables {
  /// `nil` where it is missing or was refused.
  let units: DefinitionTable?
  /// Sorted by path.
  let others: [DefinitionTable]
  /// Where the list of units is to be.
  let unitsFile: String
  /// Of the files as such, whatever scheme reads them.
  let findings: [Finding]

  init(
    _ paths: [String], in folder: String, from files: any DefinitionFiles, survey: SurveyForms
  ) {
    var found: [Finding] = []
    var tables: [DefinitionTable] = []
    for path in paths {
      guard let bytes = files.require(path, findings: &found) else { continue }
      let table = DefinitionTable(file: path, bytes: bytes)
      found += table.findings
      if let refusal = Self.refusal(of: table, bytes, survey) {
        found.append(refusal)
      } else {
        tables.append(table)
      }
    }
    unitsFile = folder + "/units.csv"
    units = tables.first { [unitsFile] in $0.file == unitsFile }
    others = tables.filter { [unitsFile] in $0.file != unitsFile }
    if !paths.contains(unitsFile) {
      found.append(Finding(.missingDefinition, at: Location(file: unitsFile)))
    }
    findings = found
  }

  /// A file is refused whole where a layout recognises it as a survey form, or one of its columns is
  /// a form's.
  private static func refusal(
    of table: DefinitionTable, _ bytes: [UInt8], _ survey: SurveyForms
  ) -> Finding? {
    if let form = survey.form(ofFile: table.file, bytes) {
      return Finding(
        .surveyData, at: Location(file: table.file), raw: table.file, ["form": form])
    }
    for (index, header) in table.headers.enumerated() {
      guard let form = survey.owner(of: header) else { continue }
      return Finding(
        .surveyData, at: Location(file: table.file, row: 1, column: index + 1), raw: header,
        ["form": form])
    }
    return nil
  }
}
