// SPDX-License-Identifier: Apache-2.0
import Statistics

/// What sentences are made of: words, and figures that stay traceable to their names.
enum Piece: Hashable, Sendable {
  case text(String)
  /// The printed digits and the figure they are of.
  case figure(String, FigureName)

  var text: String {
    switch self {
    case .text(let text): text
    case .figure(let digits, _): digits
    }
  }

  var figure: FigureName? {
    if case .figure(_, let name) = self { name } else { nil }
  }
}

extension [Piece] {
  var text: String { map(\.text).joined() }

  /// Neighbouring words become one piece, so that a template prints no seams.
  var merged: [Piece] {
    reduce(into: []) { pieces, piece in
      if case .text(let next) = piece, case .text(let last) = pieces.last {
        pieces[pieces.count - 1] = .text(last + next)
      } else {
        pieces.append(piece)
      }
    }
  }
}
