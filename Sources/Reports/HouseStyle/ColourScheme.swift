// SPDX-License-Identifier: Apache-2.0

/// The colours of pages by day or by night, under the names of the style sheet's properties.
enum ColourScheme: String, CaseIterable, Sendable {
  case light, dark

  /// As `report.css` has them.
  var builtIn: [String: String] {
    switch self {
    case .light:
      [
        "page": "#ffffff", "text": "#1b1f24", "muted": "#57606a", "hair": "#d8dce1",
        "rule": "#1b1f24", "accent": "#0b4f7a", "wash": "#f4f6f8", "alarm": "#7a2e00",
        "alarm-wash": "#fff4e5", "series-0": "#1b1f24", "series-1": "#0072b2",
        "series-2": "#b8480a", "series-3": "#007d5a", "series-4": "#a8477f",
      ]
    case .dark:
      [
        "page": "#14171a", "text": "#e6e8eb", "muted": "#a3abb5", "hair": "#363c44",
        "rule": "#c9ced4", "accent": "#7fc0ea", "wash": "#1d2226", "alarm": "#ffc98a",
        "alarm-wash": "#33240f", "series-0": "#e6e8eb", "series-1": "#56b4e9",
        "series-2": "#f0a05f", "series-3": "#4cc9a0", "series-4": "#e29ac4",
      ]
    }
  }

  /// Those that a house style may set one by one.
  static let names = [
    "page", "text", "muted", "hair", "rule", "accent", "wash", "alarm", "alarm-wash",
  ]
  /// The total first, then sectors.
  static let series = (0..<5).map { "series-\($0)" }

  /// What stands on what, with the least contrast in tenths: text 4.5:1, marks of charts 3:1 (WCAG
  /// 2.2, 1.4.3 and 1.4.11).
  static let pairs: [(foreground: String, background: String, least: Int)] =
    [
      ("text", "page", 45), ("muted", "page", 45), ("accent", "page", 45), ("text", "wash", 45),
      ("alarm", "alarm-wash", 45),
    ] + series.map { ($0, "page", 30) }
}
