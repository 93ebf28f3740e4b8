// SPDX-License-Identifier: Apache-2.0

/// One bar from zero a row, with a mark for an earlier value: shares of sectors that overlap, growth
/// by industry.
struct RowChart: Chart {
  struct Row: Hashable, Sendable {
    let name: String
    let number: ChartNumber
    /// `nil` where there is none.
    var earlier: ChartNumber?
    /// For the total.
    var isBold = false
  }

  let caption: ChartCaption
  /// Behind a number in a sentence.
  let unit: String
  /// In the order of the picture.
  let rows: [Row]
  /// What the bars are: 2021年1—5月.
  let name: String
  /// What the marks are: 上年同期.
  let earlierName: String

  func description(in catalogue: MessageCatalogue) -> String {
    let items = rows.map { row in
      catalogue.text(
        .chartRowItem,
        [
          "name": cut(row.name, to: 60), "value": catalogue.amount(row.number, unit),
          "earlier": row.earlier.map { catalogue.amount($0, unit) } ?? "",
          "earlier_name": cut(earlierName, to: 40),
        ])
    }
    return catalogue.text(
      .chartRowDescription, ["name": cut(name, to: 40), "items": items.joined()])
  }

  func body(on canvas: ChartCanvas) -> ChartBody {
    let numbers = rows.map(\.number)
    let drawn = numbers + rows.compactMap(\.earlier)
    let layout = ChartRows(
      names: rows.map(\.name), numbers: numbers, around: drawn.map(\.thousandths), top: 30,
      on: canvas)
    let ends = rows.map { max(0, $0.number.thousandths, $0.earlier?.thousandths ?? 0) }
    let negative = AreaFill(canvas.palette.colour(1), .diagonal, on: canvas)
    return ChartBody(
      height: layout.height, definitions: negative.definition,
      marks: key(layout, canvas) + layout.grid(on: canvas)
        + filled(bars(layout) { $0 >= 0 }, canvas.palette.colour(1))
        + filled(bars(layout) { $0 < 0 }, negative.paint)
        + stroked(bars(layout) { $0 < 0 }, negative.colour)
        + stroked(marks(layout), canvas.palette.text, width: "2.4")
        + layout.texts(bold: rows.map(\.isBold), ends: ends, on: canvas))
  }

  private func bars(_ layout: ChartRows, _ isWanted: (Int) -> Bool) -> String {
    rows.indices.filter { isWanted(rows[$0].number.thousandths) }.map {
      layout.bar(at: $0, from: 0, to: rows[$0].number.thousandths)
    }.joined()
  }

  private func marks(_ layout: ChartRows) -> String {
    rows.indices.map { index in
      rows[index].earlier.map {
        "M\(pixels(layout.x($0.thousandths))) \(pixels(layout.barTop(index) - 20))v20"
      } ?? ""
    }.joined()
  }

  /// What bar and mark are.
  private func key(_ layout: ChartRows, _ canvas: ChartCanvas) -> String {
    let x = layout.left
    let room = (canvas.width - x) / 20 - 36
    let first = fittedLabel(name, width: room, lines: 1).first ?? ""
    let bar =
      filled(barPath(x: x, y: 60, width: 160, height: 100), canvas.palette.colour(1))
      + canvas.label(first, at: ChartPlace(x: x + 220, y: 150), fill: canvas.palette.muted)
    guard rows.contains(where: { $0.earlier != nil }) else { return bar }
    let next = x + 220 + labelWidth(first) * 10 + 160
    let second = fittedLabel(earlierName, width: room, lines: 1).first ?? ""
    return bar + stroked("M\(pixels(next)) 3v16", canvas.palette.text, width: "2.4")
      + canvas.label(second, at: ChartPlace(x: next + 80, y: 150), fill: canvas.palette.muted)
  }
}
