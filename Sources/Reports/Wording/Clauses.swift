// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The clauses that sentences are put together from, one function a clause (methods.md §4).
///
/// A clause whose figure is missing is `nil` and left out of its sentence; a number is never empty.
struct Clauses: Sendable {
  let catalogue: MessageCatalogue
  let numbers: NumberText

  init(_ catalogue: MessageCatalogue) {
    self.catalogue = catalogue
    numbers = NumberText(language: catalogue.language)
  }

  /// 规模以上工业增加值54.91亿元.
  func level(_ figure: Figure, of subject: [Piece]) -> [Piece]? {
    guard let digits = figure.rounded else { return nil }
    let value = marked(.figure(numbers.grouped(digits), figure.name), of: figure)
    let unit = Piece.text(figure.unit.behindNumber(in: catalogue.language))
    return catalogue.pieces(.level, ["subject": subject, "value": value, "unit": [unit]])
  }

  /// 同比增长7.6%, 同比下降3.2%, 同比持平.
  func growth(_ figure: Figure) -> [Piece]? {
    directed(figure, rising: .growthRising, falling: .growthFalling, flat: .growthFlat)
  }

  /// 同比增长7.6%, or why there is no such number.
  func growthOrReason(_ figure: Figure) -> [Piece] {
    growth(figure) ?? catalogue.pieces(.growthMissing, ["reason": [.text(reason(of: figure))]])
  }

  /// 高于东莞市1.2个百分点, 低于全国0.4个百分点, 与广东省持平.
  func gap(_ figure: Figure, to area: String) -> [Piece]? {
    directed(
      figure, rising: .gapRising, falling: .gapFalling, flat: .gapFlat,
      ["area": [.text(area)]])
  }

  /// 占规模以上工业比重35.2%.
  func share(_ figure: Figure, ofTotal total: String) -> [Piece]? {
    guard let digits = figure.rounded else { return nil }
    let value = marked(.figure(numbers.grouped(digits), figure.name), of: figure)
    return catalogue.pieces(.share, ["value": value, "total": [.text(total)]])
  }

  /// 比上年同期提高0.4个百分点.
  func shareChange(_ figure: Figure) -> [Piece]? {
    directed(
      figure, rising: .shareChangeRising, falling: .shareChangeFalling, flat: .shareChangeFlat)
  }

  /// 拉动规模以上工业增长2.1个百分点.
  func pull(_ figure: Figure, onTotal total: String) -> [Piece]? {
    directed(
      figure, rising: .pullRising, falling: .pullFalling, flat: .pullFlat,
      ["total": [.text(total)]])
  }

  /// Picks the word by the direction of the printed digits and gives it their magnitude.
  func directed(
    _ figure: Figure, rising: Message, falling: Message, flat: Message,
    _ others: [String: [Piece]] = [:]
  ) -> [Piece]? {
    guard let digits = figure.rounded else { return nil }
    let magnitude = marked(.figure(numbers.magnitude(digits), figure.name), of: figure)
    let values = others.merging(["value": magnitude]) { other, _ in other }
    switch Direction(rounded: digits) {
    case .rising: return catalogue.pieces(rising, values)
    case .falling: return catalogue.pieces(falling, values)
    case .flat: return catalogue.pieces(flat, values)
    }
  }

  /// 约2.1 where the figure is approximate.
  private func marked(_ piece: Piece, of figure: Figure) -> [Piece] {
    figure.isApproximate ? catalogue.pieces(.approximateValue, ["value": [piece]]) : [piece]
  }

  func reason(of figure: Figure) -> String {
    guard case .missing(let reason) = figure.value else { return "" }
    return catalogue.text(reason.message)
  }
}
