// SPDX-License-Identifier: Apache-2.0

/// Whom a release is for (发布对象).
package enum Audience: String, Hashable, Sendable, CaseIterable {
  /// The office and the leading group: everything.
  case `internal`
  /// Everyone: nothing of single units, and no value that fewer than three units stand behind
  /// (methods.md §7). Secondary suppression is not done.
  case `public`
}
