// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Statistics

extension ReportBuilder {
  /// How much each division pulls the total's growth: the largest each way, the others together.
  ///
  /// - Parameter rows: divisions with their pull, the largest first.
  func waterfall(
    _ rows: [(name: String, pull: Figure)], _ indicator: Indicator, table: Table
  ) throws(ReportError) -> ChartFrame? {
    guard let total else { return nil }
    let growth = try figure(.yoy, of: total, indicator)
    let known = rows.filter { $0.pull.exact != nil }
    guard let whole = growth.exact, known.count > 1, known.count == rows.count,
      let end = ChartNumber(whole, decimals: 1)
    else { return nil }
    let shown = known.count <= 9 ? known : Array(known.prefix(5) + known.suffix(3))
    var rest = whole
    var parts: [WaterfallChart.Part] = []
    for row in shown {
      guard let pull = row.pull.exact, let number = ChartNumber(pull, decimals: 1),
        let left = try? rest.subtracting(pull)
      else { return nil }
      rest = left
      parts.append(WaterfallChart.Part(name: row.name, number: number))
    }
    if known.count > shown.count, let number = ChartNumber(rest, decimals: 1) {
      parts.insert(
        WaterfallChart.Part(name: catalogue.text(.waterfallRest), number: number), at: 5)
    }
    let title = waterfallTitle(shown[0], growth, indicator)
    let chart = WaterfallChart(
      caption: ChartCaption(
        id: "pulls", title: title.text, unit: catalogue.text(.waterfallUnit)),
      unit: UnitOfMeasure.percentagePoint.prose(in: language), parts: parts,
      total: WaterfallChart.Part(name: totalInSentence, number: end))
    return frame(chart, title: Paragraph(title), table: table)
  }

  /// 计算机、通信和其他电子设备制造业拉动规模以上工业增长5.2个百分点，居各行业大类之首.
  private func waterfallTitle(
    _ first: (name: String, pull: Figure), _ growth: Figure, _ indicator: Indicator
  ) -> [Piece] {
    let clause = clauses.pull(first.pull, onTotal: totalInSentence) ?? []
    return catalogue.pieces(
      .waterfallTitle, ["name": [.text(first.name)], "clause": clause]
    ).merged
  }
}
