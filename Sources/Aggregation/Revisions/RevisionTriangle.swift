// SPDX-License-Identifier: Apache-2.0
import Statistics

/// What was published of one series over the periods, vintage by vintage (修订三角).
package struct RevisionTriangle: Sendable {
  /// One period.
  package struct Row: Sendable {
    package let period: Period
    /// The vintages in order; `nil` where the value was missing in one.
    package let values: [ExactFraction?]

    package init(period: Period, values: [ExactFraction?]) {
      self.period = period
      self.values = values
    }

    /// The newest known value less the first one; `nil` for a period with one known value or none,
    /// which says nothing of revisions.
    package var revision: ExactFraction? {
      let known = values.compactMap(\.self)
      guard known.count > 1, let first = known.first, let last = known.last else { return nil }
      return last - first
    }
  }

  /// The oldest period first.
  package let rows: [Row]

  package init(rows: [Row]) { self.rows = rows.sorted { $0.period < $1.period } }

  /// How large revisions were.
  ///
  /// As in Di Fonzo, "The OECD project on revisions analysis" (OECD, 2005): with R the revision of
  /// each of n periods, the mean revision is ΣR ÷ n, the mean absolute revision Σ|R| ÷ n, and a mean
  /// revision counts as bias where |mean| ÷ (s ÷ √n) is above the two-sided 5 % point of Student's t
  /// with n − 1 degrees of freedom, s² being Σ(R − mean)² ÷ (n − 1).
  package struct Summary: Sendable {
    /// Periods that have a revision, also one of zero.
    package let count: Int
    package let up: Int
    package let down: Int
    package let mean: ExactFraction
    package let meanAbsolute: ExactFraction
    /// By magnitude; of equal ones the oldest period's.
    package let largest: (period: Period, revision: ExactFraction)
    /// `nil` below three periods, where a test says nothing.
    package let isBiased: Bool?
  }

  /// `nil` where no period has a revision.
  package var summary: Summary? {
    let revisions = rows.compactMap { row in row.revision.map { (row.period, $0) } }
    guard var largest = revisions.first else { return nil }
    for other in revisions where other.1.magnitude > largest.1.magnitude { largest = other }
    let values = revisions.map(\.1)
    let count = ExactFraction(Ratio(Int128(values.count)))
    let mean = values.reduce(.zero, +) / count
    return Summary(
      count: values.count, up: values.count(where: \.isPositive),
      down: values.count(where: \.isNegative), mean: mean,
      meanAbsolute: values.map(\.magnitude).reduce(.zero, +) / count,
      largest: (largest.0, largest.1), isBiased: Self.isBiased(values, mean))
  }

  /// Compares squares, which are exact: n × mean² × (n − 1) against t² × Σ(R − mean)².
  private static func isBiased(_ values: [ExactFraction], _ mean: ExactFraction) -> Bool? {
    guard values.count > 2 else { return nil }
    let squares = values.map { ($0 - mean) * ($0 - mean) }.reduce(.zero, +)
    let size = ExactFraction(Ratio(Int128(values.count * (values.count - 1))))
    let point = ExactFraction(
      Ratio(ExactDecimal(coefficient: fivePercentPoint(values.count - 1), scale: 3)))
    return mean * mean * size > point * point * squares
  }

  /// Student's t, two-sided, 5 %, in thousandths; from 121 degrees of freedom on the normal's 1.960.
  /// Between tabled degrees that of the lower one, which is the more careful. Source: NIST/SEMATECH
  /// e-Handbook of Statistical Methods, 1.3.6.7.2.
  private static func fivePercentPoint(_ degrees: Int) -> Int128 {
    let points: [(degrees: Int, point: Int128)] = [
      (1, 12706), (2, 4303), (3, 3182), (4, 2776), (5, 2571), (6, 2447), (7, 2365), (8, 2306),
      (9, 2262), (10, 2228), (11, 2201), (12, 2179), (13, 2160), (14, 2145), (15, 2131),
      (16, 2120), (17, 2110), (18, 2101), (19, 2093), (20, 2086), (25, 2060), (30, 2042),
      (40, 2021), (60, 2000), (120, 1980), (121, 1960),
    ]
    return points.last { $0.degrees <= degrees }?.point ?? 12706
  }
}

extension ExactFraction {
  package var magnitude: ExactFraction { isNegative ? .zero - self : self }
}
