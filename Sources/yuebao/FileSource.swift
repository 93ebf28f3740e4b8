// SPDX-License-Identifier: Apache-2.0
import Glibc
import Tables

/// The bytes of a file on the disk.
final class FileSource: ByteSource {
  private let descriptor: Int32
  /// As it was when the file was opened.
  let size: Int

  convenience init(path: String) throws(ByteSourceError) {
    // Without waiting: a named pipe among the returns must not hang the run.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw ByteSourceError(reason: String(cString: strerror(errno))) }
    try self.init(descriptor: descriptor)
  }

  /// Takes over an open file, and closes it in the end.
  init(descriptor: Int32) throws(ByteSourceError) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let reason = String(cString: strerror(errno))
      close(descriptor)
      throw ByteSourceError(reason: reason)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw ByteSourceError(reason: "not a regular file")
    }
    self.descriptor = descriptor
    size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  func read(
    at offset: Int, into buffer: UnsafeMutableRawBufferPointer
  ) throws(ByteSourceError) -> Int {
    while true {
      let count = pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
      if count >= 0 { return count }
      if errno != EINTR { throw ByteSourceError(reason: String(cString: strerror(errno))) }
    }
  }

  /// The whole file.
  static func bytes(ofFile path: String) throws(ByteSourceError) -> [UInt8] {
    let source = try FileSource(path: path)
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let result = chunk.withUnsafeMutableBytes { buffer -> Result<Int, ByteSourceError> in
        do throws(ByteSourceError) {
          return .success(try source.read(at: bytes.count, into: buffer))
        } catch {
          return .failure(error)
        }
      }
      let count = try result.get()
      if count == 0 { return bytes }
      bytes += chunk[..<count]
    }
  }
}
