// SPDX-License-Identifier: Apache-2.0
import Statistics

extension Message {
  static func kind(_ kind: Target.Kind) -> Message {
    switch kind {
    case .level: .kindLevel
    case .share: .kindShare
    case .cumulativeGrowth: .kindCumulativeGrowth
    case .compoundedRate: .kindCompoundedRate
    case .count: .kindCount
    case .cumulativeQuantity: .kindCumulativeQuantity
    case .deliverable: .kindDeliverable
    case .milestone: .kindMilestone
    case .mechanism: .kindMechanism
    }
  }

  /// - Parameter path: `nil` where the promised number itself is expected at any time.
  static func path(_ path: Target.Path?) -> Message {
    switch path {
    case .linear?: .pathLinear
    case .constantRate?: .pathConstantRate
    case .time?: .pathTime
    case nil: .pathSteady
    }
  }
}
