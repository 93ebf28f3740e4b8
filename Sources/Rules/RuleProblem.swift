// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Something wrong in a rule's expression, with its place in it.
package struct RuleProblem: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// It cannot be read.
    case syntax
    /// It can be read and makes no sense: 元 compared with 人, a number where a condition belongs.
    case type
    case unknownName(String, suggestion: String?)
  }

  package let kind: Kind
  /// The character that it stands at, counted from 0 in Unicode scalars of the expression.
  package let offset: Int
  package let message: LocalizedName

  static func syntax(_ offset: Int, zh: String, en: String) -> RuleProblem {
    RuleProblem(kind: .syntax, offset: offset, message: LocalizedName(zh: zh, en: en))
  }

  static func type(_ offset: Int, zh: String, en: String) -> RuleProblem {
    RuleProblem(kind: .type, offset: offset, message: LocalizedName(zh: zh, en: en))
  }

  static func unknown(
    _ name: String, among known: some Sequence<String>, at offset: Int
  )
    -> RuleProblem
  {
    RuleProblem(
      kind: .unknownName(name, suggestion: suggestion(for: name, among: known)), offset: offset,
      message: LocalizedName(zh: "没有定义“\(name)”", en: "“\(name)” is not defined"))
  }

  /// The expression around the place, which a caret marks: `sales.ytd <= ‸gros_output.ytd`.
  package func excerpt(of expression: String) -> String {
    let scalars = Array(expression.unicodeScalars)
    let place = min(max(offset, 0), scalars.count)
    func text(_ part: ArraySlice<Unicode.Scalar>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: part.map { $0.properties.isWhitespace ? " " : $0 })
      return String(view)
    }
    let (first, end) = (max(0, place - 24), min(scalars.count, place + 24))
    return (first > 0 ? "…" : "") + text(scalars[first..<place]) + "‸" + text(scalars[place..<end])
      + (end < scalars.count ? "…" : "")
  }
}
