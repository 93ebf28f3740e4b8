// SPDX-License-Identifier: Apache-2.0
import Statistics

/// One file of a release.
package struct ReleaseFile: Hashable, Sendable {
  /// Relative to the release's folder: `report.html`, `charts/growth.en.svg`.
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }
}

extension Language {
  /// What stands before a file's extension: nothing in Chinese, the first language of a release.
  package var fileSuffix: String { self == .chinese ? "" : "." + rawValue }

  /// For the `lang` attribute.
  var tag: String { self == .chinese ? "zh-CN" : rawValue }
}
