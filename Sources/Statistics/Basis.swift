// SPDX-License-Identifier: Apache-2.0

/// Whether a value is of the period alone or cumulative from January (methods.md §1).
package enum Basis: String, Hashable, Sendable, CaseIterable {
  /// 当月: the period alone. For a quarter, a half year or a year: the sum of its survey periods.
  case month
  /// 1—本月, 累计: from January to the period's last month.
  case ytd
}
