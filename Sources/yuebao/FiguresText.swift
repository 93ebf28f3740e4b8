// SPDX-License-Identifier: Apache-2.0
import Reports
import Statistics

/// Figures as aligned tables for a terminal.
struct FiguresText {
  let words: FigureWords
  let catalogue: MessageCatalogue

  /// A row a figure.
  func table(of figures: [Figure]) -> String {
    var table = TextTable(
      header: ["figure", "name", "value", "unit", "note"].map(head), rightAligned: [2])
    table.rows = figures.map { figure in
      [
        figure.name.description.onOneLine, words.name(of: figure.name).onOneLine,
        figure.rounded ?? "—", words.unit(of: figure), note(on: figure),
      ]
    }
    return table.lines.joined(separator: "\n")
  }

  private func note(on figure: Figure) -> String {
    let note = words.note(on: figure)
    guard figure.origin == .bureau, figure.exact != nil else { return note }
    return [word("figures_bureau"), note].filter { !$0.isEmpty }.joined(
      separator: word("figures_and"))
  }

  // MARK: - Series

  /// A row a series: its course, and the values of the first and the last period.
  func table(of series: [FigureSeries], over periods: [Period]) -> String {
    let breaks = series.reduce(into: Set<Int>()) { $0.formUnion($1.breakPlaces) }
    var table = TextTable(
      header: [
        head("series"), head("name"), head("course"), span(periods.first), span(periods.last),
      ]
        + [head("unit"), head("note")],
      rightAligned: [3, 4])
    table.rows = series.map { series in
      [
        series.name.onOneLine, series.figures.first.map { words.name(of: $0.name).onOneLine } ?? "",
        TextSparkline.line(
          series.figures.map(\.rounded), marked: series.breakPlaces, spaced: breaks),
        series.figures.first?.rounded ?? "—", series.figures.last?.rounded ?? "—",
        series.figures.first.map(words.unit) ?? "", note(on: series),
      ]
    }
    return table.lines.joined(separator: "\n")
  }

  private func span(_ period: Period?) -> String { period?.description ?? "" }

  /// Breaks, how many values are missing, and each mark that one of the values has.
  private func note(on series: FigureSeries) -> String {
    var notes = series.breaks.map { word("figures_break", ["period": $0.description]) }
    let missing = series.figures.count { $0.exact == nil }
    if missing > 0 { notes.append(word("figures_missing", ["count": String(missing)])) }
    let known = series.figures.filter { $0.exact != nil }
    if known.contains(where: { $0.origin == .bureau }) { notes.append(word("figures_bureau")) }
    notes += words.notes(on: known.reduce(into: []) { $0.formUnion($1.marks) })
    return notes.joined(separator: word("figures_and"))
  }

  private func head(_ name: String) -> String { word("figures_head_" + name) }

  private func word(_ key: String, _ arguments: [String: String] = [:]) -> String {
    catalogue.text(of: Message(key, arguments))
  }
}
