// SPDX-License-Identifier: Apache-2.0
import Statistics

extension ConsistencyNote {
  /// Its name in JSON, and the ids of the targets that it is about.
  package var subject: (kind: String, targets: [String]) {
    switch self {
    case .levelAndRate(let both): ("level_and_rate", [both.level.id, both.rate.id])
    case .growthPerYear(let target, _): ("growth_per_year", [target.id])
    case .shareOfCount(let share, let whole, _): ("share_of_count", [share.id, whole.id])
    case .parts(let whole, let parts, _): ("parts", [whole.id] + parts.map(\.id))
    case .levelAboveShare(let level, let share, let whole, _):
      ("level_above_share", [level.id, share.id, whole.id])
    }
  }
}
