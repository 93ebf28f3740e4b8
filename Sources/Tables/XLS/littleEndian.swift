// SPDX-License-Identifier: Apache-2.0

/// Integers as compound files and Excel's records keep them: the low byte first. Places are counted
/// from the first byte; what lies behind the end is zero.
extension [UInt8] {
  func littleEndian16(at offset: Int) -> Int {
    guard offset >= 0, offset + 2 <= count else { return 0 }
    return Int(self[offset]) | Int(self[offset + 1]) << 8
  }

  func littleEndian32(at offset: Int) -> Int {
    littleEndian16(at: offset) | littleEndian16(at: offset + 2) << 16
  }
}
