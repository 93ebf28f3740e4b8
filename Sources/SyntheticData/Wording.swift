// SPDX-License-Identifier: Apache-2.0

import Statistics

/// How bureaus' tables print numbers and what each of ours says of itself.
enum Wording {
  static let note = "注：虚构样例数据，仅供演示"

  /// 千元 as 亿元 with two decimals, half up.
  static func yi(thousands: Int) throws(ArithmeticError) -> String {
    try Ratio(Int128(thousands), over: 100_000).rounded(decimals: 2)
  }

  /// In percent with one decimal, half up; `nil` where there is nothing to compare with.
  static func growth(_ current: Int, over reference: Int) -> String? {
    let change = Int128(current - reference) * 100
    return (try? Ratio(change, over: Int128(reference)))?.rounded(decimals: 1)
  }
}

extension TableWriter {
  func title(_ text: String, across columns: Int) throws {
    beginRow()
    self.text(text, across: columns)
    try endRow()
  }

  func row(_ texts: [String]) throws {
    beginRow()
    for text in texts { self.text(text) }
    try endRow()
  }
}
