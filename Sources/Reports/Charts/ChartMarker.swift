// SPDX-License-Identifier: Apache-2.0

/// The mark on a line's point: with the dash, what tells lines apart without colour.
enum ChartMarker: Hashable, Sendable {
  case circle, square, triangle, diamond, cross

  /// One element for all places; empty for none.
  ///
  /// - Parameter size: Half the width, in pixels.
  func element(_ places: [ChartPlace], size: Int, _ colour: String) -> String {
    let path = places.map { self.path(at: $0, size: size) }.joined()
    return self == .cross ? stroked(path, colour, width: "2") : filled(path, colour)
  }

  private func path(at place: ChartPlace, size: Int) -> String {
    let s = size * 10
    let start = { (x: Int, y: Int) in "M" + ChartPlace(x: place.x + x, y: place.y + y).svg }
    switch self {
    case .circle:
      let arc = "a\(size) \(size) 0 1 0"
      return "\(start(-s, 0))\(arc) \(2 * size) 0\(arc)-\(2 * size) 0z"
    case .square: return "\(start(-s, -s))h\(2 * size)v\(2 * size)h-\(2 * size)z"
    case .triangle: return "\(start(0, -s))l\(size) \(2 * size)h-\(2 * size)z"
    case .diamond:
      let d = pixels(s + s / 4)
      return "\(start(0, -s - s / 4))l\(d) \(d)l-\(d) \(d)l-\(d)-\(d)z"
    case .cross:
      let d = 2 * size
      return "\(start(-s, -s))l\(d) \(d)m-\(d) 0l\(d)-\(d)"
    }
  }
}
