// SPDX-License-Identifier: Apache-2.0

/// Some rows' values of a slot, with what stands beside them and what was stated last period; NaN where
/// there is none. In blocks of eight, which are compared at once.
struct SlipBuffers {
  typealias Block = SIMD8<Float>
  private typealias Mask = SIMDMask<SIMD8<Int32>>

  /// Rows at once: few enough to stay in a core's cache.
  static let size = 1024
  private static let none = [Block](repeating: Block(repeating: .nan), count: size / 8)

  private var now = none
  private var beside = none
  private var before = none

  mutating func fillNow(_ column: ValueColumn, rows: Range<Int>) {
    column.fill(&now, run: rows)
  }

  /// - Parameter column: `nil` where nothing stands beside the slot's values.
  mutating func fillBeside(_ column: ValueColumn?, rows: Range<Int>) {
    if let column { column.fill(&beside, run: rows) } else { beside = Self.none }
  }

  /// - Parameters:
  ///   - column: `nil` where nothing was stated last period.
  ///   - rows: of that period; negative for none.
  ///   - run: where they begin, if they follow one another.
  ///   - growth: multiplies every value.
  mutating func fillBefore(
    _ column: ValueColumn?, rows: ArraySlice<Int32>, run: Int?, growth: Double
  ) {
    guard let column else {
      before = Self.none
      return
    }
    if let run {
      column.fill(&before, run: run..<run + rows.count, factor: Float(growth))
    } else {
      column.fill(&before, rows: rows, factor: Float(growth))
    }
  }

  /// Calls `body` with the rows whose value has a witness that is not near, or none at all though its
  /// peers may tell, as they do of current values.
  ///
  /// - Parameter count: how many rows are filled.
  func doubtful(_ count: Int, isCurrent: Bool, _ body: (Int) -> Void) {
    let lone = Mask(repeating: isCurrent)
    for block in 0..<(count + 7) / 8 {
      let (value, first, second) = (now[block], beside[block], before[block])
      let isFar = Self.isFar(value, first) .| Self.isFar(value, second)
      let isLone = lone .& .!((first .> 0) .| (second .> 0))
      // Also where there is no value: NaN is not positive.
      let isDoubtful = (value .> 0) .& (isFar .| isLone)
      guard Self.isTrueAnywhere(isDoubtful) else { continue }
      for lane in 0..<min(8, count - 8 * block) where isDoubtful[lane] { body(8 * block + lane) }
    }
  }

  /// The standard library's `any` looks for the least lane, which takes several times as long.
  @inline(__always)
  private static func isTrueAnywhere(_ mask: Mask) -> Bool {
    let lanes = unsafeBitCast(mask, to: SIMD8<Int32>.self)
    let four = lanes.lowHalf | lanes.highHalf
    let two = four.lowHalf | four.highHalf
    return two[0] | two[1] != 0
  }

  /// Whether there is a witness, and a ratio to it that is not certainly within a fifth and five times.
  /// The bounds are drawn in by more than rounding can amount to.
  @inline(__always)
  private static func isFar(_ value: Block, _ witness: Block) -> Mask {
    (witness .> 0) .& .!((value .< 4.99 * witness) .& (value .> 0.201 * witness))
  }
}
