// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Files of returns that correct others, in the order in which they count (更正).
package struct Corrections: Sendable {
  package struct Correction: Hashable, Sendable {
    /// Relative to the workspace: `Input/returns/2021-05/b204-corrected.csv`.
    package let file: String
    /// `2021-07-02`.
    package let date: String
    package let reason: String
    package let location: Location
  }

  /// The earliest first.
  package let all: [Correction]
  private let ranks: [String: Int]

  package static let none = Corrections([])

  init(_ corrections: [Correction]) {
    all = corrections.sorted { ($0.date, $0.file) < ($1.date, $1.file) }
    ranks = Dictionary(
      all.enumerated().map { ($1.file, $0 + 1) }, uniquingKeysWith: { _, last in last })
  }

  /// 0 for a file that corrects nothing; a later correction has a higher one.
  func rank(of file: String) -> Int { ranks[file] ?? 0 }

  subscript(rank: Int) -> Correction? { rank > 0 ? all[rank - 1] : nil }
}

/// `Input/corrections.csv`: which files correct others. A workspace without corrections has none.
enum CorrectionsFile {
  static let file = "Input/corrections.csv"

  static func load(_ bytes: [UInt8], findings: inout [Finding]) -> Corrections {
    let table = DefinitionTable(file: file, bytes: bytes)
    defer { findings += table.findings }
    guard table.require(["file", "date", "reason"]) else { return .none }
    return Corrections(table.records.compactMap { correction($0, table) })
  }

  private static func correction(
    _ record: DefinitionTable.Record, _ table: DefinitionTable
  ) -> Corrections.Correction? {
    func bad(_ header: String, _ expected: String) {
      table.report(
        .badDefinition, at: record.location(of: header), raw: record[header],
        ["expected": expected])
    }
    let (file, date, reason) = (record["file"], record["date"], record["reason"])
    if file == nil { bad("file", "a path below Input/returns") }
    if reason == nil { bad("reason", "why it is corrected") }
    let isDate = date?.wholeMatch(of: /\d{4}-\d{2}-\d{2}/) != nil
    if !isDate { bad("date", "a date such as 2021-07-02") }
    guard let file, let date, let reason, isDate else { return nil }
    let path = file.hasPrefix("Input/") ? file : "Input/returns/" + file
    return Corrections.Correction(
      file: path, date: date, reason: reason, location: record.location(of: "file"))
  }
}
