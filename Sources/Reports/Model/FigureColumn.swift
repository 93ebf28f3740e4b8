// SPDX-License-Identifier: Apache-2.0
import Statistics

/// A column of figures: one basis and measure.
struct FigureColumn: Hashable, Sendable {
  let basis: Basis
  let measure: Measure
}

extension Measure {
  /// The head of its column.
  var heading: Message {
    switch self {
    case .level: .measureLevel
    case .yoy: .measureYoy
    case .yoyChange: .measureYoyChange
    case .share: .measureShare
    case .shareChange: .measureShareChange
    case .pull: .measurePull
    }
  }
}
