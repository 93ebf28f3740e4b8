// SPDX-License-Identifier: Apache-2.0
import Foundation
import GRDB
import Testing

@testable import Ledger

/// Documentation/Ledger.md says what the schema is, and its questions can be asked.
@Suite struct LedgerDocumentTests {
  private let document: String
  private let folder: LedgerFolder
  private let ledger: Ledger

  init() throws {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    document = String(
      decoding: try Data(contentsOf: root.appendingPathComponent("Documentation/Ledger.md")),
      as: UTF8.self)
    folder = try LedgerFolder()
    ledger = try Ledger(writingAt: folder.path)
  }

  @Test func everyColumnIsDescribed() throws {
    let tables = try ledger.read { database in
      try String.fetchAll(
        database,
        sql: """
          SELECT name FROM sqlite_master
          WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'grdb%'
          """)
    }
    #expect(tables.count == 10)
    for table in tables {
      let section = try #require(
        document.components(separatedBy: "\n### ").first { section in
          let head = section.prefix { $0 != "\n" }
          return head.split(whereSeparator: { " ,".contains($0) }).contains { $0 == table }
        }, "\(table)")
      for column in try ledger.read({ try $0.columns(in: table) }).map(\.name) {
        #expect(
          section.contains("`\(table).\(column)`") || section.contains("| `\(column)` |"),
          "\(table).\(column)")
      }
    }
  }

  @Test func everyQuestionCanBeAsked() throws {
    let questions = document.components(separatedBy: "```sql\n").dropFirst().map { part in
      part.components(separatedBy: "```")[0]
    }
    #expect(questions.count == 8)
    for question in questions {
      #expect(throws: Never.self, "\(question)") {
        try ledger.read { _ = try Row.fetchAll($0, sql: question) }
      }
    }
  }

  @Test func theViewHasTheColumnsThatAreNamed() throws {
    let columns = try ledger.read { try $0.columns(in: "published") }.map(\.name)
    #expect(document.contains("`published` joins them: `\(columns.joined(separator: ", "))`"))
  }
}
