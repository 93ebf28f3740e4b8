// SPDX-License-Identifier: Apache-2.0
import Reports
import Statistics

/// The corrections of releases for a terminal: why, from which files and cells, and what changed.
struct RevisionNotesText {
  let text: String

  init(_ notes: [(period: Period, note: RevisionNote)], _ catalogue: MessageCatalogue) {
    text =
      notes.isEmpty
      ? catalogue.text(of: Message("revisions_none"))
      : notes.map { Self.lines($0, $1, catalogue).joined(separator: "\n") }
        .joined(separator: "\n\n")
  }

  private static func lines(
    _ period: Period, _ note: RevisionNote, _ catalogue: MessageCatalogue
  ) -> [String] {
    [
      catalogue.text(
        of: Message(
          "revisions_title",
          [
            "period": period.description, "vintage": String(note.vintage),
            "before": String(note.vintage - 1), "reason": note.reason ?? "",
          ]))
    ] + causes(note, catalogue).map { "  " + $0 } + [""] + table(note, catalogue)
  }

  private static func causes(_ note: RevisionNote, _ catalogue: MessageCatalogue) -> [String] {
    var lines: [String] = []
    for cause in note.causes {
      lines.append(
        catalogue.text(
          of: Message("cause_\(cause.change.rawValue)", ["path": cause.name(catalogue)])))
      lines += cause.cells.map { "  \($0.place): \($0.before) → \($0.after)" }
      let more = cause.cellCount - cause.cells.count
      if more > 0 {
        lines.append(
          "  " + catalogue.text(of: Message("revisions_more_cells", ["count": String(more)])))
      }
    }
    if let program = note.program {
      lines.append(
        catalogue.text(
          of: Message("cause_program", ["before": program.before, "after": program.after])))
    }
    return lines
  }

  private static func table(_ note: RevisionNote, _ catalogue: MessageCatalogue) -> [String] {
    guard !note.figures.isEmpty else {
      return [catalogue.text(of: Message("revisions_no_figures"))]
    }
    let head = ["figure", "before", "after", "unit", "cause"].map {
      catalogue.text(of: Message("revisions_head_\($0)"))
    }
    var table = TextTable(header: head, rightAligned: [1, 2])
    for figure in note.figures {
      table.rows.append([
        figure.name, figure.before?.exactWords ?? "–", figure.after?.exactWords ?? "–",
        figure.unit, figure.causes.joined(separator: ", "),
      ])
    }
    return table.lines
  }
}

extension RevisionCause {
  /// Its path; in public releases returns have none.
  func name(_ catalogue: MessageCatalogue) -> String {
    path.isEmpty ? catalogue.text(of: Message("revisions_a_return")) : path
  }
}

extension PublishedValue {
  /// The printed digits; where they hide a change, the exact value.
  fileprivate var exactWords: String {
    guard let rounded, let value, rounded != value else { return words }
    return "\(rounded) (\(value))"
  }
}
