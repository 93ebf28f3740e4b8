// SPDX-License-Identifier: Apache-2.0

import Statistics

/// An invented enterprise and what the register says of it.
struct SyntheticUnit: Sendable {
  let number: Int
  let slot: UnitSlot
  let profile: IndustryProfile
  let draw: Draw
  /// The first period it reports for (入库报告期); `nil` where it was always there.
  let entry: Period?
  /// The first period it no longer reports for (退库报告期).
  let exit: Period?

  var code: CreditCode { CreditCode(number: number) }

  func reports(in period: Period) -> Bool {
    if let entry, period < entry { return false }
    if let exit, period >= exit { return false }
    return true
  }
}

extension SyntheticUnit {
  /// Whether it counts for the share that the plan wants at 50 %: every hundred has 51, by number
  /// and not by lot, so that the share is the same for every seed.
  var hasResearchInstitute: Bool { number * 37 % 100 < 51 }

  var isHighTechEnterprise: Bool {
    draw.at(Attribute.highTechEnterprise).below(100) < (profile.course.isSmartEquipment ? 70 : 30)
  }

  /// None of 万江's real communities: 虚构社区一 … 虚构社区二十八.
  var community: String {
    let number = draw.at(Attribute.community).below(28) + 1
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    let tens = ["", "十", "二十"][number / 10]
    return "虚构社区" + tens + digits[number % 10]
  }

  /// 登记注册类型.
  var registration: String {
    let types = ["173", "173", "173", "173", "159", "159", "230", "330", "310", "160"]
    return types[draw.at(Attribute.registration).below(types.count)]
  }
}

/// Places in a unit's draw that no year can take.
enum Attribute {
  static let size = 0
  static let rate = 1
  static let exports = 2
  static let productivity = 3
  static let highTechEnterprise = 4
  static let community = 5
  static let registration = 6
  static let specialised = 7
  static let doubling = 8
}
