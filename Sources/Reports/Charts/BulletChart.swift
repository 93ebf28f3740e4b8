// SPDX-License-Identifier: Apache-2.0
import Plan

/// Targets as bars, one row each: the value as a bar, the promised number as an upright mark, what is
/// expected by now as a small triangle below, and the light as a shape with its word.
///
/// Each row has a scale of its own from zero, since units differ.
struct BulletChart: Chart {
  struct Row: Hashable, Sendable {
    let name: String
    /// `nil` where there is none yet.
    let value: ChartNumber?
    let target: ChartNumber
    /// The promise in words: 60亿元以上.
    let promise: String
    /// `nil` where the target has no path.
    let expected: ChartNumber?
    /// Behind a number in a sentence, as `UnitOfMeasure.prose` gives it.
    let unit: String
    let light: Light
    /// The light's word.
    let status: String
  }

  let caption: ChartCaption
  let rows: [Row]

  func description(in catalogue: MessageCatalogue) -> String {
    let items = rows.map { row in
      catalogue.text(
        .chartBulletItem,
        [
          "name": cut(row.name, to: 60),
          "value": row.value.map { catalogue.amount($0, row.unit) }
            ?? catalogue.text(.chartNoValue),
          "target": cut(row.promise, to: 40),
          "expected": row.expected.map { catalogue.amount($0, row.unit) } ?? "",
          "status": cut(row.status, to: 20),
        ])
    }
    return catalogue.text(.chartBulletDescription, ["items": items.joined()])
  }

  func body(on canvas: ChartCanvas) -> ChartBody {
    let layout = BulletLayout(canvas)
    var (tracks, values, targets, expected, zeros) = ("", "", "", "", "")
    for (index, row) in rows.enumerated() {
      let bar = BulletBar(row, layout, at: index)
      tracks += bar.track
      values += bar.value
      targets += bar.target
      expected += bar.expected
      zeros += bar.zero
    }
    let palette = canvas.palette
    let used = Light.allCases.filter { light in rows.contains { $0.light == light } }
    return ChartBody(
      height: layout.height(rows.count),
      definitions: used.map { $0.symbol(on: canvas) }.joined(),
      marks: key(layout, canvas) + filled(tracks, palette.grid)
        + filled(values, palette.colour(1)) + stroked(zeros, palette.muted)
        + stroked(targets, palette.text, width: "3") + filled(expected, palette.text)
        + layout.texts(of: rows, on: canvas))
  }

  /// What bar, mark and triangle are.
  private func key(_ layout: BulletLayout, _ canvas: ChartCanvas) -> String {
    let words = [Message.chartActual, .chartTarget, .chartExpected].map {
      canvas.catalogue.text($0)
    }
    var x = layout.barLeft
    var texts = ""
    var places: [Int] = []
    for word in words {
      places.append(x)
      texts += canvas.label(word, at: ChartPlace(x: x + 220, y: 160), fill: canvas.palette.muted)
      x += 220 + labelWidth(word) * 10 + 200
    }
    return filled(
      barPath(x: places[0], y: 80, width: 160, height: 80), canvas.palette.colour(1))
      + stroked("M\(pixels(places[1] + 120)) 5V19", canvas.palette.text, width: "3")
      + filled(BulletBar.triangle(x: places[2] + 120, y: 80), canvas.palette.text) + texts
  }
}
