// SPDX-License-Identifier: Apache-2.0

/// Names that Excel, WPS and LibreOffice take for sheets: at most 31 UTF-16 units, none of
/// `[ ] : * ? / \`, no apostrophe at either end, not `History`, not empty, and each only once
/// whatever its case. A name that is taken gets a number behind it. Nor `#`, at which libxlsxwriter
/// cuts a link.
func sheetNames(_ wished: [String]) -> [String] {
  var taken: Set<String> = ["history"]
  return wished.map { wish in
    let base = allowed(wish)
    var name = shortened(base, to: 31)
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      let suffix = " \(number)"
      name = shortened(base, to: 31 - suffix.utf16.count) + suffix
      number += 1
    }
    return name
  }
}

private func allowed(_ wish: String) -> String {
  var name = ""
  for scalar in harmless(wish).unicodeScalars {
    name.unicodeScalars.append("[]:*?/\\#".unicodeScalars.contains(scalar) ? "_" : scalar)
  }
  let ends: (Character) -> Bool = { $0 == "'" || $0 == " " }
  name = String(name.drop(while: ends).reversed().drop(while: ends).reversed())
  return name.isEmpty ? "_" : name
}

/// The text, or as many of its first characters as fit into so many UTF-16 units.
func shortened(_ text: String, to units: Int) -> String {
  guard text.utf16.count > units else { return text }
  var length = 0
  let scalars = text.unicodeScalars.prefix { scalar in
    length += scalar.utf16.count
    return length <= units
  }
  return String(String.UnicodeScalarView(scalars))
}
