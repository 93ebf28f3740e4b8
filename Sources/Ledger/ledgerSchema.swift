// SPDX-License-Identifier: Apache-2.0
import GRDB

/// How the ledger's tables came about; Documentation/Ledger.md describes them. A step that was released
/// is never changed: a new one is added behind it.
let ledgerSchema: DatabaseMigrator = {
  var migrator = DatabaseMigrator()
  migrator.registerMigration("1 runs, inputs, releases") { database in
    try database.execute(sql: firstSchema)
  }
  return migrator
}()

private let firstSchema = """
  CREATE TABLE snapshot (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    first_seen TEXT NOT NULL
  );
  CREATE TABLE input (
    path TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    first_seen TEXT NOT NULL,
    snapshot INTEGER NOT NULL REFERENCES snapshot (id),
    PRIMARY KEY (path, sha256)
  ) WITHOUT ROWID;
  CREATE TABLE finding_set (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE
  );
  CREATE TABLE finding (
    finding_set INTEGER NOT NULL REFERENCES finding_set (id),
    number INTEGER NOT NULL,
    severity TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'info')),
    code TEXT NOT NULL,
    place TEXT NOT NULL,
    sentence TEXT NOT NULL,
    PRIMARY KEY (finding_set, number)
  ) WITHOUT ROWID;
  CREATE TABLE run (
    id INTEGER PRIMARY KEY,
    started TEXT NOT NULL,
    milliseconds INTEGER,
    command TEXT NOT NULL,
    arguments TEXT NOT NULL,
    version TEXT NOT NULL,
    program TEXT NOT NULL,
    snapshot INTEGER REFERENCES snapshot (id),
    definitions TEXT,
    finding_set INTEGER REFERENCES finding_set (id),
    status INTEGER,
    outcome TEXT CHECK (outcome IN ('published', 'unchanged', 'stopped')),
    sentence TEXT
  );
  CREATE INDEX run_by_start ON run (started);
  CREATE TABLE release (
    id INTEGER PRIMARY KEY,
    audience TEXT NOT NULL CHECK (audience IN ('internal', 'public')),
    period TEXT NOT NULL,
    UNIQUE (audience, period)
  );
  CREATE TABLE vintage (
    id INTEGER PRIMARY KEY,
    release INTEGER NOT NULL REFERENCES release (id),
    number INTEGER NOT NULL CHECK (number >= 1),
    manifest TEXT NOT NULL,
    snapshot TEXT,
    version TEXT,
    reason TEXT,
    published TEXT,
    run INTEGER REFERENCES run (id),
    UNIQUE (release, number)
  );
  CREATE TABLE run_vintage (
    run INTEGER NOT NULL REFERENCES run (id),
    vintage INTEGER NOT NULL REFERENCES vintage (id),
    PRIMARY KEY (run, vintage)
  ) WITHOUT ROWID;
  CREATE TABLE figure_name (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
  );
  CREATE TABLE figure (
    vintage INTEGER NOT NULL REFERENCES vintage (id),
    name INTEGER NOT NULL REFERENCES figure_name (id),
    value TEXT,
    rounded TEXT,
    unit TEXT NOT NULL,
    missing TEXT,
    PRIMARY KEY (vintage, name)
  ) WITHOUT ROWID;
  CREATE VIEW published AS
    SELECT release.audience, release.period, vintage.number AS vintage, vintage.published,
      figure_name.name, figure.value, figure.rounded, figure.unit, figure.missing
    FROM figure
    JOIN figure_name ON figure_name.id = figure.name
    JOIN vintage ON vintage.id = figure.vintage
    JOIN release ON release.id = vintage.release;
  """
