// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Statistics

/// The shape `yuebao.explanation/1`, documented in Documentation/JSON.md.
struct ExplanationDocument: Encodable {
  let schema = "yuebao.explanation/1"
  let figure: FigureEntry
  let printed: NodeEntry
  let own: NodeEntry?

  init(_ explanation: Explanation, _ definitions: FigureDefinitions) {
    figure = FigureEntry(explanation.figure)
    printed = NodeEntry(explanation.printed, definitions)
    own = explanation.own.map { NodeEntry($0, definitions) }
  }

  struct FigureEntry: Encodable {
    let name: String
    let value: String?
    let unit: String
    let rounded: String?
    let missing: String?
    let origin: String
    let marks: [String]
    let difference: String?

    init(_ figure: Figure) {
      name = figure.name.description
      value = figure.exact?.exactText
      unit = figure.unit.symbol
      rounded = figure.rounded
      missing = figure.missingReason?.rawValue
      origin = figure.origin.rawValue
      marks = figure.marks.map(\.rawValue).sorted()
      difference = figure.differenceToOwn?.exactText
    }
  }

  /// A value with where it came from: exactly one of `formula`, `returns`, `table`, `definition`, or
  /// none of them.
  struct NodeEntry: Encodable {
    let role: String?
    let name: String?
    let side: String
    let value: String?
    let unit: String
    let rounded: String?
    let missing: String?
    let cut: Bool?
    let formula: String?
    let parts: [NodeEntry]?
    let folded: Bool?
    let returns: ReturnsEntry?
    let table: StatementEntry?
    let definition: PlaceEntry?

    init(_ node: ExplanationNode, _ definitions: FigureDefinitions) {
      role = node.role?.rawValue
      name = node.name?.description
      side = node.side == .current ? "current" : "reference"
      value = node.ratio?.exactText
      unit = node.unit.symbol
      rounded = node.ratio?.rounded(decimals: node.decimals)
      missing = node.missingReason?.rawValue
      cut = node.isCut ? true : nil
      var formula: String?
      var parts: [NodeEntry]?
      var returns: ReturnsEntry?
      var table: StatementEntry?
      var definition: PlaceEntry?
      switch node.source {
      case .formula(let kind, let nodes):
        formula = kind.rawValue
        parts = nodes.map { NodeEntry($0, definitions) }
      case .returns(let breakdown): returns = ReturnsEntry(breakdown, definitions)
      case .stated(let statement): table = StatementEntry(statement)
      case .defined(let location): definition = location.map(PlaceEntry.init)
      case .folded, .nowhere: break
      }
      (self.formula, self.parts, self.returns) = (formula, parts, returns)
      (self.table, self.definition) = (table, definition)
      folded = node.isFolded ? true : nil
    }
  }

  struct PlaceEntry: Encodable {
    let file: String
    let sheet: String?
    let cell: String?
    let row: Int?
    let line: Int?

    init(_ location: Location) {
      file = location.file
      sheet = location.sheet
      cell = location.cell
      row = location.row
      line = location.line
    }
  }

  struct StatementEntry: Encodable {
    let area: String
    let value: String
    let unit: String
    let at: PlaceEntry

    init(_ statement: BureauObservation) {
      area = statement.area
      value = statement.value.description
      unit = statement.unit.symbol
      at = PlaceEntry(statement.location)
    }
  }
}
