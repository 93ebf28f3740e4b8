// SPDX-License-Identifier: Apache-2.0
import Statistics

/// How likely a target is kept at its deadline, from the spread of its value's own past changes.
///
/// Method: the changes from one survey period to the next have a mean m and a variance s² (divided by
/// their number less one). What comes after n more of them is taken as normal around value + n·m
/// with the variance n·s². A year's amount, which starts anew in January, is replaced by its last
/// twelve months. A rough guide, in whole percent, and the only number here that is computed in
/// binary floating point; from basic operations alone, so that every machine gives the same.
struct ArrivalProbability {
  /// Fewer changes give no probability.
  static let fewestChanges = 12

  /// The newest value.
  private let value: Double
  private let mean: Double
  private let variance: Double

  /// - Parameters:
  ///   - values: by survey period, oldest first; only neighbours make a change.
  /// - Returns: `nil` for too few changes, for changes that are all the same, and without a value at
  ///   `period`.
  init?(_ values: [(period: Period, value: Ratio)], at period: Period) {
    guard let last = values.last, last.period == period else { return nil }
    var changes: [Double] = []
    for (before, now) in zip(values, values.dropFirst())
    where before.period.nextSurveyPeriod == now.period {
      changes.append(now.value.approximation - before.value.approximation)
    }
    guard changes.count >= Self.fewestChanges else { return nil }
    let count = Double(changes.count)
    let mean = changes.reduce(0, +) / count
    variance = changes.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    guard variance > 0, variance.isFinite, mean.isFinite else { return nil }
    self.mean = mean
    value = last.value.approximation
  }

  /// The chance, in whole percent, that the value lies between the bounds after so many changes.
  /// 1…99: a spread of the past proves nothing.
  func percent(from lower: Ratio?, to upper: Ratio?, after changes: Int) -> Int {
    let middle = value + Double(changes) * mean
    let spread = (Double(changes) * variance).squareRoot()
    let low = lower.map { Self.normal(($0.approximation - middle) / spread) } ?? 0
    let high = upper.map { Self.normal(($0.approximation - middle) / spread) } ?? 1
    let percent = ((high - low) * 100).rounded()
    return percent.isNaN ? 1 : Int(min(max(percent, 1), 99))
  }

  /// The standard normal distribution function: ½ + φ(x) · Σ x^(2k+1) ÷ (1·3·…·(2k+1)) (Marsaglia,
  /// Evaluating the Normal Distribution, 2004).
  static func normal(_ x: Double) -> Double {
    guard x > -8 else { return 0 }
    guard x < 8 else { return 1 }
    var (term, sum, factor) = (x, x, 1.0)
    while true {
      factor += 2
      term *= x * x / factor
      let next = sum + term
      if next == sum { break }
      sum = next
    }
    return 0.5 + sum * exponential(-x * x / 2) * 0.398_942_280_401_432_7
  }

  /// e^x for −32…0, by halving and the series; the C library's may differ between machines.
  private static func exponential(_ x: Double) -> Double {
    let small = x / 256
    var (term, sum) = (1.0, 1.0)
    for place in 1...12 {
      term *= small / Double(place)
      sum += term
    }
    for _ in 0..<8 { sum *= sum }
    return sum
  }
}

extension Ratio {
  fileprivate var approximation: Double { Double(numerator) / Double(denominator) }
}

extension TargetCourse {
  /// - Returns: `nil` once it is due, and where the history is too short.
  func probability(at period: Period) throws(PlanError) -> Int? {
    guard !span.isDue(at: period), let end = Period(year: span.endYear, month: 12) else {
      return nil
    }
    var values: [(period: Period, value: Ratio)] = []
    for earlier in periods(upTo: period) {
      if let value = try comparableValue(at: earlier) { values.append((earlier, value)) }
    }
    guard let spread = ArrivalProbability(values, at: period) else { return nil }
    let lower = Ratio(target.value)
    let changes = period.nextSurveyPeriod.surveyPeriods(through: end).count
    let isRising = target.upper != nil || target.comparator.isUpwards
    return spread.percent(
      from: isRising ? lower : nil, to: target.upper.map { Ratio($0) } ?? (isRising ? nil : lower),
      after: changes)
  }

  /// A value that does not start anew in January: of a year's amount the last twelve months.
  private func comparableValue(at period: Period) throws(PlanError) -> Ratio? {
    guard let value = try value(at: period, isExact: true).exact else { return nil }
    guard accrual == .year, period.months.upperBound < 12 else { return value }
    let before = period.yearEarlier
    guard let end = Period(year: before.year, month: 12),
      let year = try self.value(at: end, isExact: true).exact,
      let part = try self.value(at: before, isExact: true).exact
    else { return nil }
    return try exactly { () throws(ArithmeticError) in
      try value.adding(year).subtracting(part)
    }
  }
}
