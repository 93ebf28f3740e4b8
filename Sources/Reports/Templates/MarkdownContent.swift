// SPDX-License-Identifier: Apache-2.0
import Mustache

/// Text in GitHub-flavoured Markdown, in paragraphs and in table cells.
struct MarkdownContent: MustacheContentType {
  static let name = "YUEBAO_MARKDOWN"

  func escapeText(_ text: String) -> String {
    guard !isNumber(text) else { return text }
    var result = leading(text)
    for scalar in text.unicodeScalars.dropFirst(result.isEmpty ? 0 : 1) {
      switch scalar {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "\\", "|", "*", "_", "`", "[", "]", "#", "~", "$", "!":
        result += "\\" + String(scalar)
      // Bare addresses would become links to wherever a cell's text says.
      case ":": result += text.contains("://") ? "&#58;" : ":"
      case "\n", "\r": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result.replacingWebAddressStart()
  }

  /// A first sign that would begin a list or underline a heading, escaped; else nothing.
  private func leading(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, "+-=".unicodeScalars.contains(first) else {
      return ""
    }
    return "\\" + String(first)
  }

  /// `-12,345.6`: what a table cell mostly holds stays readable in the raw text.
  private func isNumber(_ text: String) -> Bool {
    var digits = text[...]
    if digits.hasPrefix("-") { digits = digits.dropFirst() }
    return !digits.isEmpty
      && digits.unicodeScalars.allSatisfy { "0123456789.,".unicodeScalars.contains($0) }
  }
}

extension String {
  fileprivate func replacingWebAddressStart() -> String {
    let parts = split(separator: "www.", omittingEmptySubsequences: false)
    return parts.joined(separator: "www&#46;")
  }
}
