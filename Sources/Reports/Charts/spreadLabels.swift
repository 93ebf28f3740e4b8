// SPDX-License-Identifier: Apache-2.0

/// Moves labels apart as little as their order allows, so that none covers another.
///
/// - Parameters:
///   - wanted: Where the middle of each would stand best, from the top, in any order.
///   - heights: What each takes, its distance to the next included.
///   - limits: The range that no middle leaves while there is room.
/// - Returns: The places, in the order of `wanted`.
func spreadLabels(_ wanted: [Int], heights: [Int], within limits: ClosedRange<Int>) -> [Int] {
  let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
  var places = wanted
  var edge = limits.lowerBound - (heights.max() ?? 0) / 2
  for index in order {
    places[index] = max(places[index], edge + heights[index] / 2)
    edge = places[index] + heights[index] / 2
  }
  edge = limits.upperBound + (heights.max() ?? 0) / 2
  for index in order.reversed() {
    places[index] = min(places[index], edge - heights[index] / 2)
    edge = places[index] - heights[index] / 2
  }
  return places
}
