// SPDX-License-Identifier: Apache-2.0
import Glibc

/// One run at a time writes into an output folder. The kernel drops the lock when the process ends,
/// however it ends, so no stale lock is left.
struct RunLock: ~Copyable {
  private let descriptor: Int32

  /// - Throws: `Stop` with status 75 where another run holds it, 73 where it cannot be made.
  init(in folder: String) throws {
    let path = folder + "/.lock"
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw Stop(.cannotCreate, .cannotWrite(path, reason: SystemError(path: path).reason))
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(descriptor)
      if code == EWOULDBLOCK { throw Stop(.locked, .locked(folder)) }
      let reason = SystemError(path: path, code: code).reason
      throw Stop(.cannotCreate, .cannotWrite(path, reason: reason))
    }
  }

  deinit { close(descriptor) }
}
