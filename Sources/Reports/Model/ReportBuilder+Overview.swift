// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Statistics

extension ReportBuilder {
  /// 一、总体情况: the total, then the other indicators in one sentence.
  func overview() throws(ReportError) -> ReportSection {
    var paragraphs: [Paragraph] = []
    if let headline, let total {
      paragraphs.append(try totalParagraph(total, headline))
    }
    if let others = try otherIndicators() { paragraphs.append(others) }
    if let changes = try changes() { paragraphs.append(changes) }
    let chart = try chart()
    if chart == nil { paragraphs.append(Paragraph(catalogue.text(.chartAbsent))) }
    return section(.overviewHeading, paragraphs, charts: [chart])
  }

  /// 2021年1—5月，万江街道规模以上工业增加值54.91亿元，同比增长10.2%，增速比上月回落0.6个百分点，
  /// 高于东莞市1.2个百分点。
  ///
  /// The total is the one figure whose absence is said and not left out.
  private func totalParagraph(
    _ total: Sector, _ indicator: Indicator
  ) throws(ReportError) -> Paragraph {
    let level = try figure(.level, of: total, indicator)
    let growth = try figure(.yoy, of: total, indicator)
    let name: [Piece] = [.text(subject.name(total, indicator))]
    guard level.exact != nil || growth.exact != nil else {
      let reason = clauses.reason(of: level)
      return dated(catalogue.pieces(.noData, ["subject": name, "reason": [.text(reason)]]))
    }
    let sentence = Sentence(
      of: name, amount: clauses.level(level, of: name),
      [clauses.growthOrReason(growth), try growthChange(of: total, indicator)]
        + (try gaps(of: total, indicator)))
    return dated(sentence.pieces(in: catalogue))
  }

  /// Against each area that the growth is held against and whose table states its own.
  private func gaps(of sector: Sector, _ indicator: Indicator) throws(ReportError) -> [[Piece]?] {
    var clauses: [[Piece]?] = []
    for area in areas {
      let gap = try figure(.gap(area: area.id), of: sector, indicator)
      clauses.append(self.clauses.gap(gap, to: area.name[language]))
    }
    return clauses
  }

  /// Against the last survey period; `nil` in January–February and for longer periods, and where
  /// the change comes from another source than the growth beside it and would contradict it.
  func growthChange(
    of sector: Sector, _ indicator: Indicator
  ) throws(ReportError) -> [Piece]? {
    guard content.period.isSurveyPeriod, content.period.months.lowerBound > 1 else { return nil }
    let change = try figure(.yoyChange, of: sector, indicator)
    let growth = try figure(.yoy, of: sector, indicator)
    let before = try figure(
      .yoy, of: sector, indicator, at: content.period.previousSurveyPeriod)
    guard change.origin == growth.origin, before.origin == growth.origin else { return nil }
    return clauses.growthChange(change, growth: growth, before: before)
  }

  private func dated(_ sentence: [Piece]) -> Paragraph {
    Paragraph(
      catalogue.pieces(
        .datedSentence,
        [
          "period": [.text(period.title)], "area": [.text(content.publisher.area[language])],
          "sentence": sentence,
        ]) + catalogue.pieces(.stop))
  }

  /// 工业总产值250.32亿元，同比增长9.8%；出口交货值….
  private func otherIndicators() throws(ReportError) -> Paragraph? {
    guard let total else { return nil }
    var sentences: [[Piece]] = []
    for indicator in content.figures.indicators where indicator.id != content.headlineIndicator {
      let name = indicator.name[language]
      let subject: [Piece] = [.text(sentences.isEmpty ? name : Subject.midSentence(name))]
      let sentence = Sentence(
        of: subject,
        amount: clauses.level(try figure(.level, of: total, indicator), of: subject),
        [clauses.growth(try figure(.yoy, of: total, indicator))])
      if !sentence.isEmpty { sentences.append(sentence.pieces(in: catalogue)) }
    }
    guard !sentences.isEmpty else { return nil }
    let separator = catalogue.pieces(.semicolon)
    return Paragraph(Array(sentences.joined(separator: separator)) + catalogue.pieces(.stop))
  }
}
