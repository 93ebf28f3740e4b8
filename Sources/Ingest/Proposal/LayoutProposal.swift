// SPDX-License-Identifier: Apache-2.0

/// A first layout for an unknown file: lines of YAML, each with why it was guessed.
package struct LayoutProposal: Sendable {
  /// A sentence of `Templates/commands.<language>.yml`, which becomes the line's comment.
  package struct Remark: Hashable, Sendable {
    package let key: String
    package let arguments: [String: String]

    init(_ key: String, _ arguments: [String: String] = [:]) {
      self.key = "propose_" + key
      self.arguments = arguments
    }
  }

  package struct Line: Hashable, Sendable {
    /// Blanks before it included; empty for a comment of its own or a blank line.
    package let yaml: String
    package let remark: Remark?
  }

  package private(set) var lines: [Line] = []
  /// Placeholders given so far: each is a name that no workspace has, so that `yuebao check` refuses
  /// the layout until it is replaced.
  private var placeholders: [String: String] = [:]

  mutating func add(_ yaml: String, _ remark: Remark? = nil) {
    lines.append(Line(yaml: yaml, remark: remark))
  }

  mutating func addBlank() { add("") }

  /// The placeholder for an indicator that the workspace does not know, one for each text.
  mutating func placeholder(for text: String) -> String {
    if let given = placeholders[text] { return given }
    let next = "TODO_\(placeholders.count + 1)"
    placeholders[text] = next
    return next
  }

  /// No unit of measure has this name.
  static let unknownUnit = "TODO_UNIT"
}
