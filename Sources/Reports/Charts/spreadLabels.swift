// SPDX-License-Identifier: Apache-2.0

/// Moves labels apart as little as their order allows, so that none covers another.
///
/// - Parameters:
///   - wanted: Where each would stand best, from the top, in any order.
///   - gap: The least distance between two.
///   - limits: The range that none may leave while there is room.
/// - Returns: The places, in the order of `wanted`.
func spreadLabels(_ wanted: [Int], gap: Int, within limits: ClosedRange<Int>) -> [Int] {
  let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
  var places = wanted
  var lowest = limits.lowerBound
  for index in order {
    places[index] = max(places[index], lowest)
    lowest = places[index] + gap
  }
  var highest = limits.upperBound
  for index in order.reversed() {
    places[index] = min(places[index], highest)
    highest = places[index] - gap
  }
  return places
}
