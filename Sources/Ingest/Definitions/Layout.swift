// SPDX-License-Identifier: Apache-2.0
import Statistics

/// How a form is laid out in a file (版式): one file in `Input/layouts/`. All headers are folded.
package struct Layout: Sendable {
  package let file: String
  package let form: String
  package let name: LocalizedName
  /// Words that a cell above the header must contain, all of them; empty for none.
  let titleWords: [String]
  /// Headers that make a row the header row.
  let headers: [String]
  let shape: Shape
  /// Every header that the layout names; each row above a header is compared with them.
  let knownHeaders: Set<String>

  enum Shape: Sendable {
    case unitRows(UnitRowsLayout)
    case bureauTable(BureauTableLayout)
  }

  init(
    file: String, form: String, name: LocalizedName, titleWords: [String], headers: [String],
    shape: Shape
  ) {
    self.file = file
    self.form = form
    self.name = name
    self.titleWords = titleWords
    self.headers = headers
    self.shape = shape
    knownHeaders =
      switch shape {
      case .unitRows(let rows): rows.knownHeaders.union(headers)
      case .bureauTable(let table): Set(headers + table.label + table.columns.flatMap(\.headers))
      }
  }
}

/// One row a unit.
struct UnitRowsLayout: Sendable {
  /// One column that holds a value of an indicator.
  struct Value: Sendable {
    let header: String
    let slot: ReturnSlot
    /// What it counts where the header does not say.
    let unit: UnitOfMeasure
    let isRequired: Bool
  }

  /// Alternatives, the first found counts.
  let unit: [String]
  let industry: [String]
  let period: [String]
  let ignored: [String]
  let values: [Value]

  var knownHeaders: Set<String> {
    Set(unit + industry + period + ignored + values.map(\.header))
  }
}

/// Rows are industries or groups, or indicators; columns are measures.
struct BureauTableLayout: Sendable {
  struct Column: Sendable {
    let headers: [String]
    let basis: Basis
    let measure: Measure
  }

  enum Rows: Sendable {
    /// Labels name sectors; all values are of one indicator.
    case sectors(of: Indicator)
    /// Labels name indicators; all values are of the total.
    case indicators
  }

  let rows: Rows
  let label: [String]
  let unit: UnitOfMeasure
  let skipped: [String]
  let columns: [Column]
}

/// Where the register's columns stand. Headers as written.
struct RegisterLayout: Sendable {
  /// The file's name in `Input/reference/`.
  let file: String
  let unit: String
  let name: String
  let industry: String
  let enters: String?
  let leaves: String?
  let flags: [String]
}
