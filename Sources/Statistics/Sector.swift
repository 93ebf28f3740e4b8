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

  /// A definition that another one followed.
  package struct EarlierDefinition: Hashable, Sendable {
    package let definition: Definition
    /// The first survey period in which it was no longer in force.
    package let until: Period

    package init(_ definition: Definition, until: Period) {
      self.definition = definition
      self.until = until
    }
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
  /// The one in force today.
  package let definition: Definition
  /// Those that were in force before, oldest first, each until the survey period before `until`.
  package let earlier: [EarlierDefinition]
  package let standing: Standing
  /// Where the definition was read, and what a reader must know of it.
  package let note: LocalizedName

  package init(
    id: String, name: LocalizedName, aliases: [String], definition: Definition,
    earlier: [EarlierDefinition] = [], standing: Standing, note: LocalizedName
  ) {
    self.earlier = earlier
    self.id = id
    self.name = name
    self.aliases = aliases
    self.definition = definition
    self.standing = standing
    self.note = note
  }
}

extension Sector {
  /// The definition in force in a period; in a longer one, that at its end.
  package func definition(in period: Period) -> Definition {
    earlier.first { period.lastSurveyPeriod < $0.until }?.definition ?? definition
  }

  /// The survey periods from which on another definition holds, oldest first.
  package var breaks: [Period] { earlier.map(\.until) }
}
