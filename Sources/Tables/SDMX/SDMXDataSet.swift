// SPDX-License-Identifier: Apache-2.0

/// What the first pass has learned of a data set.
struct SDMXDataSet {
  /// The component of each column, from the left.
  var columns: [Int] = []
  /// By component, its column counted from 0; -1 for none.
  var columnOfComponent: [Int] = []
  var groups: SDMXGroups
  /// Whether the key of a group may hold more than what a series has.
  var groupsNeedObservation = false
}
