// SPDX-License-Identifier: Apache-2.0

/// Some rows' values of a slot, with what stands beside them and what was stated last period; NaN where
/// there is none.
struct SlipBuffers {
  /// Rows at once: few enough to stay in a core's cache.
  static let size = 1024
  private static let none = [Double](repeating: .nan, count: size)

  var now = none
  var beside = none
  var before = none
  /// Whether `beside` is filled; else there is nothing beside.
  var hasBeside = false
  /// Whether `before` is filled; else nothing was stated.
  var hasBefore = false
  /// By row: 0 where the value needs no second look.
  private var marks = [UInt64](repeating: 0, count: size / 8)

  /// Calls `body` with the rows whose value has a witness that is not near, or none at all though its
  /// peers may tell, as they do of current values.
  ///
  /// - Parameter count: how many rows are filled.
  mutating func doubtful(_ count: Int, isCurrent: Bool, _ body: (Int) -> Void) {
    mark(count, isCurrent: isCurrent)
    for (index, word) in marks[0..<((count + 7) / 8)].enumerated() where word != 0 {
      for byte in 0..<8 where UInt64(littleEndian: word) >> (8 * UInt64(byte)) & 1 == 1 {
        body(8 * index + byte)
      }
    }
  }

  /// Without branches and with pointers, so that it becomes vector instructions.
  private mutating func mark(_ count: Int, isCurrent: Bool) {
    precondition(count <= Self.size, "no more rows than the buffers hold")
    let lone: UInt8 = isCurrent ? 1 : 0
    marks[max(0, count - 1) / 8] = 0
    let (beside, before) = (hasBeside ? beside : Self.none, hasBefore ? before : Self.none)
    now.withUnsafeBufferPointer { now in
      beside.withUnsafeBufferPointer { beside in
        before.withUnsafeBufferPointer { before in
          marks.withUnsafeMutableBytes { marks in
            for index in 0..<count {
              let value = now[index]
              let (first, second) = (beside[index], before[index])
              // Also where there is no value: NaN is not positive.
              let isThere: UInt8 = value > 0 ? 1 : 0
              let isWitnessed = Self.isPositive(first) | Self.isPositive(second)
              let isFar = Self.isFar(value, first) | Self.isFar(value, second)
              marks[index] = isThere & (isFar | (lone & (1 ^ isWitnessed)))
            }
          }
        }
      }
    }
  }

  @inline(__always)
  private static func isPositive(_ witness: Double) -> UInt8 { witness > 0 ? 1 : 0 }

  /// Whether there is a witness, and a ratio to it that is not certainly within a fifth and five times.
  /// The bounds are drawn in by more than rounding can amount to.
  @inline(__always)
  private static func isFar(_ value: Double, _ witness: Double) -> UInt8 {
    let isWithin: UInt8 =
      (value < 4.99 * witness ? 1 : 0) & (value > 0.201 * witness ? 1 : 0)
    return isPositive(witness) & (1 ^ isWithin)
  }
}
