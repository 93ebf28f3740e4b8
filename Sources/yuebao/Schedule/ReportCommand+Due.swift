// SPDX-License-Identifier: Apache-2.0
import Ingest
import Statistics

extension ReportCommand {
  /// Stops a run for the newest period where a later one is due and has no returns.
  ///
  /// Nothing is due where `yuebao.yml` has no `schedule`, and for a run that names its period or looks
  /// at the past.
  ///
  /// - Parameter newest: the newest survey period with returns; `nil` where there are none at all.
  /// - Throws: `Stop` with status 66, naming who is missing.
  func requireDueReturns(
    after newest: Period?, in folder: WorkspaceFolder, _ printer: inout FindingsPrinter
  ) throws {
    guard options.period == nil, options.asOf == nil,
      let schedule = Schedule.stated(in: folder),
      let due = schedule.newestDue(on: today ?? Clock.today), newest.map({ $0 < due }) ?? true
    else { return }
    let (definitions, _, catalogue, _) = try Reading.define(folder, options.lang, &printer)
    let first = newest?.nextSurveyPeriod ?? due
    let units = definitions.register?.missingUnits(in: due, catalogue) ?? [:]
    let words = [
      "period": first == due ? "\(due)" : "\(first)...\(due)", "date": schedule.dueDay(of: first),
    ]
    throw Stop(.noInput, Message("due_no_returns", words.merging(units) { $1 }))
  }
}
