// SPDX-License-Identifier: Apache-2.0
import Mustache

/// Text in HTML and XML, in element content and in quoted attributes.
///
/// Mustache's own escaping goes character by character and lets a quotation mark with a combining
/// accent pass, which ends an attribute. This one goes by Unicode scalars.
struct HTMLContent: MustacheContentType {
  static let name = "YUEBAO_HTML"

  func escapeText(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
