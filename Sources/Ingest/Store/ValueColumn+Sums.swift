// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Adding up a column by groups of its rows.
extension ValueColumn {
  /// - Parameter groups: by row, smaller than `count`; negative for rows that do not count.
  func sums(groups: [Int32], count: Int) -> ColumnSums {
    precondition(groups.allSatisfy { $0 < count }, "no group beyond those that are counted")
    var sums = ColumnSums(exponent: exponent ?? 0, count: count)
    if isWide {
      addWide(to: &sums, groups)
    } else {
      addNarrow(to: &sums, groups)
    }
    return sums
  }

  private func addWide(to sums: inout ColumnSums, _ groups: [Int32]) {
    for (row, group) in zip(wide.indices, groups) where group >= 0 {
      if Self.isMark(wide[row]) {
        add(valueAt: row, to: &sums, Int(group))
      } else {
        sums.counts[Int(group)] += Int128(wide[row])
        sums.known[Int(group)] += 1
      }
    }
  }

  /// Sums of fewer than 2³² counts of 32 bits fit 64.
  private func addNarrow(to sums: inout ColumnSums, _ groups: [Int32]) {
    var totals = [Int64](repeating: 0, count: sums.counts.count)
    var aside: [Int] = []
    totals.withUnsafeMutableBufferPointer { totals in
      sums.known.withUnsafeMutableBufferPointer { known in
        sums.missing.withUnsafeMutableBufferPointer { missing in
          for (row, (count, group)) in zip(narrow, groups).enumerated() where group >= 0 {
            let group = Int(group)
            if count >= Self.smallest {
              totals[group] &+= Int64(count)
              known[group] &+= 1
            } else if count == Self.aside {
              aside.append(row)
            } else if count != Self.absent {
              missing[group] &+= 1
            }
          }
        }
      }
    }
    sums.counts = totals.map { Int128($0) }
    for row in aside { add(valueAt: row, to: &sums, Int(groups[row])) }
  }

  /// Adds what is no count.
  private func add(valueAt row: Int, to sums: inout ColumnSums, _ group: Int) {
    switch value(row) {
    case .known(let decimal)?: sums.add(decimal, to: group)
    case .missing?: sums.missing[group] += 1
    case nil: break
    }
  }

  // MARK: - Counting

  /// How many rows of each group have at least a value, in base units.
  ///
  /// - Parameter groups: as above.
  func countReaching(_ minimum: ExactDecimal, groups: [Int32], count: Int) -> [Int32] {
    var reaching = [Int32](repeating: 0, count: count)
    guard !isWide, exact.isEmpty, let least = leastCount(of: minimum) else {
      for (row, group) in groups.enumerated() where group >= 0 {
        guard case .known(let value)? = value(row) else { continue }
        if Ratio(value) >= Ratio(minimum) { reaching[Int(group)] += 1 }
      }
      return reaching
    }
    for (row, group) in zip(narrow.indices, groups) where group >= 0 {
      if Int64(narrow[row]) >= least, narrow[row] >= Self.smallest { reaching[Int(group)] += 1 }
    }
    return reaching
  }

  /// The least count that is at least as much as a value; `nil` where that does not fit.
  private func leastCount(of minimum: ExactDecimal) -> Int64? {
    let scale = minimum.scale + (exponent ?? 0)
    if scale == 0 { return Int64(exactly: minimum.coefficient) }
    guard (1...38).contains(scale) else { return nil }
    let (whole, rest) = minimum.coefficient.quotientAndRemainder(
      dividingBy: Int128.powerOfTen(scale))
    return Int64(exactly: rest > 0 ? whole + 1 : whole)
  }
}
