// SPDX-License-Identifier: Apache-2.0
import Glibc

/// A file that must not exist yet, written in pieces and synced when it is closed.
final class NewFile {
  private let path: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []

  private static let bufferSize = 1 << 18

  init(path: String) throws(SystemError) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw SystemError(path: path) }
    buffer.reserveCapacity(2 * Self.bufferSize)
  }

  deinit { close(descriptor) }

  func write(_ bytes: [UInt8]) throws(SystemError) {
    buffer += bytes
    if buffer.count >= Self.bufferSize { try flush() }
  }

  func finish() throws(SystemError) {
    try flush()
    guard fsync(descriptor) == 0 else { throw SystemError(path: path) }
  }

  func flush() throws(SystemError) {
    var rest = buffer[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw SystemError(path: path)
      }
      rest = rest.dropFirst(count)
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// - Parameter synced: `false` where the caller syncs many files at once.
  static func write(
    _ bytes: [UInt8], to path: String, synced: Bool = true
  ) throws(SystemError) {
    let file = try NewFile(path: path)
    try file.write(bytes)
    if synced { try file.finish() } else { try file.flush() }
  }
}
