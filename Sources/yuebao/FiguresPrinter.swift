// SPDX-License-Identifier: Apache-2.0
import Foundation
import Reports
import Statistics

/// Prints figures as text, JSON or CSV.
struct FiguresPrinter {
  let figures: [Figure]
  let catalogue: MessageCatalogue

  func print(_ format: OutputFormat) throws {
    switch format {
    case .text: try Console.print(text)
    case .json: try Console.print(JSONText.of(Document(figures: figures.map(Entry.init))))
    case .csv: try Console.print(csv)
    }
  }

  // MARK: - JSON

  /// The shape `yuebao.figures/2`, documented in Documentation/JSON.md.
  private struct Document: Encodable {
    let schema = "yuebao.figures/2"
    let figures: [Entry]
  }

  private struct Entry: Encodable {
    let name: String
    let indicator: String
    let sector: String
    let basis: String
    let measure: String
    let period: String
    let value: String?
    let unit: String
    let rounded: String?
    let decimals: Int
    let missing: String?
    let origin: String
    let marks: [String]
    let ownValue: String?
    let difference: String?

    enum CodingKeys: String, CodingKey {
      case name, indicator, sector, basis, measure, period, value, unit, rounded, decimals, missing
      case origin, marks, difference
      case ownValue = "own_value"
    }

    init(_ figure: Figure) {
      name = figure.name.description
      indicator = figure.name.indicator
      sector = figure.name.sector
      basis = figure.name.basis.rawValue
      measure = figure.name.measure.rawValue
      period = figure.name.period.description
      value = figure.exact?.exactText
      unit = figure.unit.symbol
      rounded = figure.rounded
      decimals = figure.decimals
      missing = figure.missingReason?.rawValue
      origin = figure.origin.rawValue
      marks = figure.marks.map(\.rawValue).sorted()
      ownValue = figure.ownValue?.exactText
      difference = figure.differenceToOwn?.exactText
    }
  }

  // MARK: - Text and CSV

  private static let columns = ["figure", "rounded", "unit", "value", "origin", "note"]

  private func cells(_ figure: Figure) -> [String] {
    let notes =
      (figure.missingReason.map { [$0.rawValue] } ?? []) + figure.marks.map(\.rawValue).sorted()
    return [
      figure.name.description, figure.rounded ?? "", figure.unit.symbol,
      figure.exact?.exactText ?? "", figure.origin.rawValue, notes.joined(separator: " "),
    ]
  }

  private var csv: String {
    ([Self.columns] + figures.map(cells)).map(CSVText.line).joined(separator: "\n")
  }

  /// Without the exact values, which can be long fractions.
  private var text: String {
    let kept = [0, 1, 2, 4, 5]
    var table = TextTable(header: kept.map { Self.columns[$0] }, rightAligned: [1])
    table.rows = figures.map { figure in
      let cells = cells(figure)
      return kept.map { cells[$0] }
    }
    return table.lines.joined(separator: "\n")
  }
}

extension Figure {
  /// `nil` where the value is known.
  var missingReason: MissingReason? {
    guard case .missing(let reason) = value else { return nil }
    return reason
  }
}

/// JSON with sorted keys, so that equal data are equal bytes.
enum JSONText {
  static func of(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
