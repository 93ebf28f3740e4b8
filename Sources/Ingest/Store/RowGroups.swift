// SPDX-License-Identifier: Apache-2.0

/// Which group each row of a survey period's returns belongs to.
struct RowGroups: Sendable {
  /// How many groups there are.
  let count: Int
  /// By row, at least 0 and at most `count`: rows that do not count have a group of their own behind the
  /// others, so that adding up need not ask.
  let ofRow: [Int32]
  /// How many rows each group has, that one's included.
  let sizes: [Int32]

  /// - Parameter groups: by row, smaller than `count`; negative for rows that do not count.
  init(_ groups: [Int32], count: Int) {
    precondition(groups.allSatisfy { $0 < count }, "no group beyond those that are counted")
    var sizes = [Int32](repeating: 0, count: count + 1)
    let last = Int32(truncatingIfNeeded: count)
    ofRow = groups.map { group in
      let group = group < 0 ? last : group
      sizes[Int(group)] += 1
      return group
    }
    self.count = count
    self.sizes = sizes
  }
}
