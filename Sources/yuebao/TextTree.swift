// SPDX-License-Identifier: Apache-2.0

/// A tree for a terminal: a line a node, its parts indented below it.
struct TextTree {
  var line: String
  var parts: [TextTree] = []

  /// The parts' lines, with the branches before them; the node's own line is not among them.
  var branches: [String] {
    parts.enumerated().flatMap { index, part in
      let isLast = index == parts.count - 1
      return [(isLast ? "└─ " : "├─ ") + part.line]
        + part.branches.map { (isLast ? "   " : "│  ") + $0 }
    }
  }
}
