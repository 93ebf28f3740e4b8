// SPDX-License-Identifier: Apache-2.0

extension GrowthChart {
  /// The measures of a drawing, in pixels.
  struct Frame: Hashable, Sendable {
    let width: Int
    let height: Int
    let left: Int
    /// Room for the names at the lines' ends.
    let right: Int
    let top = 20
    let bottom = 52
    /// Else only each quarter's last month is written under the axis.
    let showsEveryMonth: Bool
    /// Distinguishes the identifiers of two drawings in one page.
    let id: String

    static let wide = Frame(
      width: 720, height: 400, left: 44, right: 190, showsEveryMonth: true, id: "growth")
    static let narrow = Frame(
      width: 400, height: 400, left: 30, right: 156, showsEveryMonth: false, id: "growth-narrow")
  }
}
