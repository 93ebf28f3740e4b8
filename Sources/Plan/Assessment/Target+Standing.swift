// SPDX-License-Identifier: Apache-2.0
import Statistics

extension Target {
  /// The target as it stood in a period: with the newest change that held by then.
  package func standing(in period: Period) -> Target {
    guard let change = changes.last(where: { $0.from <= period.lastSurveyPeriod }) else {
      return self
    }
    return Target(
      id: id, name: name, section: section, tasks: tasks, kind: kind,
      comparator: change.comparator, value: change.value, unit: unit, baseline: baseline,
      deadline: change.deadline, departments: departments, sourcePhrases: sourcePhrases,
      modality: modality, note: note, series: series, path: path, changes: changes,
      location: location)
  }

  /// The unit of a difference of two values: of shares and rates percentage points.
  package var gapUnit: UnitOfMeasure { unit == .percent ? .percentagePoint : unit }
}
