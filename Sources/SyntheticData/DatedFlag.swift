// SPDX-License-Identifier: Apache-2.0

import Statistics

/// A flag of the register that may come or go on the way.
enum DatedFlag {
  case never, always
  case since(Period)
  case through(Period)

  /// As the register writes it.
  var text: String {
    switch self {
    case .never: ""
    case .always: "是"
    case .since(let period): period.description
    case .through(let period): "..." + period.description
    }
  }
}

extension Population {
  /// 专精特新: some are acknowledged in the middle of the last year but one.
  func specialised(_ unit: SyntheticUnit) -> DatedFlag {
    flag(
      unit.draw.at(Attribute.specialised).below(100), always: 5, more: 4,
      Period(year: last.year - 1, month: 7).map { .since($0) })
  }

  /// 倍增企业: some come with the last year's list; some go with the year before.
  func doubling(_ unit: SyntheticUnit) -> DatedFlag {
    let lot = unit.draw.at(Attribute.doubling).below(100)
    let coming = flag(
      lot, always: 6, more: 3, Period(year: last.year, month: 3).map { .since($0) })
    guard case .never = coming, lot >= 98 else { return coming }
    return Period(year: last.year - 1, month: 12).map { .through($0) } ?? .never
  }

  /// The first lots have it always, some more at a date.
  private func flag(_ lot: Int, always: Int, more: Int, _ dated: DatedFlag?) -> DatedFlag {
    if lot < always { return .always }
    return lot < always + more ? dated ?? .never : .never
  }
}
