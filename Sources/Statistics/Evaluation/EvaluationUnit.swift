// SPDX-License-Identifier: Apache-2.0

/// What declared and administrative data of one year say of a unit.
package struct EvaluationUnit: Hashable, Sendable {
  package struct Cell: Hashable, Sendable {
    package let text: String
    /// `nil` in a column of texts.
    package let number: ExactDecimal?
    package let location: Location

    package init(text: String, number: ExactDecimal? = nil, location: Location) {
      self.text = text
      self.number = number
      self.location = location
    }
  }

  package let code: UnitCode
  package let name: String
  /// By the column's id; none for an empty cell.
  package let cells: [String: Cell]
  package let location: Location

  package init(code: UnitCode, name: String, cells: [String: Cell], location: Location) {
    self.code = code
    self.name = name
    self.cells = cells
    self.location = location
  }
}
