// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Tables

@Suite struct MemorySourceTests {
  @Test func endsWithZero() throws {
    let source = MemorySource([1, 2, 3])
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 2, alignment: 1)
    defer { buffer.deallocate() }
    #expect(try source.read(at: 0, into: buffer) == 2)
    #expect(try source.read(at: 2, into: buffer) == 1)
    #expect(try source.read(at: 3, into: buffer) == 0)
    #expect(try source.read(at: 99, into: buffer) == 0)
  }
}
