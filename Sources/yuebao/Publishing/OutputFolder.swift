// SPDX-License-Identifier: Apache-2.0
import Provenance
import Reports
import Statistics

/// `Output/`: the releases, and beside them the ledger, the bytes that they were made from, and the
/// log. None of the latter is for the public.
struct OutputFolder {
  let path: String
  /// The bytes that releases were made from.
  let inputs: InputStore

  init(path: String, inputs: InputStore? = nil) {
    self.path = path
    self.inputs = inputs ?? InputStore(path: path + "/inputs")
  }

  var ledger: String { path + "/ledger.sqlite" }
  /// The ledger's digest after the last run that ended, as sha256sum(1) checks it.
  var ledgerDigest: String { ledger + ".sha256" }
  var log: String { path + "/log.jsonl" }

  /// What stands in `ledgerDigest`.
  static func digestLine(_ digest: Digest) -> String { "\(digest.text)  ledger.sqlite\n" }

  func root(of audience: Audience) -> String { path + "/" + audience.rawValue }

  func place(of period: Period, for audience: Audience) -> ReleaseFolder {
    ReleaseFolder(path: "\(root(of: audience))/\(period)", access: Access(audience))
  }

  /// The periods with a folder, sorted.
  func periods(for audience: Audience) throws(SystemError) -> [Period] {
    let root = root(of: audience)
    guard Folder.kind(of: root) == .folder else { return [] }
    return try Folder.names(in: root).compactMap(Period.init).sorted()
      .filter { Folder.kind(of: "\(root)/\($0)") == .folder }
  }
}

/// Who may read what is written: the bits that `umask` may still take away.
enum Access {
  /// The office and its group.
  case `internal`
  case everyone

  init(_ audience: Audience) { self = audience == .internal ? .internal : .everyone }

  var file: UInt32 { self == .internal ? 0o640 : 0o666 }
  var folder: UInt32 { self == .internal ? 0o750 : 0o777 }
}
