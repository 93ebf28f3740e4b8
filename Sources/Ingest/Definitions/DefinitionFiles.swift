// SPDX-License-Identifier: Apache-2.0

/// The files of a workspace that define things, as the executable hands them in.
package protocol DefinitionFiles {
  /// - Parameter path: relative to the workspace, with `/`.
  /// - Returns: `nil` where there is no such file.
  /// - Throws: `DefinitionFileError` where it is there and cannot be read.
  func bytes(of path: String) throws(DefinitionFileError) -> [UInt8]?
  /// The paths of the files directly in `folder`, sorted; empty where there is no such folder.
  func files(in folder: String) -> [String]
  /// The paths of the folders directly in `folder`, sorted. Whoever has no folders of its own leaves it out.
  func folders(in folder: String) -> [String]
}

extension DefinitionFiles {
  package func folders(in folder: String) -> [String] { [] }
}

package struct DefinitionFileError: Error, Hashable, Sendable {
  package let reason: String

  package init(reason: String) { self.reason = reason }
}
