// SPDX-License-Identifier: Apache-2.0
import Statistics

extension Clauses {
  /// 增速比上月加快0.4个百分点; 降幅比上月收窄1.2个百分点; 增速比上月提高3.0个百分点，由负转正.
  ///
  /// - Parameters:
  ///   - change: This period's growth minus the last one's, in percentage points.
  ///   - growth: This period's growth.
  ///   - before: The last period's growth.
  func growthChange(_ change: Figure, growth: Figure, before: Figure) -> [Piece]? {
    guard let now = Direction(growth), let then = Direction(before) else { return nil }
    switch (then, now) {
    case (.falling, .falling):
      return directed(
        change, rising: .changeNarrower, falling: .changeWider, flat: .changeDeclineSame)
    case (.falling, .rising):
      return directed(change, rising: .changeToGrowth, falling: .changeDown, flat: .changeSame)
    case (.rising, .falling):
      return directed(change, rising: .changeUp, falling: .changeToDecline, flat: .changeSame)
    case (.rising, .rising):
      return directed(change, rising: .changeFaster, falling: .changeSlower, flat: .changeSame)
    case (.flat, _), (_, .flat):
      return directed(change, rising: .changeUp, falling: .changeDown, flat: .changeSame)
    }
  }
}
