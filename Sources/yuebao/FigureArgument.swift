// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Statistics

/// A figure as it is named on the command line, `value_added.electronics.ytd.yoy` with or without
/// `@2021-05`, in its parts as they are typed.
struct FigureArgument: Hashable {
  let indicator: String
  let sector: String
  let basis: String
  let measure: String
  /// `nil` where the name leaves it open.
  let period: Period?

  /// Reads one; no name is looked up. The refusal says what is taken.
  ///
  /// Behind the last `@` stands the period, unless a basis and a measure end the text: a part of a
  /// sector may hold an `@` too.
  static func parse(_ text: String) throws -> FigureArgument {
    if let at = text.lastIndex(of: "@"), !hasEnd(text[at...]) {
      let period = try period(String(text[text.index(after: at)...]))
      return try FigureArgument(text[..<at], period)
    }
    return try FigureArgument(text[...], nil)
  }

  private init(_ series: Substring, _ period: Period?) throws {
    let parts = series.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count >= 4 else {
      throw ValidationError(
        "'\(series)' is no figure. Use indicator.sector.basis.measure, such as "
          + "value_added.electronics.ytd.yoy, with or without @2021-05.")
    }
    indicator = parts[0]
    sector = parts[1..<(parts.count - 2)].joined(separator: ".")
    basis = parts[parts.count - 2]
    measure = parts[parts.count - 1]
    self.period = period
  }

  private static func hasEnd(_ text: Substring) -> Bool {
    let end = text.split(separator: ".", omittingEmptySubsequences: false).suffix(2).map(
      String.init)
    return end.count == 2 && Basis(rawValue: end[0]) != nil && Measure(rawValue: end[1]) != nil
  }

  private static func period(_ text: String) throws -> Period? {
    switch try PeriodSelection.parse(text) {
    case .latest: return nil
    case .single(let period): return period
    case .range: throw ValidationError(oneForOnePeriod)
    }
  }

  static let oneForOnePeriod = "A figure is explained for one period, not for a range."
}
