// SPDX-License-Identifier: Apache-2.0
import Ingest
import Plan
import Provenance
import Reports
import Statistics

/// Makes the contents of releases of what was read.
struct ReleaseContents {
  let reading: Reading
  /// What it was read from.
  let folder: WorkspaceFolder
  let languages: [Language]
  let origin: ReleaseOrigin
  /// `nil` where no internal release is made.
  private let evaluation: EvaluationInput?
  private let isStrict: Bool

  /// - Throws: `Stop` where the evaluation's definitions or data have errors, after printing them.
  init(
    _ reading: Reading, from folder: WorkspaceFolder, for audiences: [Audience],
    languages: [Language], origin: ReleaseOrigin, strict: Bool, _ printer: FindingsPrinter
  ) throws {
    self.reading = reading
    self.folder = folder
    self.languages = languages
    self.origin = origin
    isStrict = strict
    guard audiences.contains(.internal) else {
      evaluation = nil
      return
    }
    let input = EvaluationInput(from: folder, definitions: reading.definitions)
    try printer.require(input.findings, .badConfiguration, strict: strict)
    evaluation = input
  }

  func content(
    of period: Period, for audience: Audience, _ printer: FindingsPrinter
  ) throws -> ReleaseContent {
    try reading.content(
      of: period, for: audience, in: languages, origin: origin,
      evaluations: audience == .internal ? try evaluations(at: period, printer) : [])
  }

  /// Of each scheme, the newest year up to the period's that has data.
  private func evaluations(
    at period: Period, _ printer: FindingsPrinter
  ) throws -> [EvaluationOutcome] {
    guard let evaluation else { return [] }
    return try evaluation.schemes.compactMap { scheme in
      let year = evaluation.years.last {
        $0 <= period.year && evaluation.data(for: scheme, year: $0)?.units != nil
      }
      guard let year else { return nil }
      return try EvaluationResult(scheme, year: year, input: evaluation, unit: nil) { found in
        try printer.require(found, .badData, strict: isStrict)
      }.outcome
    }
  }
}
