// SPDX-License-Identifier: Apache-2.0
import Ingest
import Plan
import Statistics

/// What `evaluate` came to, before it is printed.
struct EvaluationResult {
  let outcome: EvaluationOutcome
  /// Those that were asked for.
  let sheets: [ScoreSheet]
  /// Whether one unit alone was asked for.
  let isOfOneUnit: Bool

  /// - Parameters:
  ///   - unit: a code as typed; `nil` for all.
  ///   - check: takes what is wrong with the data, and throws where they cannot be used.
  init(
    _ scheme: EvaluationScheme, year: Int, input: EvaluationInput, unit: String?,
    check: ([Finding]) throws -> Void
  ) throws {
    let now = input.data(for: scheme, year: year)
    let before = input.data(for: scheme, year: year - 1)
    // A year before that lacks columns is of another scheme; otherwise its slips change results.
    let ofBefore = before?.units == nil ? [] : before?.findings ?? []
    try check(((now?.findings ?? []) + ofBefore).sorted())
    let evaluation = try Self.evaluation(scheme, year, now?.units ?? [], before?.units)
    let changes = before?.units.flatMap { units in
      let earlier = input.data(for: scheme, year: year - 2)?.units
      return try? Evaluation(scheme, year: year - 1, units: units, before: earlier)
    }.map { evaluation.changes(since: $0) }
    outcome = EvaluationOutcome(evaluation: evaluation, changes: changes)
    isOfOneUnit = unit != nil
    sheets = try Self.sheets(evaluation.sheets, of: unit)
  }

  private static func evaluation(
    _ scheme: EvaluationScheme, _ year: Int, _ units: [EvaluationUnit],
    _ before: [EvaluationUnit]?
  ) throws -> Evaluation {
    do throws(EvaluationError) {
      return try Evaluation(scheme, year: year, units: units, before: before)
    } catch {
      let (key, item, missing) =
        switch error {
        case .noBaseline(let item, let year): ("evaluate_no_baseline", item, year)
        case .noDataBefore(let item, let year): ("evaluate_no_data_before", item, year)
        }
      throw Stop(
        .badConfiguration,
        Message(key, ["scheme": scheme.id, "item": item, "year": String(missing)]))
    }
  }

  private static func sheets(_ all: [ScoreSheet], of unit: String?) throws -> [ScoreSheet] {
    guard let unit else { return all }
    let own = all.filter { $0.unit.code == UnitCode(unit) }
    if !own.isEmpty { return own }
    let codes = all.map(\.unit.code.description)
    throw Stop(
      .usage,
      Message(
        "evaluate_unknown_unit",
        ["unit": unit, "suggestion": suggestion(for: unit, among: codes) ?? ""]))
  }

  var evaluation: Evaluation { outcome.evaluation }
  var changes: [EvaluationChange]? { outcome.changes }
}
