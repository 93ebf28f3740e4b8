// SPDX-License-Identifier: Apache-2.0

/// What the parts contribute to a total: bars from zero, each beginning where the one before it
/// ends, and the total last. One row a part, so that long names have room.
///
/// The parts need not add up to the total: what rounding or a part left out takes is then seen as
/// the distance between the last part and the total.
struct WaterfallChart: Chart {
  struct Part: Hashable, Sendable {
    let name: String
    let number: ChartNumber
  }

  let caption: ChartCaption
  /// Behind a number in a sentence: 个百分点.
  let unit: String
  /// In the order of the rows.
  let parts: [Part]
  let total: Part

  func description(in catalogue: MessageCatalogue) -> String {
    let items = parts + [total]
    return catalogue.text(
      .chartWaterfallDescription,
      ["items": items.map { catalogue.item($0.name, $0.number, unit) }.joined()])
  }

  func body(on canvas: ChartCanvas) -> ChartBody {
    let all = parts + [total]
    let rows = ChartRows(
      names: all.map(\.name), numbers: all.map(\.number),
      around: sums + [total.number.thousandths], on: canvas)
    let negative = AreaFill(canvas.palette.colour(1), .diagonal, on: canvas)
    let last = rows.bar(at: parts.count, from: 0, to: total.number.thousandths)
    return ChartBody(
      height: rows.height, definitions: negative.definition,
      marks: rows.grid(on: canvas) + filled(bars(rows) { $0 >= 0 }, canvas.palette.colour(1))
        + filled(bars(rows) { $0 < 0 }, negative.paint)
        + stroked(bars(rows) { $0 < 0 }, negative.colour) + filled(last, canvas.palette.text)
        + stroked(connectors(rows), canvas.palette.muted)
        + rows.texts(bold: parts.map { _ in false } + [true], ends: ends, on: canvas))
  }

  /// Zero, and where each part ends; within what fits.
  private var sums: [Int] {
    var sum = 0
    var sums = [0]
    for part in parts {
      let (next, isTooLarge) = sum.addingReportingOverflow(part.number.thousandths)
      if !isTooLarge, (-ChartNumber.limit...ChartNumber.limit).contains(next) { sum = next }
      sums.append(sum)
    }
    return sums
  }

  private func bars(_ rows: ChartRows, _ isWanted: (Int) -> Bool) -> String {
    let sums = sums
    return parts.indices.filter { isWanted(parts[$0].number.thousandths) }
      .map { rows.bar(at: $0, from: sums[$0], to: sums[$0 + 1]) }.joined()
  }

  /// From the end of a bar down to the next one's beginning.
  private func connectors(_ rows: ChartRows) -> String {
    let sums = sums
    return parts.indices.map { row in
      let x = pixels(rows.x(sums[row + 1]))
      return "M\(x) \(pixels(rows.barBottom(row)))V\(pixels(rows.barTop(row + 1)))"
    }.joined()
  }

  /// The right ends of the bars, where their values stand.
  private var ends: [Int] {
    let sums = sums
    return parts.indices.map { max(sums[$0], sums[$0 + 1]) } + [max(0, total.number.thousandths)]
  }
}
