// SPDX-License-Identifier: Apache-2.0
import GRDB

/// Why the ledger cannot be used.
package struct LedgerError: Error, Hashable {
  package enum Kind: Hashable, Sendable {
    /// The file system does not let it: disk full, no permission, an input or output error.
    case cannotWrite
    /// The file is not what SQLite wrote.
    case damaged
    /// Written by a newer program, or not yet brought to this one's schema.
    case otherVersion
  }

  package let path: String
  package let kind: Kind
  /// SQLite's words, in English.
  package let reason: String

  static func catching<Value>(
    _ path: String, _ work: () throws -> Value
  ) throws(LedgerError) -> Value {
    do { return try work() } catch let error as LedgerError {
      throw error
    } catch let error as DatabaseError {
      throw LedgerError(path: path, kind: kind(of: error), reason: error.message ?? "")
    } catch {
      throw LedgerError(path: path, kind: .damaged, reason: "\(error)")
    }
  }

  private static func kind(of error: DatabaseError) -> Kind {
    switch error.resultCode {
    case .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM,
      .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_NOMEM, .SQLITE_INTERRUPT:
      .cannotWrite
    default: .damaged
    }
  }
}
