// SPDX-License-Identifier: Apache-2.0

/// Where the files of a synthetic workspace go, one after another, never two at a time.
///
/// The executable has one over a folder, tests one over memory: libraries do not touch the disk.
package protocol FileSink: AnyObject {
  /// Starts the file at `path`, relative to the workspace, with `/` between folders.
  func begin(path: String) throws
  /// Appends to the file last begun.
  func write(_ bytes: [UInt8]) throws
  func end() throws
}
