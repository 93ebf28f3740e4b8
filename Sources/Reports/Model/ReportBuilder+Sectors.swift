// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Statistics

extension ReportBuilder {
  /// 二、行业情况: a sentence a sector, then the table of all.
  func sectorSection() throws(ReportError) -> ReportSection? {
    guard let headline else { return nil }
    let sectors = try sectorsWithData()
    guard !sectors.isEmpty else { return nil }
    var paragraphs: [Paragraph] = []
    for sector in sectors where sector.id != Figures.total {
      let sentence = try sentence(about: sector, headline)
      guard !sentence.isEmpty else { continue }
      paragraphs.append(
        Paragraph(sentence.pieces(in: catalogue) + catalogue.pieces(.stop)))
    }
    let table = try sectorTable(sectors, headline)
    return section(
      .sectorsHeading, paragraphs,
      charts: [try sectorMultiples(), try sectorShares(table: table)], tables: [table])
  }

  /// 电子信息制造业增加值19.32亿元，同比增长8.2%，占规模以上工业比重35.2%，比上年同期提高0.4个百分点，
  /// 拉动规模以上工业增长2.9个百分点。
  private func sentence(
    about sector: Sector, _ indicator: Indicator
  ) throws(ReportError) -> Sentence {
    let name: [Piece] = [.text(subject.name(sector, indicator))]
    let share = clauses.share(
      try figure(.share, of: sector, indicator), ofTotal: totalInSentence)
    let shareChange = clauses.shareChange(try figure(.shareChange, of: sector, indicator))
    let pull = clauses.pull(
      try figure(.pull, of: sector, indicator), onTotal: totalInSentence)
    return Sentence(
      of: name, amount: clauses.level(try figure(.level, of: sector, indicator), of: name),
      [
        clauses.growth(try figure(.yoy, of: sector, indicator)), share,
        share == nil ? nil : shareChange, pull,
      ])
  }
}
