// SPDX-License-Identifier: Apache-2.0

/// An area that figures are of: the office's own, or a wider or other one (地区). Defined as data,
/// in `Input/reference/areas.yml`.
package struct Area: Hashable, Sendable, Identifiable {
  /// Lower-case words joined by `_`: `dongguan`.
  package let id: String
  package let name: LocalizedName
  /// Other words that titles and rows use for it.
  package let aliases: [String]
  /// Whether it is the office's own; exactly one is.
  package let isOwn: Bool
  /// Whether the office's figures are held against it (对比地区).
  package let isComparator: Bool

  package init(
    id: String, name: LocalizedName, aliases: [String], isOwn: Bool, isComparator: Bool = false
  ) {
    self.isComparator = isComparator
    self.id = id
    self.name = name
    self.aliases = aliases
    self.isOwn = isOwn
  }

  /// The id of the office's own area, which is `own` where none is defined.
  package static func ownID(among areas: [Area]) -> String {
    areas.first(where: \.isOwn)?.id ?? "own"
  }
}
