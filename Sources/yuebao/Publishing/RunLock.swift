// SPDX-License-Identifier: Apache-2.0
import Foundation
import Glibc

/// One run at a time writes into an output folder.
///
/// The kernel drops the lock when the process ends, however it ends, so a dead owner on this machine
/// never keeps it. Where the folder is shared and the other machine's locks do not reach this one, the
/// owner's words in the file keep it for `patience` after its last sign.
struct RunLock: ~Copyable {
  private let descriptor: Int32
  /// Who had it and did not give it back: a run that was killed. `nil` where all is as it should be.
  let deadOwner: String?

  /// How long a run on another machine may give no sign, in seconds.
  private static let patience = 3600

  /// - Parameter time: now, in words, for whoever finds the lock taken.
  /// - Throws: `Stop` with status 75 where another run holds it, 73 where it cannot be made.
  init(in folder: String, time: String) throws {
    let path = folder + "/.lock"
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o640)
    guard descriptor >= 0 else {
      throw Stop(.cannotCreate, .cannotWrite(path, reason: SystemError(path: path).reason))
    }
    let owner: String?
    do {
      try Self.take(descriptor, path, folder)
      owner = try Self.owner(descriptor, folder)
      try Self.sign(descriptor, path, "\(Self.host) \(getpid()) \(time)\n")
    } catch {
      close(descriptor)
      throw error
    }
    self.descriptor = descriptor
    deadOwner = owner
  }

  /// Gives it back.
  deinit {
    ftruncate(descriptor, 0)
    close(descriptor)
  }

  /// For whoever only reads, and must not see half of a run.
  ///
  /// - Throws: `Stop` with status 75 where a run holds the lock.
  static func requireNone(in folder: String) throws {
    let descriptor = open(folder + "/.lock", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_SH | LOCK_NB) == 0 || errno != EWOULDBLOCK else {
      throw Stop(.locked, .locked(folder, owner: words(in: descriptor)))
    }
  }

  /// A sign of life, for runs on other machines.
  func touch() { futimens(descriptor, nil) }

  private static func take(_ descriptor: Int32, _ path: String, _ folder: String) throws {
    guard flock(descriptor, LOCK_EX | LOCK_NB) != 0 else { return }
    let code = errno
    guard code == EWOULDBLOCK else {
      let reason = SystemError(path: path, code: code).reason
      throw Stop(.cannotCreate, .cannotWrite(path, reason: reason))
    }
    throw Stop(.locked, .locked(folder, owner: words(in: descriptor)))
  }

  /// Whoever stands in the file has not given it back: dead, or on a machine whose lock does not reach
  /// here.
  private static func owner(_ descriptor: Int32, _ folder: String) throws -> String? {
    let words = words(in: descriptor)
    guard !words.isEmpty else { return nil }
    var status = stat()
    let isElsewhere = words.split(separator: " ").first.map(String.init) != host
    if isElsewhere, fstat(descriptor, &status) == 0,
      time(nil) - status.st_mtim.tv_sec < patience
    {
      throw Stop(.locked, .locked(folder, owner: words))
    }
    return words
  }

  private static func sign(_ descriptor: Int32, _ path: String, _ words: String) throws {
    guard ftruncate(descriptor, 0) == 0,
      pwrite(descriptor, words, words.utf8.count, 0) == words.utf8.count
    else {
      throw Stop(.cannotCreate, .cannotWrite(path, reason: SystemError(path: path).reason))
    }
  }

  /// `host pid time`; empty where nobody holds the lock.
  private static func words(in descriptor: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 512)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private static var host: String {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "localhost" }
    let words = String(
      decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    return words.replacingOccurrences(of: " ", with: "-")
  }
}
