// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Third-party files beside the package, which are read where they lie and not copied into it.
enum Samples {
  /// `../shared/samples`, as seen from the package's root.
  private static let folder: String = {
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
    return (root + ["..", "shared", "samples"]).joined(separator: "/")
  }()

  static var areThere: Bool { access(folder, R_OK) == 0 }

  /// The bytes of a file; none where it cannot be read.
  static func bytes(_ path: String) -> [UInt8] {
    let descriptor = open("\(folder)/\(path)", O_RDONLY)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    return Array(bytes.prefix(max(count, 0)))
  }
}
