// SPDX-License-Identifier: Apache-2.0
import Statistics

/// What the register says of a unit that reports.
enum RegisterCheck {
  case agrees
  /// Not in the register.
  case unknown
  /// In the register, but not for this survey period.
  case outside(enters: Period?, leaves: Period?)
  case otherIndustry(registered: String)
}

extension Register {
  /// - Parameters:
  ///   - position: the unit's; negative where the register has none.
  ///   - industry: the class's number; `nil` where it is in doubt.
  func check(_ position: Int32, industry: Int16?, period: Period?) -> RegisterCheck {
    guard position >= 0 else { return .unknown }
    let place = Int(position)
    if let period, let stay = units.limitedStay(place), !stay.covers(period) {
      return .outside(enters: stay.enters, leaves: stay.leaves)
    }
    if let industry, industry != units.industries[place] {
      return .otherIndustry(registered: units.industry(place))
    }
    return .agrees
  }
}
