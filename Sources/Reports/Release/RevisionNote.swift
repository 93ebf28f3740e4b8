// SPDX-License-Identifier: Apache-2.0

/// What a vintage changed against the one before it, and why (修订说明). Kept in the vintage's manifest.
package struct RevisionNote: Hashable, Sendable, Codable {
  /// Of the vintage that it is in: 2 and on.
  package let vintage: Int
  /// What the analyst gave; `nil` where none was given, which only internal releases may be.
  package let reason: String?
  /// Sorted by name.
  package let figures: [FigureRevision]
  /// The files that differ, sorted by path.
  package let causes: [RevisionCause]
  /// The program's versions, where they differ.
  package let program: ProgramChange?

  package struct ProgramChange: Hashable, Sendable, Codable {
    package let before: String
    package let after: String

    package init(before: String, after: String) {
      self.before = before
      self.after = after
    }
  }

  package init(
    vintage: Int, reason: String?, figures: [FigureRevision], causes: [RevisionCause],
    program: ProgramChange?
  ) {
    self.vintage = vintage
    self.reason = reason
    self.figures = figures.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    self.causes = causes.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    self.program = program
  }
}

/// A figure that differs between two vintages.
package struct FigureRevision: Hashable, Sendable, Codable {
  /// With its period.
  package let name: String
  /// The unit of measure's symbol.
  package let unit: String
  /// `nil` where the earlier vintage had no such figure.
  package let before: PublishedValue?
  /// `nil` where the later vintage has no such figure.
  package let after: PublishedValue?
  /// The paths of the causes that it rests on; empty where that is not known.
  package let causes: [String]

  package init(
    name: String, unit: String, before: PublishedValue?, after: PublishedValue?,
    causes: [String] = []
  ) {
    self.name = name
    self.unit = unit
    self.before = before
    self.after = after
    self.causes = causes
  }

  /// Whether a reader of the printed page sees a difference.
  package var isVisible: Bool {
    before?.rounded != after?.rounded || before?.missing != after?.missing
  }
}

/// A figure's value as `figures.json` has it.
package struct PublishedValue: Hashable, Sendable, Codable {
  /// Exact; `nil` where it is missing.
  package let value: String?
  package let rounded: String?
  /// Why it is missing.
  package let missing: String?

  package init(value: String?, rounded: String?, missing: String?) {
    self.value = value
    self.rounded = rounded
    self.missing = missing
  }
}

/// A file that differs between the states that two vintages were made from.
package struct RevisionCause: Hashable, Sendable, Codable {
  package enum Kind: String, Hashable, Sendable, Codable {
    case returns, definition, template
  }

  package enum Change: String, Hashable, Sendable, Codable {
    case added, removed, changed
  }

  package let path: String
  package let kind: Kind
  package let change: Change
  /// The first cells that differ, in the order of the sheet; at most `most`.
  package let cells: [CellRevision]
  /// How many differ in all.
  package let cellCount: Int

  /// Cells that are listed of one file.
  package static let most = 20

  package init(
    path: String, kind: Kind, change: Change, cells: [CellRevision] = [], cellCount: Int = 0
  ) {
    self.path = path
    self.kind = kind
    self.change = change
    self.cells = cells
    self.cellCount = cellCount
  }
}

/// A cell that differs between two versions of a file.
package struct CellRevision: Hashable, Sendable, Codable {
  /// `Sheet1!G18`; in text files, which have no sheets, `G18`.
  package let place: String
  /// Empty where there was nothing.
  package let before: String
  package let after: String

  package init(place: String, before: String, after: String) {
    self.place = place
    self.before = before
    self.after = after
  }
}
