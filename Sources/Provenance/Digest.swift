// SPDX-License-Identifier: Apache-2.0

/// The SHA-256 of some bytes (FIPS 180-4): what a file is called where its path does not matter.
package struct Digest: Hashable, Sendable {
  /// 64 hexadecimal digits in small letters, as sha256sum(1) prints them.
  package let text: String

  package init(of bytes: [UInt8]) {
    var builder = DigestBuilder()
    bytes.withUnsafeBytes { builder.add($0) }
    self = builder.digest()
  }

  /// - Returns: `nil` for what is not 64 hexadecimal digits in small letters.
  package init?(_ text: String) {
    let digits = text.utf8
    let areHexadecimal = digits.allSatisfy { digit in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit)
        || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(digit)
    }
    guard digits.count == 64, areHexadecimal else { return nil }
    self.text = text
  }

  init(bytes: some Sequence<UInt8>) {
    text = bytes.map { byte in
      let digits = String(byte, radix: 16)
      return digits.utf8.count == 1 ? "0" + digits : digits
    }.joined()
  }
}

extension Digest: Comparable {
  package static func < (one: Digest, other: Digest) -> Bool {
    one.text.utf8.lexicographicallyPrecedes(other.text.utf8)
  }
}
