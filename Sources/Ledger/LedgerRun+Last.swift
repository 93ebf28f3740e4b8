// SPDX-License-Identifier: Apache-2.0
import GRDB

extension Ledger {
  /// How the last run before one ended that asked for the same, whatever it read; `nil` where there was
  /// none. A run that was killed has no end and does not count.
  package func lastEnd(
    like run: LedgerRun, before number: Int64
  ) throws(LedgerError) -> LedgerRunEnd? {
    try read { database in
      let row = try Row.fetchOne(
        database,
        sql: """
          SELECT outcome, status, sentence, milliseconds FROM run
          WHERE command = ? AND arguments = ? AND id < ? AND outcome IS NOT NULL
          ORDER BY id DESC LIMIT 1
          """, arguments: [run.command, run.arguments, number])
      guard let row, let outcome = LedgerRunEnd.Outcome(rawValue: row["outcome"]) else {
        return nil
      }
      return LedgerRunEnd(
        outcome: outcome, status: row["status"], sentence: row["sentence"],
        milliseconds: row["milliseconds"])
    }
  }
}
