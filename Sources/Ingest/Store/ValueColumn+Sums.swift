// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Adding up a column by groups of its rows.
extension ValueColumn {
  func sums(_ groups: RowGroups) -> ColumnSums {
    var sums = ColumnSums(exponent: exponent ?? 0, count: groups.count + 1)
    if isWide {
      addWide(to: &sums, groups.ofRow)
    } else {
      addNarrow(to: &sums, groups)
    }
    sums.removeLast()
    return sums
  }

  private func addWide(to sums: inout ColumnSums, _ groups: [Int32]) {
    for (row, group) in zip(wide.indices, groups) {
      if Self.isMark(wide[row]) || !sums.add(wide[row], to: Int(group)) {
        add(valueAt: row, to: &sums, Int(group))
      }
    }
  }

  /// Rows that are looked at together: mostly all of them have a value.
  private static let run = 256

  /// Sums of fewer than 2³² counts of 32 bits fit 64. Pointers, as there are millions of rows: `RowGroups`
  /// has no group beyond those that are counted.
  private func addNarrow(to sums: inout ColumnSums, _ groups: RowGroups) {
    var aside: [Int] = []
    sums.known = groups.sizes
    groups.ofRow.withUnsafeBufferPointer { groups in
      let count = min(narrow.count, groups.count)
      // Rows behind its end have no value.
      for row in count..<groups.count { sums.known[Int(groups[row])] -= 1 }
      narrow.withUnsafeBufferPointer { narrow in
        for start in stride(from: 0, to: count, by: Self.run) {
          let rows = start..<min(start + Self.run, count)
          if Self.haveValues(narrow, rows) {
            sums.counts.withUnsafeMutableBufferPointer { totals in
              for row in rows { totals[Int(groups[row])] &+= Int64(narrow[row]) }
            }
          } else {
            Self.addMixed(narrow, groups, rows, to: &sums, &aside)
          }
        }
      }
    }
    for row in aside { add(valueAt: row, to: &sums, Int(groups.ofRow[row])) }
  }

  private static func haveValues(_ counts: UnsafeBufferPointer<Int32>, _ rows: Range<Int>) -> Bool {
    var least = Int32.max
    for row in rows { least = min(least, counts[row]) }
    return least >= smallest
  }

  /// Adds rows of which some have no count; they are in `known` so far.
  private static func addMixed(
    _ counts: UnsafeBufferPointer<Int32>, _ groups: UnsafeBufferPointer<Int32>, _ rows: Range<Int>,
    to sums: inout ColumnSums, _ aside: inout [Int]
  ) {
    sums.counts.withUnsafeMutableBufferPointer { totals in
      sums.known.withUnsafeMutableBufferPointer { known in
        sums.missing.withUnsafeMutableBufferPointer { missing in
          for row in rows {
            let (count, group) = (counts[row], Int(groups[row]))
            if count >= smallest {
              totals[group] &+= Int64(count)
              continue
            }
            known[group] &-= 1
            if count == Self.aside {
              aside.append(row)
            } else if count != absent {
              missing[group] &+= 1
            }
          }
        }
      }
    }
  }

  /// Adds what is no count, or does not fit beside the others.
  private func add(valueAt row: Int, to sums: inout ColumnSums, _ group: Int) {
    switch value(row) {
    case .known(let decimal)?: sums.add(decimal, to: group)
    case .missing?: sums.missing[group] += 1
    case nil: break
    }
  }

  // MARK: - Counting

  /// How many rows of each group have at least a value, in base units.
  func countReaching(_ minimum: ExactDecimal, _ groups: RowGroups) -> [Int32] {
    var reaching = [Int32](repeating: 0, count: groups.count + 1)
    if !isWide, exact.isEmpty, let least = leastCount(of: minimum) {
      for (row, group) in zip(narrow.indices, groups.ofRow) {
        let reaches = Int64(narrow[row]) >= least && narrow[row] >= Self.smallest
        reaching[Int(group)] += reaches ? 1 : 0
      }
    } else {
      for (row, group) in groups.ofRow.enumerated() {
        guard case .known(let value)? = value(row) else { continue }
        if Ratio(value) >= Ratio(minimum) { reaching[Int(group)] += 1 }
      }
    }
    reaching.removeLast()
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
