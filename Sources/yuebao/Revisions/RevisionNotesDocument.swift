// SPDX-License-Identifier: Apache-2.0
import Reports
import Statistics

/// `yuebao revisions --format json`: the shape `yuebao.revisions/1` of Documentation/JSON.md.
struct RevisionNotesDocument: Encodable {
  struct Entry: Encodable {
    let period: String
    let note: RevisionNote
  }

  let schema = "yuebao.revisions/1"
  let audience: String
  let corrections: [Entry]

  init(audience: Audience, notes: [(period: Period, note: RevisionNote)]) {
    self.audience = audience.rawValue
    corrections = notes.map { Entry(period: $0.description, note: $1) }
  }
}

/// `yuebao revisions --format csv`: a line a figure that changed.
enum RevisionNotesCSV {
  static func text(of notes: [(period: Period, note: RevisionNote)]) -> String {
    let head = [
      "period", "vintage", "figure", "unit", "before", "after", "before_rounded", "after_rounded",
      "before_missing", "after_missing", "causes", "reason",
    ]
    let lines = notes.flatMap { period, note in
      note.figures.map { figure in
        [
          period.description, String(note.vintage), figure.name, figure.unit,
          figure.before?.value ?? "", figure.after?.value ?? "", figure.before?.rounded ?? "",
          figure.after?.rounded ?? "", figure.before?.missing ?? "", figure.after?.missing ?? "",
          figure.causes.joined(separator: " "), note.reason ?? "",
        ]
      }
    }
    return ([head] + lines).map(CSVText.line).joined(separator: "\n")
  }
}
