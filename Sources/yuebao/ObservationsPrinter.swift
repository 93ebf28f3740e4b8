// SPDX-License-Identifier: Apache-2.0
import Foundation
import Ingest
import Reports
import Statistics

/// Prints what a workspace's layouts make of one file: every observation with its cell.
struct ObservationsPrinter {
  let observations: [Observation]

  func print(_ format: OutputFormat) throws {
    switch format {
    case .text: try Console.print(text)
    case .json: try Console.print(JSONText.of(Document(observations: entries)))
    case .csv: try Console.print(csv)
    }
  }

  /// The shape `yuebao.observations/1`, documented in Documentation/JSON.md.
  private struct Document: Encodable {
    let schema = "yuebao.observations/1"
    let observations: [Entry]
  }

  private struct Entry: Encodable {
    let unit: String?
    let area: String?
    /// A sector's id, a category's code, or the class that a unit's value belongs to.
    let sector: String
    /// A part of the unit's value, by class.
    let part: Bool
    let indicator: String
    let period: String
    let basis: String
    let side: String
    let measure: String
    let value: String?
    let missing: String?
    let unitOfMeasure: String
    let file: String
    let sheet: String?
    let cell: String?
    let line: Int?

    enum CodingKeys: String, CodingKey {
      case unit, area, sector, part, indicator, period, basis, side, measure, value, missing, file,
        sheet
      case cell, line
      case unitOfMeasure = "unit_of_measure"
    }

    init(_ observation: Observation) {
      switch observation.subject {
      case .unit(let code, let industry):
        (unit, area, sector, part) = (code.description, nil, industry, false)
      case .unitPart(let code, let industry):
        (unit, area, sector, part) = (code.description, nil, industry, true)
      case .area(let id, let sector): (unit, area, self.sector, part) = (nil, id, sector, false)
      }
      indicator = observation.indicator
      period = observation.period.description
      basis = observation.basis.rawValue
      side = observation.side == .current ? "current" : "reference"
      measure = observation.measure.rawValue
      switch observation.value {
      case .known(let decimal): (value, missing) = (decimal.description, nil)
      case .missing(let reason): (value, missing) = (nil, reason.rawValue)
      }
      unitOfMeasure = observation.unit.symbol
      file = observation.location.file
      sheet = observation.location.sheet
      cell = observation.location.cell
      line = observation.location.line
    }

    var fields: [String] {
      [
        unit ?? area ?? "", sector, part ? "part" : "", indicator, period, basis, side, measure,
        value ?? "",
        unitOfMeasure, missing ?? "", sheet ?? "", cell ?? "",
      ]
    }
  }

  private static let header = [
    "subject", "sector", "part", "indicator", "period", "basis", "side", "measure", "value",
    "unit_of_measure", "missing", "sheet", "cell",
  ]

  private var entries: [Entry] { observations.map(Entry.init) }

  private var csv: String {
    ([Self.header] + entries.map(\.fields)).map(CSVText.line).joined(separator: "\n")
  }

  private var text: String {
    TextTable(header: Self.header, rightAligned: [8], rows: entries.map(\.fields))
      .lines.joined(separator: "\n")
  }
}
