// SPDX-License-Identifier: Apache-2.0

/// Which group each place of a column belongs to.
struct CellGroups: Sendable {
  /// By place; each at least 0 and smaller than `count`.
  let ofPlace: [Int32]
  let count: Int

  init(ofPlace: [Int32], count: Int) {
    precondition(ofPlace.allSatisfy { $0 >= 0 && $0 < count }, "a group for each place")
    self.ofPlace = ofPlace
    self.count = count
  }
}
