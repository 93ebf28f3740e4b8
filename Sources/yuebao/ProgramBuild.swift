// SPDX-License-Identifier: Apache-2.0
import Glibc

/// The running program.
enum Program {
  /// What tells this build from another of the same version: the size and time of its file. Empty where
  /// the system does not say, so that no two builds pass for one.
  static let build: String = {
    var status = stat()
    guard stat("/proc/self/exe", &status) == 0 else { return "" }
    return "\(status.st_size)-\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
  }()
}
