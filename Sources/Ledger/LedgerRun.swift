// SPDX-License-Identifier: Apache-2.0
import GRDB
import Provenance

/// A run of a command that may publish, as it begins.
package struct LedgerRun: Hashable, Sendable {
  /// UTC: `2021-06-20T08:00:00Z`.
  package let started: String
  package let command: String
  /// What was asked for, in one canonical line.
  package let arguments: String
  /// The program's version.
  package let version: String
  /// What tells one build of the program from another of the same version.
  package let program: String

  package init(
    started: String, command: String, arguments: String, version: String, program: String
  ) {
    self.started = started
    self.command = command
    self.arguments = arguments
    self.version = version
    self.program = program
  }
}

/// How a run ended.
package struct LedgerRunEnd: Hashable, Sendable {
  package enum Outcome: String, Hashable, Sendable {
    case published
    case unchanged
    /// With a status other than 0.
    case stopped
  }

  package let outcome: Outcome
  /// The exit status.
  package let status: Int
  /// What was said at the end.
  package let sentence: String
  package let milliseconds: Int

  package init(outcome: Outcome, status: Int, sentence: String, milliseconds: Int) {
    self.outcome = outcome
    self.status = status
    self.sentence = sentence
    self.milliseconds = milliseconds
  }
}

/// A finding as the ledger keeps it.
package struct LedgerFinding: Hashable, Sendable {
  /// `error`, `warning`, `info`.
  package let severity: String
  package let code: String
  /// `file:sheet!cell`.
  package let place: String
  package let sentence: String

  package init(severity: String, code: String, place: String, sentence: String) {
    self.severity = severity
    self.code = code
    self.place = place
    self.sentence = sentence
  }
}

extension Ledger {
  /// - Returns: the run's number.
  package func begin(_ run: LedgerRun) throws(LedgerError) -> Int64 {
    try write { database in
      try database.execute(
        sql: """
          INSERT INTO run (started, command, arguments, version, program)
          VALUES (?, ?, ?, ?, ?)
          """,
        arguments: [run.started, run.command, run.arguments, run.version, run.program])
      return database.lastInsertedRowID
    }
  }

  package func end(run: Int64, _ end: LedgerRunEnd) throws(LedgerError) {
    try write { database in
      try database.execute(
        sql: "UPDATE run SET outcome = ?, status = ?, sentence = ?, milliseconds = ? WHERE id = ?",
        arguments: [end.outcome.rawValue, end.status, end.sentence, end.milliseconds, run])
    }
  }

  /// Records which files a run read.
  ///
  /// - Parameters:
  ///   - sizes: in bytes, by path; of every file of the snapshot that can be read.
  ///   - definitions: the digest of those files that are no returns.
  package func record(
    _ snapshot: Snapshot, sizes: [String: Int], definitions: Digest, of run: Int64
  ) throws(LedgerError) {
    try write { database in
      let started = try String.fetchOne(
        database, sql: "SELECT started FROM run WHERE id = ?", arguments: [run])
      let id = try Self.id(of: snapshot, sizes: sizes, seen: started ?? "", database)
      try database.execute(
        sql: "UPDATE run SET snapshot = ?, definitions = ? WHERE id = ?",
        arguments: [id, definitions.text, run])
    }
  }

  /// A snapshot that is known already has known files only.
  private static func id(
    of snapshot: Snapshot, sizes: [String: Int], seen: String, _ database: Database
  ) throws -> Int64 {
    let digest = snapshot.digest.text
    let known = try Int64.fetchOne(
      database, sql: "SELECT id FROM snapshot WHERE sha256 = ?", arguments: [digest])
    if let known { return known }
    try database.execute(
      sql: "INSERT INTO snapshot (sha256, first_seen) VALUES (?, ?)", arguments: [digest, seen])
    let id = database.lastInsertedRowID
    let insert = try database.makeStatement(
      sql: """
        INSERT OR IGNORE INTO input (path, sha256, bytes, first_seen, snapshot)
        VALUES (?, ?, ?, ?, ?)
        """)
    for path in snapshot.paths {
      guard case .content(let content) = snapshot.files[path] else { continue }
      try insert.execute(arguments: [path, content.text, sizes[path] ?? 0, seen, id])
    }
    return id
  }

  /// Records what a run found. The same findings are kept once, however many runs have them.
  ///
  /// - Parameter findings: in the order of printing.
  package func record(_ findings: [LedgerFinding], of run: Int64) throws(LedgerError) {
    let text = findings.map { "\($0.severity)\t\($0.code)\t\($0.place)\t\($0.sentence)\n" }
      .joined()
    let digest = Digest(of: Array(text.utf8)).text
    try write { database in
      try database.execute(
        sql: "INSERT OR IGNORE INTO finding_set (sha256) VALUES (?)", arguments: [digest])
      if database.changesCount > 0 {
        try Self.insert(findings, into: database.lastInsertedRowID, database)
      }
      try database.execute(
        sql: """
          UPDATE run SET finding_set = (SELECT id FROM finding_set WHERE sha256 = ?) WHERE id = ?
          """,
        arguments: [digest, run])
    }
  }

  private static func insert(
    _ findings: [LedgerFinding], into set: Int64, _ database: Database
  ) throws {
    let insert = try database.makeStatement(sql: "INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?)")
    for (number, finding) in findings.enumerated() {
      try insert.execute(arguments: [
        set, number + 1, finding.severity, finding.code, finding.place, finding.sentence,
      ])
    }
  }

  // MARK: - What runs were

  /// When the newest run began; `nil` in an empty ledger.
  package func newestStart() throws(LedgerError) -> String? {
    try read { try String.fetchOne($0, sql: "SELECT max(started) FROM run") }
  }

  /// The snapshot of the last run that began at a time or before it; `nil` where none had one.
  ///
  /// - Parameter time: in the form of `LedgerRun.started`.
  package func snapshot(asOf time: String) throws(LedgerError) -> Digest? {
    try read { database in
      try String.fetchOne(
        database,
        sql: """
          SELECT snapshot.sha256 FROM run JOIN snapshot ON snapshot.id = run.snapshot
          WHERE run.started <= ? ORDER BY run.id DESC LIMIT 1
          """, arguments: [time]
      ).flatMap(Digest.init)
    }
  }

  /// The run before that asked for the same, from the same files with the same program, where it
  /// ended; with the vintages that it gave.
  package func lastRun(
    like run: LedgerRun, of snapshot: Digest
  ) throws(LedgerError) -> (end: LedgerRunEnd, vintages: [LedgerVintage])? {
    try read { database in
      let row = try Row.fetchOne(
        database,
        sql: """
          SELECT run.* FROM run JOIN snapshot ON snapshot.id = run.snapshot
          WHERE command = ? AND arguments = ? AND version = ? AND program = ?
            AND snapshot.sha256 = ? AND outcome IS NOT NULL
          ORDER BY run.id DESC LIMIT 1
          """,
        arguments: [run.command, run.arguments, run.version, run.program, snapshot.text])
      guard let row, let outcome = LedgerRunEnd.Outcome(rawValue: row["outcome"]) else {
        return nil
      }
      let end = LedgerRunEnd(
        outcome: outcome, status: row["status"], sentence: row["sentence"],
        milliseconds: row["milliseconds"])
      let vintages = try Row.fetchAll(
        database,
        sql: LedgerVintage.selection
          + """
           JOIN run_vintage ON run_vintage.vintage = vintage.id WHERE run_vintage.run = ?
          ORDER BY vintage.id
          """, arguments: [row["id"] as Int64])
      return (end, vintages.map(LedgerVintage.init))
    }
  }
}
