// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Provenance

@Suite struct DigestTests {
  /// FIPS 180-4's own examples, and no bytes.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func isSHA256(text: String, expected: String) {
    #expect(Digest(of: Array(text.utf8)).text == expected)
  }

  @Test(arguments: [1, 3, 63, 64, 65, 1000])
  func theCutIntoPiecesDoesNotMatter(size: Int) {
    let bytes = (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    var builder = DigestBuilder()
    for start in stride(from: 0, to: bytes.count, by: size) {
      bytes[start..<min(start + size, bytes.count)].withUnsafeBytes { builder.add($0) }
    }
    #expect(builder.digest() == Digest(of: bytes))
  }

  @Test(arguments: [
    "", "ba78", String(repeating: "g", count: 64), String(repeating: "A", count: 64),
  ])
  func whatIsNoDigestIsRefused(text: String) { #expect(Digest(text) == nil) }

  @Test func readsItsOwnText() {
    let digest = Digest(of: [1, 2, 3])
    #expect(Digest(digest.text) == digest)
  }
}
