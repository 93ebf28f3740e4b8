// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Statistics

extension ReportBuilder {
  /// 变化最大的三个行业：电子信息制造业增速比上月加快2.1个百分点；…: the three sectors whose growth changed
  /// most against the last survey period, either way; `nil` where there is none to compare with.
  func changes() throws(ReportError) -> Paragraph? {
    guard let headline, content.period.isSurveyPeriod, content.period.months.lowerBound > 1 else {
      return nil
    }
    var changes: [(size: Ratio, words: [Piece])] = []
    for sector in try sectorsWithData() where sector.id != Figures.total {
      let change = try figure(.yoyChange, of: sector, headline)
      guard let exact = change.exact, Direction(change) != .flat,
        let clause = try growthChange(of: sector, headline)
      else { continue }
      let size = exact < .zero ? (try? Ratio.zero.subtracting(exact)) ?? exact : exact
      let name: [Piece] = [.text(subject.name(sector, headline))]
      changes.append(
        (size, Sentence(of: name, amount: nil, [clause]).pieces(in: catalogue)))
    }
    guard !changes.isEmpty else { return nil }
    // Stable: the order of printing decides among equals.
    let largest = changes.enumerated().sorted {
      $0.element.size != $1.element.size
        ? $0.element.size > $1.element.size : $0.offset < $1.offset
    }.prefix(3).map(\.element.words)
    return Paragraph(
      catalogue.pieces(
        .largestChanges,
        ["list": Array(largest.joined(separator: catalogue.pieces(.semicolon)))])
        + catalogue.pieces(.stop))
  }
}
