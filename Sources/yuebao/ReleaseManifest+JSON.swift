// SPDX-License-Identifier: Apache-2.0
import Foundation
import Reports

extension ReleaseManifest {
  /// `nil` for what is no manifest of a version that this program knows.
  init?(json bytes: [UInt8]) {
    guard let manifest = try? JSONDecoder().decode(ReleaseManifest.self, from: Data(bytes)) else {
      return nil
    }
    self = manifest
  }
}
