// SPDX-License-Identifier: Apache-2.0
import GRDB
import Provenance

/// The record of inputs, runs, releases and published figures (台账): one SQLite file.
///
/// It knows when; releases do not. A release never needs it to be read, and what it says of releases
/// can be read again from them. Documentation/Ledger.md has the schema.
package struct Ledger: Sendable {
  let database: DatabaseQueue
  package let path: String

  /// Opens the ledger, makes it where there is none, and brings an older one to today's schema.
  ///
  /// - Precondition: the caller holds the output's lock.
  package init(writingAt path: String) throws(LedgerError) {
    self.path = path
    database = try LedgerError.catching(path) {
      var configuration = Configuration()
      configuration.journalMode = .wal
      configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = NORMAL") }
      let database = try DatabaseQueue(path: path, configuration: configuration)
      try ledgerSchema.migrate(database)
      return database
    }
  }

  /// Opens a ledger to read in it.
  package init(readingAt path: String) throws(LedgerError) {
    self.path = path
    database = try LedgerError.catching(path) {
      var configuration = Configuration()
      configuration.readonly = true
      let database = try DatabaseQueue(path: path, configuration: configuration)
      let isCurrent = try database.read { try ledgerSchema.hasCompletedMigrations($0) }
      guard isCurrent else { throw LedgerError(path: path, kind: .otherVersion, reason: "") }
      return database
    }
  }

  /// What SQLite finds wrong in the file's structure and references; empty for a whole ledger.
  package func damage() throws(LedgerError) -> [String] {
    try read { database in
      let structure = try String.fetchAll(database, sql: "PRAGMA integrity_check")
      let references = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").map { row in
        let table: String = row[0]
        return "a row of \(table) refers to one that is not there"
      }
      return structure.filter { $0 != "ok" } + references
    }
  }

  /// Moves everything into the one file, so that its digest can be taken and the file be copied.
  package func close() throws(LedgerError) {
    try LedgerError.catching(path) {
      try database.writeWithoutTransaction { database in
        _ = try database.checkpoint(.truncate)
      }
      try database.close()
    }
  }

  func read<Value>(_ work: (Database) throws -> Value) throws(LedgerError) -> Value {
    try LedgerError.catching(path) { try database.read(work) }
  }

  /// All of it or nothing.
  func write<Value>(_ work: (Database) throws -> Value) throws(LedgerError) -> Value {
    try LedgerError.catching(path) { try database.write(work) }
  }
}
