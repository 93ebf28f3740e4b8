// SPDX-License-Identifier: Apache-2.0

/// A named set of classification codes or of register flags (口径).
///
/// Sectors overlap: 电子信息制造业 is also part of 高技术制造业. Only a declared partition adds up.
package struct Sector: Hashable, Sendable, Identifiable {
  /// What decides that a unit belongs to it.
  package enum Definition: Hashable, Sendable {
    /// The classes (小类) it covers; a unit belongs by its industry code.
    case classes(Set<String>)
    /// A flag of the register, such as 智能装备.
    case flag(String)
    /// No list is known: only a bureau's tables carry it.
    case published
  }

  /// How well the definition is known; an assumed one is labelled so wherever it is printed.
  package enum Standing: String, Hashable, Sendable, CaseIterable {
    case documented, assumed
  }

  /// The second part of a figure's name: `high_tech`.
  package let id: String
  package let name: LocalizedName
  /// Other words that a bureau's tables use for it.
  package let aliases: [String]
  package let definition: Definition
  package let standing: Standing
  /// Where the definition was read, and what a reader must know of it.
  package let note: LocalizedName

  package init(
    id: String, name: LocalizedName, aliases: [String], definition: Definition,
    standing: Standing, note: LocalizedName
  ) {
    self.id = id
    self.name = name
    self.aliases = aliases
    self.definition = definition
    self.standing = standing
    self.note = note
  }
}
