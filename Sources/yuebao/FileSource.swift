// SPDX-License-Identifier: Apache-2.0
import Glibc
import Provenance
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

  /// What changes when somebody writes into the file.
  struct State: Hashable {
    let size: Int
    let seconds: Int
    let nanoseconds: Int
  }

  /// As it is now; `nil` where the system does not say.
  var state: State? {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    return State(
      size: Int(status.st_size), seconds: status.st_mtim.tv_sec,
      nanoseconds: status.st_mtim.tv_nsec)
  }

  /// Hands on all bytes from the first to the last, in pieces.
  func forEachPiece(_ work: (UnsafeRawBufferPointer) throws -> Void) throws {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { buffer.deallocate() }
    var offset = 0
    while true {
      let count = try read(at: offset, into: buffer)
      if count == 0 { return }
      try work(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      offset += count
    }
  }

  func digest() throws(ByteSourceError) -> Digest {
    var builder = DigestBuilder()
    do { try forEachPiece { builder.add($0) } } catch {
      throw error as? ByteSourceError ?? ByteSourceError(reason: "\(error)")
    }
    return builder.digest()
  }

  /// The whole file.
  func bytes() throws(ByteSourceError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size)
    do { try forEachPiece { bytes += $0 } } catch {
      throw error as? ByteSourceError ?? ByteSourceError(reason: "\(error)")
    }
    return bytes
  }

  /// The whole file.
  static func bytes(ofFile path: String) throws(ByteSourceError) -> [UInt8] {
    try FileSource(path: path).bytes()
  }
}
