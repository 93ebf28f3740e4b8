// SPDX-License-Identifier: Apache-2.0
import Statistics

extension MissingReason {
  /// The entry of the catalogue that says why.
  var message: Message {
    switch self {
    case .empty: .reasonEmpty
    case .marked: .reasonMarked
    case .confidential: .reasonConfidential
    case .errorValue: .reasonErrorValue
    case .notReported: .reasonNotReported
    case .notSurveyed: .reasonNotSurveyed
    case .partMissing: .reasonPartMissing
    case .noBase: .reasonNoBase
    case .hardlyChanged: .reasonHardlyChanged
    case .notApplicable: .reasonNotApplicable
    }
  }
}
