// SPDX-License-Identifier: Apache-2.0

/// What value added is computed from output with: value-added rates and price indices by industry
/// (methods.md §2). From `Input/reference/value-added-rates.csv` and `output-prices.csv`.
package struct ValueAddedTables: Sendable {
  /// A number of one of the tables, with its cell.
  package struct Entry: Hashable, Sendable {
    package let value: ExactDecimal
    package let location: Location

    package init(value: ExactDecimal, location: Location) {
      self.value = value
      self.location = location
    }
  }

  private struct PriceKey: Hashable {
    let code: String
    let period: Period
    let basis: Basis
  }

  /// By category, each with the survey period from which on it holds, newest first.
  private var rates: [String: [(from: Period, entry: Entry)]] = [:]
  private var prices: [PriceKey: Entry] = [:]

  package init() {}

  package var isEmpty: Bool { rates.isEmpty }

  /// - Parameters:
  ///   - rate: value added as a part of gross output, in %.
  ///   - period: the first survey period that it is for.
  /// - Returns: whether there was none for the category and period before.
  package mutating func add(rate: Entry, of code: String, from period: Period) -> Bool {
    var all = rates[code] ?? []
    guard !all.contains(where: { $0.from == period }) else { return false }
    all.append((period, rate))
    rates[code] = all.sorted { $0.from > $1.from }
    return true
  }

  /// - Parameter price: the index of output prices; the same period of the year before is 100.
  /// - Returns: as above.
  package mutating func add(
    price: Entry, of code: String, in period: Period, basis: Basis
  ) -> Bool {
    prices.updateValue(price, forKey: PriceKey(code: code, period: period, basis: basis)) == nil
  }

  /// The rate of a class in a period: its own, or that of the nearest category above it that has one.
  package func rate(of code: String, in period: Period, _ tree: Classification) -> Entry? {
    lookUp(code, tree) { category in
      rates[category]?.first { $0.from <= period.lastSurveyPeriod }?.entry
    }
  }

  /// The price index of a class, likewise.
  package func price(
    of code: String, in period: Period, basis: Basis, _ tree: Classification
  ) -> Entry? {
    lookUp(code, tree) { prices[PriceKey(code: $0, period: period, basis: basis)] }
  }

  private func lookUp(
    _ code: String, _ tree: Classification, _ entry: (String) -> Entry?
  ) -> Entry? {
    for level in Classification.Level.allCases.reversed() {
      if let category = tree.category(of: code, at: level), let found = entry(category.code) {
        return found
      }
    }
    return nil
  }
}
