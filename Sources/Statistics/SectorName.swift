// SPDX-License-Identifier: Apache-2.0

/// The second part of a figure's name: a sector, or one part of its breakdown.
///
/// `electronics`; `total/division=39`; `electronics/community=官桥`. A part may hold dots and
/// slashes; the sector's id holds neither.
package struct SectorName: Hashable, Sendable {
  /// `Sector.id`.
  package let sector: String
  package let part: Part?

  /// One value of a dimension that a sector is broken down by.
  package struct Part: Hashable, Sendable {
    package let dimension: Dimension
    /// A category's code, or the register's text; empty for units without one.
    package let value: String

    package init(_ dimension: Dimension, _ value: String) {
      self.dimension = dimension
      self.value = value
    }
  }

  /// What a sector can be broken down by.
  package enum Dimension: Hashable, Sendable {
    /// A level of the classification.
    case level(Classification.Level)
    /// A column of the register, by its id.
    case attribute(String)

    package init(_ id: String) {
      self = Classification.Level(rawValue: id).map { .level($0) } ?? .attribute(id)
    }

    package var id: String {
      switch self {
      case .level(let level): level.rawValue
      case .attribute(let id): id
      }
    }
  }

  package init(sector: String, part: Part? = nil) {
    self.sector = sector
    self.part = part
  }

  /// Reads what `description` writes; any text is a name, if only of a sector that does not exist.
  package init(_ text: some StringProtocol) {
    guard let slash = text.firstIndex(of: "/") else {
      self.init(sector: String(text))
      return
    }
    let rest = text[text.index(after: slash)...]
    guard let equals = rest.firstIndex(of: "=") else {
      self.init(sector: String(text))
      return
    }
    let part = Part(
      Dimension(String(rest[..<equals])), String(rest[rest.index(after: equals)...]))
    self.init(sector: String(text[..<slash]), part: part)
  }
}

extension SectorName: CustomStringConvertible {
  package var description: String {
    part.map { "\(sector)/\($0.dimension.id)=\($0.value)" } ?? sector
  }
}
