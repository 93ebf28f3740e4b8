// SPDX-License-Identifier: Apache-2.0

/// Standard output for results of any size, written in pieces.
///
/// What is not yet written is held until `finish()`; a program that ends without it has printed
/// nothing, as long as the results were small.
final class StandardOutput {
  private static let pieceSize = 1 << 18

  // Memory by hand: results of hundreds of megabytes are written byte by byte.
  private var memory: UnsafeMutablePointer<UInt8>
  private var capacity = 2 * pieceSize
  private var count = 0
  /// What kept the output from being written; nothing more is written then.
  private(set) var failure: SystemError?

  init() { memory = .allocate(capacity: capacity) }

  deinit { memory.deallocate() }

  func write(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      var place = room(for: utf8.count)
      place.write(utf8)
      wrote(upTo: place)
    }
  }

  /// Memory for so many bytes behind what there is; `wrote(upTo:)` says how many they became.
  func room(for bytes: Int) -> UnsafeMutablePointer<UInt8> {
    if capacity - count < bytes { makeRoom(for: bytes) }
    return memory + count
  }

  func wrote(upTo end: UnsafeMutablePointer<UInt8>) {
    count = end - memory
    if count >= Self.pieceSize { flush() }
  }

  func finish() throws(SystemError) {
    flush()
    if let failure { throw failure }
  }

  private func makeRoom(for bytes: Int) {
    flush()
    guard capacity < bytes else { return }
    memory.deallocate()
    capacity = bytes
    memory = .allocate(capacity: capacity)
  }

  private func flush() {
    if failure == nil {
      do throws(SystemError) {
        try Console.write(UnsafeRawBufferPointer(start: memory, count: count), to: 1)
      } catch {
        failure = error
      }
    }
    count = 0
  }
}

/// Writing at a place that then lies behind what was written. The caller sees to the room.
extension UnsafeMutablePointer<UInt8> {
  mutating func write(_ byte: UInt8) {
    pointee = byte
    self += 1
  }

  mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    update(from: start, count: bytes.count)
    self += bytes.count
  }

  mutating func write(_ text: StaticString) {
    write(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}
