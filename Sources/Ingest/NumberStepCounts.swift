// SPDX-License-Identifier: Apache-2.0
import Statistics

/// How many numbers of each column had to be made out of text, and where the first stands: the
/// trace of what reading did beyond taking digits.
struct NumberStepCounts {
  private struct Entry {
    var steps: NumberSteps
    var count: Int
    let raw: String
    let first: Location
  }

  private var byColumn: [String: Entry] = [:]

  mutating func add(_ steps: NumberSteps, column: String, raw: String, at place: Location) {
    guard !steps.isEmpty else { return }
    if byColumn[column] == nil {
      byColumn[column] = Entry(steps: steps, count: 1, raw: raw, first: place)
    } else {
      byColumn[column]?.steps.formUnion(steps)
      byColumn[column]?.count += 1
    }
  }

  /// One finding a column.
  func report(_ context: SheetContext) {
    for (column, entry) in byColumn {
      context.report(
        .numberFromText, at: entry.first, raw: entry.raw,
        [
          "header": column, "count": String(entry.count),
          "steps_zh": entry.steps.words.map(\.zh).joined(separator: "、"),
          "steps_en": entry.steps.words.map(\.en).joined(separator: ", "),
        ])
    }
  }
}
