// SPDX-License-Identifier: Apache-2.0
import CLibCrypto

/// Computes a digest of bytes that come in pieces. The cut into pieces does not matter.
package struct DigestBuilder: ~Copyable {
  private let context: OpaquePointer

  package init() {
    // Fails only where memory or the library itself fails; then no digest can be trusted.
    guard let context = EVP_MD_CTX_new(), EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
      fatalError("libcrypto has no SHA-256")
    }
    self.context = context
  }

  deinit { EVP_MD_CTX_free(context) }

  package mutating func add(_ bytes: UnsafeRawBufferPointer) {
    guard EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1 else {
      fatalError("libcrypto has no SHA-256")
    }
  }

  /// Ends the work.
  package consuming func digest() -> Digest {
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(EVP_MAX_MD_SIZE)) { buffer, count in
      var length: UInt32 = 0
      guard EVP_DigestFinal_ex(context, buffer.baseAddress, &length) == 1 else {
        fatalError("libcrypto has no SHA-256")
      }
      count = Int(length)
    }
    return Digest(bytes: bytes)
  }
}
