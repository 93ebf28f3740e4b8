// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Statistics

extension ReportBuilder {
  /// Indicators whose level is spent and not produced: by their id, as the catalogue of indicators
  /// names them.
  private func isInvestment(_ indicator: Indicator) -> Bool {
    indicator.id.hasSuffix("investment")
  }

  /// 投资情况: a sentence an indicator; `nil` where no file carries any.
  func investmentSection() throws(ReportError) -> ReportSection? {
    guard let total else { return nil }
    var paragraphs: [Paragraph] = []
    for indicator in content.figures.indicators where isInvestment(indicator) {
      guard try hasData(total, indicator) else { continue }
      let name: [Piece] = [.text(indicator.name[language])]
      let sentence = Sentence(
        of: name, amount: clauses.level(try figure(.level, of: total, indicator), of: name),
        [
          clauses.growth(try figure(.yoy, of: total, indicator)),
          try growthChange(of: total, indicator),
        ])
      guard !sentence.isEmpty else { continue }
      paragraphs.append(Paragraph(sentence.pieces(in: catalogue) + catalogue.pieces(.stop)))
    }
    return paragraphs.isEmpty ? nil : section(.investmentHeading, paragraphs)
  }
}
