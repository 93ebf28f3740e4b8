// SPDX-License-Identifier: Apache-2.0

/// The numbers of eight rows, which are computed with at once.
typealias Lanes = SIMD8<Double>

extension SIMD8<Double> {
  /// - Parameter count: how many numbers there are; NaN for those that eight rows lack.
  @inline(__always)
  init(_ numbers: UnsafePointer<Double>, _ count: Int) {
    if count >= Self.scalarCount {
      self = UnsafeRawPointer(numbers).loadUnaligned(as: Self.self)
    } else {
      self.init(repeating: .nan)
      for index in 0..<count { self[index] = numbers[index] }
    }
  }

  /// - Parameter count: how many numbers there is room for; those beyond are left out.
  @inline(__always)
  func store(to numbers: UnsafeMutablePointer<Double>, _ count: Int) {
    if count >= Self.scalarCount {
      UnsafeMutableRawPointer(numbers).storeBytes(of: self, as: Self.self)
    } else {
      for index in 0..<count { numbers[index] = self[index] }
    }
  }

  /// Without signs.
  @inline(__always)
  var magnitudes: Self {
    unsafeBitCast(
      unsafeBitCast(self, to: SIMD8<UInt64>.self) & SIMD8<UInt64>(repeating: UInt64.max >> 1),
      to: Self.self)
  }
}

extension SIMDMask<SIMD8<Int64>> {
  /// Whether it is true of all rows. The standard library's `all` looks for the least lane, which takes
  /// several times as long.
  @inline(__always)
  var isTrueThroughout: Bool {
    let lanes = unsafeBitCast(self, to: SIMD8<Int64>.self)
    let four = lanes.lowHalf & lanes.highHalf
    let two = four.lowHalf & four.highHalf
    return two[0] & two[1] != 0
  }
}
