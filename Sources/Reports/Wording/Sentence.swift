// SPDX-License-Identifier: Apache-2.0
import Statistics

/// A subject and what is said of it: 电子信息制造业增加值19.32亿元，同比增长8.2%，….
struct Sentence: Hashable, Sendable {
  let subject: [Piece]
  /// The subject with its amount, which replaces the bare subject; `nil` without an amount.
  let amount: [Piece]?
  let clauses: [[Piece]]

  init(of subject: [Piece], amount: [Piece]?, _ clauses: [[Piece]?]) {
    self.subject = subject
    self.amount = amount
    self.clauses = clauses.compactMap(\.self)
  }

  /// `nil` where nothing can be said.
  var isEmpty: Bool { amount == nil && clauses.isEmpty }

  /// Without the stop at the end.
  func pieces(in catalogue: MessageCatalogue) -> [Piece] {
    let comma = catalogue.pieces(.comma)
    var rest = clauses[...]
    var pieces = amount ?? subject
    if amount == nil, let first = rest.popFirst() {
      pieces = catalogue.pieces(.subjectThenClause, ["subject": subject, "clause": first])
    }
    for clause in rest { pieces += comma + clause }
    return pieces
  }
}
