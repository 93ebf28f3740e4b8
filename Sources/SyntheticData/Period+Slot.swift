// SPDX-License-Identifier: Apache-2.0

import Statistics

extension Period {
  /// The survey period's position in its year: 0 for 01..02, 1 for March … 10 for December.
  var slot: Int { months.upperBound - 2 }

  /// As the reporting platform writes it (报告期): `202105`; `202102` for January and February.
  var platformText: String { "\(year)\(Period.twoDigits(months.upperBound))" }

  /// As the file names have it: `2021-05`, `2021-01-02`.
  var fileText: String {
    months.map { Period.twoDigits($0) }.reduce("\(year)") { $0 + "-" + $1 }
  }

  /// As the titles of cumulative tables have it: `2021年1-5月`.
  var titleText: String { "\(year)年1-\(months.upperBound)月" }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
