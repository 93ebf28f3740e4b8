// SPDX-License-Identifier: Apache-2.0

/// The bytes of an integer, the low one first.
func littleEndian(_ value: Int, _ count: Int) -> [UInt8] {
  (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
}
