// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Reports
import Statistics

/// An explanation for people: the figure, then a tree of what it came from.
struct ExplanationText {
  private let explanation: Explanation
  private let words: ExplanationWords

  init(_ explanation: Explanation, _ reading: Reading) {
    self.explanation = explanation
    words = ExplanationWords(reading)
  }

  /// Nothing of a file acts on the terminal.
  var text: String { (head + own).map(\.onOneLine).joined(separator: "\n") }

  private var figure: Figure { explanation.figure }

  private var head: [String] {
    let title = words.names.name(of: figure.name)
    let line = [figure.name.description, title, words.value(of: explanation.printed)]
    let marks = words.names.notes(on: figure.marks).map { "※ " + $0 }
    return [line.joined(separator: "  ")] + marks + body(explanation.printed)
  }

  /// What stands beside a bureau's value.
  private var own: [String] {
    guard let own = explanation.own else { return [] }
    let difference = figure.differenceToOwn.map { difference in
      let unit = figure.unit == .percent ? UnitOfMeasure.percentagePoint : figure.unit
      return words.rounded(difference, figure.decimals, unit)
    }
    let line = words.say(
      "own", ["value": words.value(of: own), "difference": difference ?? ""])
    return ["", line] + body(own)
  }

  /// What a value came from, without its own line.
  private func body(_ node: ExplanationNode) -> [String] {
    let tail = words.origin(of: node)
    return (tail.isEmpty ? [] : [tail]) + TextTree(line: "", parts: parts(of: node)).branches
  }

  // MARK: - The tree

  private func tree(_ node: ExplanationNode) -> TextTree {
    let origin = words.origin(of: node)
    let line = [
      words.label(of: node), words.value(of: node) + (origin.isEmpty ? "" : " " + origin),
    ]
    return TextTree(
      line: line.filter { !$0.isEmpty }.joined(separator: "  "), parts: parts(of: node))
  }

  private func parts(of node: ExplanationNode) -> [TextTree] {
    switch node.source {
    case .formula(_, let parts):
      let isFolded = parts.contains { $0.isFolded }
      return parts.map(tree) + (isFolded ? [TextTree(line: words.say("folded"))] : [])
    case .returns(let breakdown):
      return BreakdownText(breakdown: breakdown, words: words).parts
    case .stated, .defined, .folded, .nowhere: return []
    }
  }
}

extension ExplanationNode {
  /// Whether it stands for an explanation of its own.
  var isFolded: Bool {
    guard case .folded = source else { return false }
    return true
  }
}
