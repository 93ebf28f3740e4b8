// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Statistics
import Tables
import Testing

@testable import Ingest

/// Input files in memory, read as the executable reads them.
struct Ingested {
  let returns: [String]
  let findings: [Finding]
  let files: [Coverage.File]
  let bureau: [FigureName: BureauObservation]
  let figures: Figures
  let ingest: ReturnsIngest

  /// The smallest workspace, read once for all tests.
  private static let smallest = Definitions.load(from: Workspace())

  /// - Parameter workspace: `nil` for the smallest.
  init(_ files: [(path: String, bytes: [UInt8])], _ workspace: Workspace? = nil) throws {
    let (definitions, problems) = workspace.map { Definitions.load(from: $0) } ?? Self.smallest
    let valid = try #require(definitions, "\(problems)")
    try self.init(files, valid)
  }

  init(_ files: [(path: String, bytes: [UInt8])], _ definitions: Definitions) throws {
    let ingest = ReturnsIngest(definitions: definitions, listsObservations: true)
    for file in files {
      ingest.ingest(file: file.path, size: file.bytes.count, from: MemorySource(file.bytes))
    }
    ingest.settle()
    self.ingest = ingest
    returns = ingest.store.periods.flatMap { period -> [String] in
      guard let returns = ingest.store.returns(of: period) else { return [] }
      return (0..<returns.count).filter { !returns.removed.contains($0) }
        .map { "\(returns.unit($0)) \(period)" }
    }
    findings = ingest.sortedFindings
    self.files = ingest.files
    bureau = ingest.bureau
    figures = Figures(
      FigureDefinitions(
        indicators: definitions.indicators, sectors: definitions.sectors,
        classification: definitions.classification, flagNames: definitions.flagNames),
      cube: Cube(ingest), bureau: ingest.bureau)
  }

  /// One CSV file.
  init(csv text: String, path: String = "returns.csv", _ workspace: Workspace? = nil) throws {
    try self.init([(path, Array(text.utf8))], workspace)
  }

  /// One SpreadsheetML file of the same cells: rows by lines, cells by commas.
  init(xml sheets: [(name: String, csv: String)], _ workspace: Workspace? = nil) throws {
    try self.init([("returns.xml", SpreadsheetML.workbook(sheets))], workspace)
  }

  /// Errors and warnings as `code place`, sorted; the unknown columns' infos left out.
  var marks: [String] {
    findings.filter { $0.severity != .info }.map { "\($0.code) \($0.location?.description ?? "")" }
  }

  var codes: [FindingCode] { findings.map(\.code) }

  func level(_ series: String, _ text: String) throws -> String {
    let period = try #require(Period(text))
    let name = try #require(FigureName(series: series, period: period))
    switch try figures.figure(name).value {
    case .known(let ratio): return ratio.exactText
    case .missing(let reason): return "(\(reason.rawValue))"
    }
  }
}

extension Cube {
  /// As the executable adds up what was read.
  init(_ ingest: ReturnsIngest) {
    self.init(indicators: ingest.definitions.indicators)
    for sums in ingest.sums() {
      let strata = sums.strata.map { stratum in
        Stratum(
          period: sums.period, industry: stratum.industry, flags: stratum.flags,
          attribute: stratum.attributeValue ?? "")
      }
      let columns = sums.columns.mapValues { column in
        CellColumn(
          power: column.exponent, counts: column.counts, known: column.known,
          missing: column.missing, others: column.others)
      }
      add(PeriodCells(period: sums.period, strata: strata, columns: columns))
    }
  }
}

enum SpreadsheetML {
  static func workbook(_ sheets: [(name: String, csv: String)]) -> [UInt8] {
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
       xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">

      """
    for sheet in sheets {
      text +=
        "<Worksheet ss:Name=\"\(sheet.name)\"><Table>\n\(rows(sheet.csv))</Table></Worksheet>\n"
    }
    return Array((text + "</Workbook>\n").utf8)
  }

  /// Decimals are typed as numbers, `#…` as errors; the rest is text.
  private static func rows(_ csv: String) -> String {
    var text = ""
    for line in csv.split(separator: "\n", omittingEmptySubsequences: false) {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map { cell in
        cell.isEmpty ? "<Cell/>" : "<Cell><Data ss:Type=\"\(type(of: cell))\">\(cell)</Data></Cell>"
      }
      text += "<Row>" + cells.joined() + "</Row>\n"
    }
    return text
  }

  private static func type(of cell: Substring) -> String {
    if cell.hasPrefix("#") && cell.last?.isASCII == true { return "Error" }
    return ExactDecimal(cell) == nil ? "String" : "Number"
  }
}
