// SPDX-License-Identifier: Apache-2.0
import Foundation
import Ledger
import Reports

/// The figures of a release as its `data/figures.json` has them.
struct ReleasedFigures: Decodable {
  struct Entry: Decodable {
    /// Without its period where the file says it elsewhere.
    let name: String
    let unit: String
    let value: String?
    let rounded: String?
    let missing: String?

    var published: PublishedValue {
      PublishedValue(value: value, rounded: rounded, missing: missing)
    }
  }

  /// Sorted by name.
  let figures: [Entry]

  static let path = "data/figures.json"

  /// `nil` for what is no such file.
  init?(json bytes: [UInt8]) {
    guard let figures = try? JSONDecoder().decode(ReleasedFigures.self, from: Data(bytes)) else {
      return nil
    }
    self = figures
  }

  /// Of rendered files. - Returns: `nil` where the file is not among them.
  init?(of files: [ReleaseFile]) {
    guard let file = files.first(where: { $0.path == Self.path }) else { return nil }
    self.init(json: file.bytes)
  }

  var forLedger: [LedgerFigure] {
    figures.map {
      LedgerFigure(
        name: $0.name, value: $0.value, rounded: $0.rounded, unit: $0.unit, missing: $0.missing)
    }
  }

  /// What differs from an earlier vintage's, sorted by name.
  func revisions(
    since earlier: ReleasedFigures, causes: (String) -> [String]
  ) -> [FigureRevision] {
    let before = Dictionary(earlier.figures.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    let after = Dictionary(figures.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    return Set(before.keys).union(after.keys).sorted().compactMap { name in
      let (old, new) = (before[name], after[name])
      guard old?.published != new?.published, let unit = new?.unit ?? old?.unit else { return nil }
      return FigureRevision(
        name: name, unit: unit, before: old?.published, after: new?.published,
        causes: causes(name))
    }
  }
}
