// SPDX-License-Identifier: Apache-2.0
import Statistics

extension ReportBuilder {
  /// The figure's cell: digits, or a symbol with the reason why there are none.
  ///
  /// - Parameters:
  ///   - decimals: The most decimals of the column, for lining up its points.
  ///   - marksBureau: Whether a bureau's figure is marked, as in a table that is mostly own sums.
  func cell(
    _ figure: Figure, decimals: Int, marksBureau: Bool, _ notes: inout TableNotes
  ) -> TableCell {
    switch figure.value {
    case .missing(let reason):
      return TableCell(
        text: notes.symbol(for: reason), figure: nil, reason: catalogue.text(reason.message))
    case .known(let ratio):
      var mark: String?
      if figure.isApproximate {
        mark = notes.mark(.approximateNote)
      } else if marksBureau, figure.origin == .bureau {
        mark = notes.mark(.bureauNote)
      }
      return TableCell(
        text: numbers.grouped(ratio.rounded(decimals: figure.decimals)),
        figure: figure.name.description, mark: mark,
        padding: padding(figure.decimals, upTo: decimals))
    }
  }

  /// A point's and digits' width of blanks, so that 12 and 3.45 stand point under point.
  func padding(_ decimals: Int, upTo most: Int) -> String? {
    guard decimals < most else { return nil }
    let figureSpace = "\u{2007}"
    let punctuationSpace = "\u{2008}"
    return (decimals == 0 ? punctuationSpace : "")
      + String(repeating: figureSpace, count: most - decimals)
  }

  /// Where the figures of a table come from: bureau, own sums, or both.
  func sourceNote(of figures: [Figure]) -> Message {
    let origins = Set(figures.filter { $0.exact != nil }.map(\.origin))
    switch (origins.contains(.bureau), origins.contains(.returns)) {
    case (true, false): return .bureauSource
    case (true, true): return .mixedSource
    default: return .returnsSource
    }
  }
}
