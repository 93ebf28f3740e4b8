// SPDX-License-Identifier: Apache-2.0

/// What was done to a text to make a number of it: the trace from a figure to what its sender typed.
struct NumberSteps: OptionSet, Hashable, Sendable {
  let rawValue: UInt16

  /// Full-width digits, points, separators, brackets or signs, but for the minus.
  static let fullWidth = NumberSteps(rawValue: 1 << 0)
  /// A minus that is not the ASCII one: U+2212, `－`, a dash.
  static let minusSign = NumberSteps(rawValue: 1 << 1)
  static let plusSign = NumberSteps(rawValue: 1 << 2)
  /// `(123)` is -123.
  static let brackets = NumberSteps(rawValue: 1 << 3)
  /// `1,234` and `1，234`.
  static let separators = NumberSteps(rawValue: 1 << 4)
  /// `1 234`, `300 人`, `( 5 )`; not the blanks around the whole.
  static let blanks = NumberSteps(rawValue: 1 << 5)
  static let exponent = NumberSteps(rawValue: 1 << 6)
  /// `1.5万` is 15000.
  static let multiplier = NumberSteps(rawValue: 1 << 7)
  static let percentSign = NumberSteps(rawValue: 1 << 8)
  /// A word that is a unit of measure; the number is not multiplied by it.
  static let unit = NumberSteps(rawValue: 1 << 9)

  private static let names: [(step: NumberSteps, zh: String, en: String)] = [
    (.fullWidth, "全角数字", "full-width digits"), (.minusSign, "负号", "another minus sign"),
    (.plusSign, "正号", "a plus sign"), (.brackets, "括号负数", "brackets for a negative"),
    (.separators, "千分位", "thousands separators"), (.blanks, "空格", "blanks"),
    (.exponent, "科学计数", "an exponent"), (.multiplier, "千/万/亿", "a multiplier such as 万"),
    (.percentSign, "百分号", "a percent sign"), (.unit, "计量单位", "a unit of measure"),
  ]

  /// The steps' short names in both languages, always in the same order.
  var words: [(zh: String, en: String)] {
    Self.names.filter { contains($0.step) }.map { ($0.zh, $0.en) }
  }
}
