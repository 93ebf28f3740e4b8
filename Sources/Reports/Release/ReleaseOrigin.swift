// SPDX-License-Identifier: Apache-2.0
import Provenance

/// What a release was made with. Two runs with the same origin give the same bytes.
package struct ReleaseOrigin: Hashable, Sendable {
  /// The program's.
  package let version: String
  /// Of returns, definitions and templates; `nil` where they were not recorded.
  package let snapshot: Digest?

  package init(version: String, snapshot: Digest?) {
    self.version = version
    self.snapshot = snapshot
  }
}
