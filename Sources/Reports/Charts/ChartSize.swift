// SPDX-License-Identifier: Apache-2.0

/// The measures of a drawing in pixels. What is drawn in rows is as high as its rows need.
struct ChartSize: Hashable, Sendable {
  let width: Int
  let height: Int
  /// Room for the names at the lines' ends.
  let right: Int
  let isNarrow: Bool

  static let wide = ChartSize(width: 720, height: 400, right: 190, isNarrow: false)
  /// For a phone.
  static let narrow = ChartSize(width: 400, height: 400, right: 156, isNarrow: true)
}
