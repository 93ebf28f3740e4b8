// SPDX-License-Identifier: Apache-2.0
import Reports
import Statistics

/// What a run says of a release that it published: what it is, and of a correction what changed and why.
struct PublishedWords {
  let text: String

  /// Figures and cells that are named; the others are counted.
  private static let most = 3

  init(_ outcome: ReleasePublisher.Outcome, _ catalogue: MessageCatalogue) {
    let content = outcome.content
    var arguments = [
      "period": content.period.description, "audience": content.audience.rawValue,
      "vintage": String(outcome.vintage),
    ]
    guard let note = content.revision else {
      text = catalogue.text(of: Message("published_first", arguments))
      return
    }
    arguments["before"] = String(note.vintage - 1)
    arguments["count"] = String(note.figures.count)
    let shown = Self.figures(of: note, outcome).prefix(Self.most)
    arguments["figures"] = shown.map { figure in
      "\(figure.name) \(figure.before?.words ?? "–") → \(figure.after?.words ?? "–")"
    }.joined(separator: "; ")
    arguments["causes"] = Self.causes(note, catalogue)
    arguments["reason"] = note.reason ?? ""
    text = catalogue.text(of: Message("published_correction", arguments))
  }

  /// Those that a reader sees, the headlines' first.
  private static func figures(
    of note: RevisionNote, _ outcome: ReleasePublisher.Outcome
  ) -> [FigureRevision] {
    let manifest = outcome.place.manifest(of: outcome.vintage)?.manifest
    let headlines = Set((manifest?.headlines ?? []).map(\.figure))
    let visible = note.figures.filter(\.isVisible)
    return visible.filter { headlines.contains($0.name) }
      + visible.filter { !headlines.contains($0.name) }
  }

  private static func causes(_ note: RevisionNote, _ catalogue: MessageCatalogue) -> String {
    var causes = note.causes.map { cause in
      let cells = cause.cells.prefix(most).map { "\($0.place): \($0.before) → \($0.after)" }
      return catalogue.text(
        of: Message(
          "cause_\(cause.change.rawValue)",
          ["path": cause.name(catalogue), "cells": cells.joined(separator: "; ")]))
    }
    if let program = note.program {
      causes.append(
        catalogue.text(
          of: Message("cause_program", ["before": program.before, "after": program.after])))
    }
    return causes.joined(separator: "; ")
  }
}

extension PublishedValue {
  /// As printed; what is missing by its reason.
  var words: String { rounded ?? value ?? missing ?? "" }
}
