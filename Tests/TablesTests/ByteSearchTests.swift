// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Tables

@Suite struct ByteSearchTests {
  @Test(arguments: [0, 1, 1023, 1024, 2500])
  func findsTheFirst(index: Int) {
    var bytes = [UInt8](repeating: 0x41, count: 2501)
    #expect(firstNonASCII(in: bytes) == nil)
    #expect(firstNUL(in: bytes) == nil)
    bytes[index] = 0x80
    #expect(firstNonASCII(in: bytes) == index)
    bytes[index] = 0
    #expect(firstNUL(in: bytes) == index)
  }
}
