// SPDX-License-Identifier: Apache-2.0
import Statistics

/// How a target stands, as one of five words. Never only a colour.
package enum Light: String, Hashable, Sendable, CaseIterable {
  /// It is kept: as it stands now, or at its deadline for good.
  case met
  /// At its pace, or ahead of it, or behind by less than the threshold.
  case green
  case yellow
  /// Far behind; stopped; or the deadline has come and it is not kept.
  case red
  /// It cannot be judged: no value, or no path to hold it against.
  case none

  /// For a value and what is expected of it, by the thresholds.
  ///
  /// Without a scale there are no points to be behind by: then only being at the pace is green.
  static func of(
    _ value: Ratio, expected: PathPoint, isUpwards: Bool, scale: CompletionScale?,
    _ thresholds: LightThresholds
  ) throws(ArithmeticError) -> Light {
    guard let scale else {
      return try expected.isReached(by: value, isUpwards: isUpwards) ? .green : .red
    }
    for (light, points) in [(Light.green, thresholds.green), (.yellow, thresholds.yellow)] {
      let place = try scale.moved(value, by: Ratio(points))
      if try expected.isReached(by: place, isUpwards: isUpwards) { return light }
    }
    return .red
  }

  /// For something that is there or not.
  static func of(_ state: ProgressReport.State?, isMet: Bool?, isDue: Bool) -> Light {
    if isMet == true { return .met }
    if isDue, isMet == false { return .red }
    switch state {
    case .done?: return .met
    case .underWay?: return .green
    case .notStarted?: return .yellow
    case .stopped?: return .red
    case nil: return isMet == nil ? .none : .yellow
    }
  }
}
