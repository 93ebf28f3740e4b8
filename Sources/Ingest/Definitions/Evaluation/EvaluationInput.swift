// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Everything below `Input/evaluation/`: schemes, and what declared and administrative data say of
/// units, year by year. Survey returns never get in (methods.md §7).
package struct EvaluationInput {
  /// One scheme's data of one year.
  package struct Data: Sendable {
    /// `nil` where a file of the year lacks what the scheme reads.
    package let units: [EvaluationUnit]?
    /// Sorted.
    package let findings: [Finding]
  }

  package static let folder = "Input/evaluation"
  /// No office evaluated earlier, and a file of a later year is a slip.
  private static let possibleYears = 2000...2100

  /// Sorted by id.
  package let schemes: [EvaluationScheme]
  /// Of the schemes, sorted.
  package let findings: [Finding]
  /// The years with data, oldest first.
  package let years: [Int]
  private let tables: [Int: EvaluationTables]

  /// - Parameter definitions: the workspace's, whose forms and indicators are kept out.
  package init(from files: any DefinitionFiles, definitions: Definitions) {
    let survey = SurveyForms(definitions)
    var found: [Finding] = []
    schemes = files.files(in: Self.folder).filter { $0.hasSuffix(".yml") }.compactMap { path in
      guard let bytes = files.require(path, findings: &found) else { return nil }
      let file = EvaluationSchemeFile(file: path, survey: survey)
      let scheme = file.load(bytes)
      found += file.document.findings
      return scheme
    }
    var tables: [Int: EvaluationTables] = [:]
    for year in Self.possibleYears {
      let paths = files.files(in: "\(Self.folder)/\(year)").filter { path in
        !(path.split(separator: "/").last ?? "").uppercased().hasPrefix("README")
      }
      if paths.isEmpty { continue }
      tables[year] = EvaluationTables(
        paths, in: "\(Self.folder)/\(year)", from: files, survey: survey)
    }
    self.tables = tables
    years = tables.keys.sorted()
    findings = found.sorted()
  }

  /// Everything wrong below the folder, each once, sorted: in schemes, and in the years that a scheme's
  /// columns are in; where they are in no year, what the newest lacks.
  package var allFindings: [Finding] {
    let ofData = schemes.flatMap { scheme in
      let all = years.compactMap { data(for: scheme, year: $0) }
      let whole = all.filter { $0.units != nil }
      return (whole.isEmpty ? Array(all.suffix(1)) : whole).flatMap(\.findings)
    }
    return Set(findings + ofData).sorted()
  }

  /// What the year's files say in the columns that a scheme reads; `nil` where there are no files.
  package func data(for scheme: EvaluationScheme, year: Int) -> Data? {
    tables[year].map { EvaluationDataReader(scheme: scheme, tables: $0).read() }
  }
}
