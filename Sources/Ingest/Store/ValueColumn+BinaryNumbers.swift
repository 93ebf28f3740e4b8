// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The values of a column in base units as binary numbers, for what is only a filter before the exact
/// values.
extension ValueColumn {
  /// The values of some rows as the nearest `Double`; NaN where there is none.
  ///
  /// - Parameters:
  ///   - result: at least as long as `rows`; elements behind them stay.
  ///   - rows: by element of `result`; negative for none.
  func fill(_ result: inout [Double], rows: ArraySlice<Int32>) {
    result.withUnsafeMutableBufferPointer { fill($0, rows, factor: 1) }
  }

  /// The same as `Float`, eight rows an element.
  ///
  /// - Parameter factor: multiplies every value.
  func fill(_ result: inout [SIMD8<Float>], rows: ArraySlice<Int32>, factor: Float = 1) {
    result.withUnsafeMutableBytes { fill($0.bindMemory(to: Float.self), rows, factor: factor) }
  }

  /// The same for rows that follow one another.
  func fill(_ result: inout [SIMD8<Float>], run: Range<Int>, factor: Float = 1) {
    guard !isWide, exact.isEmpty, let exponent, exponent >= 0, run.upperBound <= narrow.count else {
      let rows = run.map { Int32(truncatingIfNeeded: $0) }
      return fill(&result, rows: rows[...], factor: factor)
    }
    let scale = Float(Self.powers[exponent]) * factor
    precondition(run.count <= 8 * result.count, "room for each row")
    result.withUnsafeMutableBytes { result in
      narrow.withUnsafeBufferPointer { counts in
        Self.fill(
          result.bindMemory(to: Float.self), UnsafeBufferPointer(rebasing: counts[run]), scale)
      }
    }
  }

  /// Where rows begin that follow one another; `nil` for others.
  static func firstOfRun(_ rows: ArraySlice<Int32>) -> Int? {
    guard let first = rows.first, first >= 0 else { return nil }
    var differences: Int32 = 0
    for (index, row) in rows.enumerated() {
      differences |= row ^ (first &+ Int32(truncatingIfNeeded: index))
    }
    return differences == 0 ? Int(first) : nil
  }

  @inline(__always)
  private func fill<Number: BinaryFloatingPoint>(
    _ result: UnsafeMutableBufferPointer<Number>, _ rows: ArraySlice<Int32>, factor: Number
  ) {
    precondition(rows.count <= result.count, "room for each row")
    guard !isWide, exact.isEmpty, (exponent ?? 0) >= 0 else {
      for (index, row) in rows.enumerated() { result[index] = Number(double(Int(row))) * factor }
      return
    }
    let scale = Number(Self.powers[exponent ?? 0]) * factor
    rows.withUnsafeBufferPointer { rows in
      narrow.withUnsafeBufferPointer { counts in
        if let run = Self.run(rows, in: counts) {
          Self.fill(result, run, scale)
        } else {
          Self.fill(result, rows, counts, scale)
        }
      }
    }
  }

  /// The counts of rows that follow one another, as most do; `nil` where they do not.
  private static func run(
    _ rows: UnsafeBufferPointer<Int32>, in counts: UnsafeBufferPointer<Int32>
  ) -> UnsafeBufferPointer<Int32>? {
    guard let first = rows.first, first >= 0, rows.count <= counts.count - Int(first) else {
      return nil
    }
    var differences: Int32 = 0
    for index in rows.indices {
      differences |= rows[index] ^ (first &+ Int32(truncatingIfNeeded: index))
    }
    guard differences == 0 else { return nil }
    return UnsafeBufferPointer(rebasing: counts[Int(first)..<Int(first) + rows.count])
  }

  @inline(__always)
  private static func fill<Number: BinaryFloatingPoint>(
    _ result: UnsafeMutableBufferPointer<Number>, _ run: UnsafeBufferPointer<Int32>,
    _ scale: Number
  ) {
    for index in run.indices {
      let count = run[index]
      let value = Number(count) * scale
      result[index] = count >= smallest ? value : .nan
    }
  }

  @inline(__always)
  private static func fill<Number: BinaryFloatingPoint>(
    _ result: UnsafeMutableBufferPointer<Number>, _ rows: UnsafeBufferPointer<Int32>,
    _ counts: UnsafeBufferPointer<Int32>, _ scale: Number
  ) {
    for index in rows.indices {
      let row = Int(rows[index])
      let count = counts.indices.contains(row) ? counts[row] : absent
      result[index] = count >= smallest ? Number(count) * scale : .nan
    }
  }

  /// A row's value as the nearest `Double`; NaN where there is none.
  ///
  /// - Parameter row: negative for none.
  func double(_ row: Int) -> Double {
    let raw = row >= 0 ? raw(row) : Int64(Self.absent)
    if !Self.isMark(raw) { return scaled(raw) }
    return raw == Int64(Self.aside) ? exact[row].map(Self.double) ?? .nan : .nan
  }

  private func scaled(_ count: Int64) -> Double {
    let exponent = exponent ?? 0
    let power = Self.powers[abs(exponent)]
    return exponent >= 0 ? Double(count) * power : Double(count) / power
  }

  private static func double(_ value: ExactDecimal) -> Double {
    Double(value.coefficient) / powers[value.scale]
  }

  /// The nearest `Double` of each power of ten that an exact decimal may have.
  private static let powers = (0...38).map { Double(Int128.powerOfTen($0)) }
}
