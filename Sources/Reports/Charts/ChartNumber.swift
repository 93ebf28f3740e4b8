// SPDX-License-Identifier: Apache-2.0
import Statistics

/// A number of a chart: as it is printed, and where its mark stands.
struct ChartNumber: Hashable, Sendable {
  /// In thousandths of the unit, within ±`limit`.
  let thousandths: Int
  /// As `Ratio.rounded` gives them.
  let digits: String

  /// 10¹⁵ of the unit; beyond it nothing is drawn.
  static let limit = 1_000_000_000_000_000_000

  /// With its mark where its label says.
  ///
  /// `nil` for what is no number or too large to draw.
  init?(digits: String) {
    guard let decimal = ExactDecimal(digits) else { return nil }
    self.init(Ratio(decimal), digits: digits)
  }

  /// With its mark at the exact value, for parts that are stacked up to a sum: rounded ones would
  /// drift away from it.
  init?(_ exact: Ratio, decimals: Int) {
    self.init(exact, digits: exact.rounded(decimals: decimals))
  }

  /// - Parameter tenths: Within ±10⁶.
  init(tenths: Int, digits: String) {
    thousandths = tenths * 100
    self.digits = digits
  }

  private init?(_ exact: Ratio, digits: String) {
    let whole = Int(exact.rounded(decimals: 3).filter { $0 != "." })
    guard let whole, (-ChartNumber.limit...ChartNumber.limit).contains(whole) else { return nil }
    thousandths = whole
    self.digits = digits
  }

  /// The smallest step of an axis beside these numbers, in thousandths: no axis is finer than what
  /// is printed, so that units are never counted in halves.
  static func finestStep(of numbers: [ChartNumber]) -> Int {
    let decimals = numbers.map { number in
      number.digits.firstIndex(of: ".").map { number.digits[$0...].utf8.count - 1 } ?? 0
    }
    switch decimals.max() ?? 0 {
    case 0: return 1000
    case 1: return 100
    default: return 10
    }
  }
}
