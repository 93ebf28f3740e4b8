// SPDX-License-Identifier: Apache-2.0

/// What is computed of an indicator for a sector. The raw value is its part of a figure's name.
package enum Measure: String, Hashable, Sendable, CaseIterable {
  /// The amount itself.
  case level
  /// 同比: growth against the same-period value that the returns themselves carry, in %.
  case yoy
  /// 较上月: this period's yoy minus the last one's of the same year, in percentage points.
  case yoyChange = "yoy_change"
  /// 比重: the sector's part of the total, in %.
  case share
  /// The share minus the same period's share a year earlier, in percentage points.
  case shareChange = "share_change"
  /// 拉动: the sector's increment over the total's same-period value, in percentage points.
  case pull
}

extension Measure {
  /// The unit that a figure of this measure is printed in.
  package func unit(of indicator: Indicator) -> UnitOfMeasure {
    switch self {
    case .level: indicator.unit
    case .yoy, .share: .percent
    case .yoyChange, .shareChange, .pull: .percentagePoint
    }
  }
}
