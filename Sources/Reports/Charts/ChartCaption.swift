// SPDX-License-Identifier: Apache-2.0

/// What stands around a picture. A page prints it itself; a file of its own has it inside.
struct ChartCaption: Hashable, Sendable {
  /// Tells a page's charts apart: the beginning of all identifiers inside. Any text will do.
  let id: String
  /// A sentence with the finding.
  let title: String
  /// What is measured and its unit; empty where each row has its own.
  let unit: String
  /// The source line.
  var source: String?

  /// Letters, digits and hyphens, for `id`, `url(#…)` and `href`: any other scalar becomes its
  /// number, so that two texts never give the same.
  var safeID: String {
    var safe = ""
    for scalar in id.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-": safe.unicodeScalars.append(scalar)
      default: safe += "_" + String(scalar.value, radix: 16) + "_"
      }
    }
    let startsWithLetter = safe.unicodeScalars.first.map { $0.properties.isAlphabetic } ?? false
    return startsWithLetter ? safe : "chart_" + safe
  }
}
