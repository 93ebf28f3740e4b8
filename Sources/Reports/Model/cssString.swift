// SPDX-License-Identifier: Apache-2.0

/// The text as a CSS string with its quotation marks, safe inside a `<style>` element, where no
/// HTML escaping applies.
func cssString(_ text: String) -> String {
  var result = "\""
  for scalar in harmless(text).unicodeScalars {
    switch scalar {
    case "\"", "\\", "<", ">", "&", "'":
      result += "\\" + String(scalar.value, radix: 16) + " "
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
