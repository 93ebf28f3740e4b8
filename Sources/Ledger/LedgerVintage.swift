// SPDX-License-Identifier: Apache-2.0
import GRDB
import Provenance

/// One version of a release, as the ledger has it.
package struct LedgerVintage: Hashable, Sendable {
  /// `internal` or `public`.
  package let audience: String
  package let period: String
  /// 1 and on.
  package let number: Int
  /// Of its `manifest.json`, which has the digest of every other file.
  package let manifest: Digest
  /// Of the files that it was made from; `nil` for releases older than the ledger.
  package let snapshot: Digest?
  /// Of the program; `nil` for releases older than the ledger.
  package let version: String?
  /// What the analyst gave.
  package let reason: String?
  /// UTC; `nil` where the ledger was rebuilt from the releases, which have no times.
  package let published: String?

  package init(
    audience: String, period: String, number: Int, manifest: Digest, snapshot: Digest?,
    version: String?, reason: String?, published: String?
  ) {
    self.audience = audience
    self.period = period
    self.number = number
    self.manifest = manifest
    self.snapshot = snapshot
    self.version = version
    self.reason = reason
    self.published = published
  }

  static let selection = """
    SELECT release.audience, release.period, vintage.*
    FROM vintage JOIN release ON release.id = vintage.release
    """

  /// - Parameter row: of `selection`. A digest that is none any more reads as that of no bytes, which
  ///   no manifest has, so that it is found to differ.
  init(_ row: Row) {
    self.init(
      audience: row["audience"], period: row["period"], number: row["number"],
      manifest: Digest(row["manifest"] as String) ?? Digest(of: []),
      snapshot: (row["snapshot"] as String?).flatMap(Digest.init), version: row["version"],
      reason: row["reason"], published: row["published"])
  }
}

/// A figure as it was published.
package struct LedgerFigure: Hashable, Sendable {
  /// With its period: `value_added.total.ytd.yoy@2021-05`.
  package let name: String
  /// Exact; `nil` where it is missing.
  package let value: String?
  package let rounded: String?
  /// The unit of measure's symbol.
  package let unit: String
  package let missing: String?

  package init(name: String, value: String?, rounded: String?, unit: String, missing: String?) {
    self.name = name
    self.value = value
    self.rounded = rounded
    self.unit = unit
    self.missing = missing
  }
}

extension Ledger {
  /// Records a vintage that lies on the disk, with its figures; one that is recorded stays as it is.
  ///
  /// - Parameter run: which published it; `nil` where it was found.
  package func record(
    _ vintage: LedgerVintage, figures: [LedgerFigure], run: Int64?
  ) throws(LedgerError) {
    try write { database in
      try database.execute(
        sql: "INSERT OR IGNORE INTO release (audience, period) VALUES (?, ?)",
        arguments: [vintage.audience, vintage.period])
      try database.execute(
        sql: """
          INSERT OR IGNORE INTO vintage
            (release, number, manifest, snapshot, version, reason, published, run)
          SELECT id, ?, ?, ?, ?, ?, ?, ? FROM release WHERE audience = ? AND period = ?
          """,
        arguments: [
          vintage.number, vintage.manifest.text, vintage.snapshot?.text, vintage.version,
          vintage.reason, vintage.published, run, vintage.audience, vintage.period,
        ])
      if database.changesCount > 0 {
        try Self.insert(figures, into: database.lastInsertedRowID, database)
      }
    }
  }

  private static func insert(
    _ figures: [LedgerFigure], into vintage: Int64, _ database: Database
  ) throws {
    let name = try database.makeStatement(
      sql: "INSERT OR IGNORE INTO figure_name (name) VALUES (?)")
    let insert = try database.makeStatement(
      sql: """
        INSERT INTO figure SELECT ?, id, ?, ?, ?, ? FROM figure_name WHERE name = ?
        """)
    for figure in figures {
      try name.execute(arguments: [figure.name])
      try insert.execute(arguments: [
        vintage, figure.value, figure.rounded, figure.unit, figure.missing, figure.name,
      ])
    }
  }

  /// Records that a run gave a vintage, newly or again.
  package func record(run: Int64, gave vintage: LedgerVintage) throws(LedgerError) {
    try write { database in
      try database.execute(
        sql: """
          INSERT OR IGNORE INTO run_vintage
          SELECT ?, vintage.id FROM vintage JOIN release ON release.id = vintage.release
          WHERE audience = ? AND period = ? AND number = ?
          """,
        arguments: [run, vintage.audience, vintage.period, vintage.number])
    }
  }

  /// All vintages, by audience, period and number.
  package func vintages() throws(LedgerError) -> [LedgerVintage] {
    try read { database in
      try Row.fetchAll(
        database, sql: LedgerVintage.selection + " ORDER BY audience, period, number"
      ).map(LedgerVintage.init)
    }
  }

  /// What a vintage published, sorted by name.
  package func figures(of vintage: LedgerVintage) throws(LedgerError) -> [LedgerFigure] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT * FROM published WHERE audience = ? AND period = ? AND vintage = ? ORDER BY name
          """, arguments: [vintage.audience, vintage.period, vintage.number]
      ).map(LedgerFigure.init)
    }
  }

  /// One figure of a vintage; `nil` where it published none of that name.
  package func figure(
    _ name: String, of vintage: LedgerVintage
  ) throws(LedgerError) -> LedgerFigure? {
    try read { database in
      try Row.fetchOne(
        database,
        sql: """
          SELECT * FROM published WHERE audience = ? AND period = ? AND vintage = ? AND name = ?
          """, arguments: [vintage.audience, vintage.period, vintage.number, name]
      ).map(LedgerFigure.init)
    }
  }
}

extension LedgerFigure {
  /// - Parameter row: of the view `published`.
  fileprivate init(_ row: Row) {
    self.init(
      name: row["name"], value: row["value"], rounded: row["rounded"], unit: row["unit"],
      missing: row["missing"])
  }
}
