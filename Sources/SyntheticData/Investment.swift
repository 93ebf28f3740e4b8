// SPDX-License-Identifier: Apache-2.0

import Statistics

/// Industrial investment and its technical renewal (技改), in 千元. Chosen, not observed: over 2020–2022
/// investment compounds to 33.2 % and renewal to 30.3 %.
struct Investment: Sendable {
  enum Kind: Sendable, CaseIterable {
    case total, renewal

    var label: String { self == .total ? "工业投资" : "其中：技术改造投资" }
  }

  let units: Int
  /// The seed moves the level by up to three percent, never the growth.
  let level: Int

  init(units: Int, seed: Draw) {
    self.units = units
    level = seed.permille(30)
  }

  /// From January to the end of `period`.
  func cumulative(_ kind: Kind, _ period: Period) -> Int {
    let elapsed = Investment.season(of: period.year, kind)[period.slot]
    return (annual(kind, period.year) * elapsed).divided(by: 1000)
  }

  private func annual(_ kind: Kind, _ year: Int) -> Int {
    var value = (kind == .total ? 1_236 : 489) * level * units / 300
    for next in stride(from: 2020, through: year, by: 1) {
      value = (value * Investment.growth(kind, next)).divided(by: 1000)
    }
    for next in stride(from: 2019, to: year, by: -1) {
      value = (value * 1000).divided(by: Investment.growth(kind, next))
    }
    return value
  }

  private static func growth(_ kind: Kind, _ year: Int) -> Int {
    guard (2020...2022).contains(year) else { return 1080 }
    return (kind == .total ? [1085, 1120, 1096] : [1061, 1125, 1092])[year - 2020]
  }

  /// Thousandths of the year done by the end of each survey period.
  private static func season(of year: Int, _ kind: Kind) -> [Int] {
    switch (year, kind) {
    case (2020, .total): [62, 138, 218, 305, 402, 487, 573, 668, 762, 868, 1000]
    case (2020, .renewal): [55, 129, 210, 301, 399, 485, 574, 671, 768, 872, 1000]
    case (2021, _): [92, 172, 252, 337, 431, 512, 595, 686, 776, 876, 1000]
    default: [88, 166, 245, 330, 424, 506, 590, 682, 773, 874, 1000]
    }
  }
}
