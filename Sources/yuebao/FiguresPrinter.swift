// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import Reports
import Statistics

/// How figures are printed.
enum FiguresFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, csv
  case sdmxCSV = "sdmx-csv"
}

/// What is printed: a row a figure, or a row a series.
enum FigureRows {
  case figures([Figure])
  case series([FigureSeries], over: [Period])

  /// Those of series one after the other.
  var figures: [Figure] {
    switch self {
    case .figures(let figures): figures
    case .series(let series, _): series.flatMap(\.figures)
    }
  }

  var isEmpty: Bool { figures.isEmpty }
}

/// Prints figures.
struct FiguresPrinter {
  /// `Area.id`, of all the figures.
  let area: String
  let words: FigureWords
  let catalogue: MessageCatalogue

  func print(_ rows: FigureRows, _ format: FiguresFormat) throws {
    switch format {
    case .text: try Console.print(text(of: rows))
    case .json: try Console.print(json(of: rows))
    case .csv: try Console.print(FiguresCSV(area: area).text(of: rows.figures))
    case .sdmxCSV:
      try Console.write(Array(SDMXCSV(area: area).text(rows.figures).utf8), to: 1)
    }
  }

  private func text(of rows: FigureRows) -> String {
    let text = FiguresText(words: words, catalogue: catalogue)
    return switch rows {
    case .figures(let figures): text.table(of: figures)
    case .series(let series, let periods): text.table(of: series, over: periods)
    }
  }

  private func json(of rows: FigureRows) throws -> String {
    switch rows {
    case .figures(let figures):
      try JSONText.of(FiguresDocument(area: area, figures: figures))
    case .series(let series, let periods):
      try JSONText.of(SeriesDocument(area: area, periods: periods, series: series))
    }
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
