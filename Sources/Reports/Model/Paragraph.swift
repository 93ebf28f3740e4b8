// SPDX-License-Identifier: Apache-2.0
import Statistics

/// One or more sentences, in pieces that keep each number's name.
struct Paragraph: Sendable {
  let pieces: [Piece]

  init(_ pieces: [Piece]) {
    self.pieces = pieces.merged
  }

  init(_ text: String) {
    pieces = [.text(text)]
  }
}

extension Paragraph: TemplateModel {
  static let fields: [TemplateField<Paragraph>] = [
    .list("pieces", "Words and figures in turn.") { $0.pieces }
  ]
}

extension Piece: TemplateModel {
  static let fields: [TemplateField<Piece>] = [
    .text("text", "The words, or the figure's digits.") { $0.text },
    .text("figure", "The figure's name; absent for words.") { $0.figure?.description },
  ]
}
