// SPDX-License-Identifier: Apache-2.0
import Reports
import Statistics

/// Figures as CSV that spreadsheets open safely, documented in Documentation/JSON.md.
struct FiguresCSV {
  /// `Area.id`.
  let area: String

  private static let columns = [
    "figure", "area", "indicator", "sector", "dimension", "part", "basis", "measure", "period",
    "value", "fraction", "rounded", "decimals", "unit", "origin", "marks", "missing", "own_value",
    "difference",
  ]

  /// Lines without a line feed behind the last.
  func text(of figures: [Figure]) -> String {
    ([Self.columns] + figures.map(fields)).map(CSVText.line).joined(separator: "\n")
  }

  private func fields(_ figure: Figure) -> [String] {
    let name = figure.name
    let sector = SectorName(name.sector)
    return [
      name.description, area, name.indicator, sector.sector, sector.part?.dimension.id ?? "",
      sector.part?.value ?? "", name.basis.rawValue, name.measure.rawValue,
      name.period.description, Self.decimal(figure.exact), Self.fraction(figure.exact),
      figure.rounded ?? "", String(figure.decimals), figure.unit.symbol, figure.origin.rawValue,
      figure.marks.map(\.rawValue).sorted().joined(separator: " "),
      figure.missingReason?.rawValue ?? "", Self.decimal(figure.ownValue),
      Self.decimal(figure.differenceToOwn),
    ]
  }

  /// Exact where the decimal ends, else rounded to 15 places: a number in any spreadsheet.
  static func decimal(_ value: Ratio?) -> String {
    value.map { $0.exactDecimal?.description ?? $0.rounded(decimals: 15) } ?? ""
  }

  /// The exact value where the decimal does not end. With an apostrophe: a spreadsheet takes 12/7 for a
  /// date.
  private static func fraction(_ value: Ratio?) -> String {
    value.map { $0.exactDecimal == nil ? "'" + $0.exactText : "" } ?? ""
  }
}
