// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The releases of one period, as the archive lists them.
package struct ArchiveEntry: Sendable {
  package let period: Period
  /// 1 and on, the newest last.
  package let vintages: [Int]
  /// Of the newest; `nil` where it cannot be read.
  package let manifest: ReleaseManifest?
  /// In which each vintage was made, as its manifest says; one that is not here has all.
  package let languages: [Int: [Language]]

  package init(
    period: Period, vintages: [Int], manifest: ReleaseManifest?,
    languages: [Int: [Language]] = [:]
  ) {
    self.languages = languages
    self.period = period
    self.vintages = vintages
    self.manifest = manifest
  }
}
