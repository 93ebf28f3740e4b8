// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Statistics

/// A figure as it is named on the command line: `value_added.electronics.ytd.yoy`, with or without
/// `@2021-05`.
struct FigureArgument {
  private let series: FigureName
  /// `nil` where the name leaves it open.
  let period: Period?

  var indicator: String { series.indicator }
  var sector: SectorName { SectorName(series.sector) }
  var measure: Measure { series.measure }

  func name(in period: Period) -> FigureName { series.with(period: period) }

  /// Reads one, without resolving its ids; the refusal says what is taken.
  ///
  /// Behind the last `@` stands the period, unless a measure ends the text: a part of a sector may hold
  /// an `@` too.
  static func parse(_ text: String) throws -> FigureArgument {
    guard let at = text.lastIndex(of: "@"), Measure(rawValue: ending(text[at...])) == nil else {
      return FigureArgument(series: try series(text[...], in: anyPeriod), period: nil)
    }
    let period: Period?
    switch try PeriodSelection.parse(String(text[text.index(after: at)...])) {
    case .latest: period = nil
    case .single(let single): period = single
    case .range: throw ValidationError(oneForOnePeriod)
    }
    return FigureArgument(series: try series(text[..<at], in: period ?? anyPeriod), period: period)
  }

  static let oneForOnePeriod = "A figure is explained for one period, not for a range."

  /// What stands behind the last dot.
  private static func ending(_ text: Substring) -> String {
    String(text.split(separator: ".", omittingEmptySubsequences: false).last ?? "")
  }

  private static func series(
    _ text: Substring, in period: Period?
  ) throws -> FigureName {
    if let period, let name = FigureName(series: text, period: period) { return name }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count >= 4 else {
      throw ValidationError(
        "'\(text)' is no figure. Use indicator.sector.basis.measure, such as "
          + "value_added.electronics.ytd.yoy, with or without @2021-05.")
    }
    try require(parts[parts.count - 2], "basis", among: Basis.allCases.map(\.rawValue))
    try require(parts[parts.count - 1], "measure", among: Measure.allCases.map(\.rawValue))
    throw ValidationError("'\(text)' is no figure.")
  }

  private static func require(_ name: String, _ kind: String, among known: [String]) throws {
    guard !known.contains(name) else { return }
    let near = suggestion(for: name, among: known).map { " Did you mean \($0)?" } ?? ""
    throw ValidationError(
      "'\(name)' is no \(kind).\(near) Known: \(known.joined(separator: ", ")).")
  }

  /// Stands in until the period is known.
  private static let anyPeriod = Period.year(2000)
}
