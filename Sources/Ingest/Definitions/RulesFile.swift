// SPDX-License-Identifier: Apache-2.0
import Rules
import Statistics
import Yams

/// `Input/rules.yml`: the edit rules. A workspace without rules has no such file.
struct RulesFile {
  static let file = "Input/rules.yml"

  private let names: RuleNames
  private let document = DefinitionDocument(file: file)
  private let source: YAMLSource
  /// What stands within an expression, where the document's marks do not reach.
  private var findings: [Finding] = []
  private var rules: [Rule] = []

  /// - Returns: the rules that have no error, in the file's order.
  static func load(_ bytes: [UInt8], names: RuleNames, findings: inout [Finding]) -> [Rule] {
    var file = RulesFile(bytes, names: names)
    file.read(bytes)
    file.compare()
    findings += file.document.findings + file.findings
    return file.rules
  }

  private init(_ bytes: [UInt8], names: RuleNames) {
    self.names = names
    source = YAMLSource(String(decoding: bytes, as: UTF8.self))
  }

  private mutating func read(_ bytes: [UInt8]) {
    guard let root = document.root(bytes) else { return }
    root.allowOnly(["rules"])
    var ids: Set<String> = []
    for node in root.requiredChild("rules")?.elements ?? [] {
      let id = node.child("id")?.node.scalar?.string
      let isRepeated = id.map { !ids.insert($0).inserted } ?? false
      if isRepeated { node.report(.repeatedName, raw: id, ["name": id ?? ""]) }
      // What else is wrong in it is found all the same.
      if let rule = rule(node), !isRepeated { rules.append(rule) }
    }
  }

  private mutating func rule(_ node: DefinitionNode) -> Rule? {
    node.allowOnly(["id", "name", "description", "severity", "over", "expression"])
    let (id, name, description) = (
      node.ruleIdentifier("id"), node.name("name"), node.name("description")
    )
    let severity = node.choice("severity", as: Finding.Severity.self)
    let scope = node.child("over") == nil ? .units : node.choice("over", as: RuleScope.self)
    guard let expression = node.requiredChild("expression"), let text = expression.text else {
      return nil
    }
    // An expression is checked even where another key is wrong, so that all slips are found.
    let (rule, problems) = Rule.read(
      id: id ?? "", name: name ?? LocalizedName(zh: ""),
      description: description ?? LocalizedName(zh: ""), severity: severity ?? .error,
      scope: scope ?? .units, expression: text,
      at: Location(file: Self.file, column: node.node.mark?.column, line: node.node.mark?.line),
      names: names)
    for problem in problems { report(problem, in: expression, text, rule: id ?? "") }
    let isWhole =
      id != nil && name != nil && description != nil && severity != nil && scope != nil
    return isWhole ? rule : nil
  }

  private mutating func report(
    _ problem: RuleProblem, in node: DefinitionNode, _ text: String, rule: String
  ) {
    var location = Location(file: Self.file)
    if let mark = node.node.mark {
      let place = source.place(ofCharacter: problem.offset, in: text, at: (mark.line, mark.column))
      location = Location(file: Self.file, column: place.column, line: place.line)
    }
    if case .unknownName(let name, let suggestion) = problem.kind {
      findings.append(
        Finding(
          .unknownName, at: location, raw: name,
          ["name": name, "suggestion": suggestion ?? "", "rule": rule]))
      return
    }
    findings.append(
      Finding(
        problem.kind == .syntax ? .ruleSyntax : .ruleTypes, at: location, raw: text,
        [
          "rule": rule, "character": String(problem.offset + 1),
          "excerpt": problem.excerpt(of: text), "problem_zh": problem.message.zh,
          "problem_en": problem.message.en,
        ]))
  }

  /// Finds rules that cannot hold together, or at all.
  private mutating func compare() {
    for remark in Contradictions.remarks(on: rules) {
      switch remark {
      case .contradiction(let first, let second):
        let (first, second) = (rules[first], rules[second])
        findings.append(
          Finding(
            .contradiction, at: second.location, raw: second.id,
            [
              "first": first.id, "second": second.id, "first_text": first.text,
              "second_text": second.text,
            ]))
      case .neverHolds(let position): report(.ruleNeverHolds, rules[position])
      case .alwaysHolds(let position): report(.ruleAlwaysHolds, rules[position])
      }
    }
  }

  private mutating func report(_ code: FindingCode, _ rule: Rule) {
    findings.append(
      Finding(code, at: rule.location, raw: rule.id, ["rule": rule.id, "text": rule.text]))
  }
}

extension DefinitionNode {
  /// Lower-case words joined by `-`.
  fileprivate func ruleIdentifier(_ key: String) -> String? {
    guard let child = requiredChild(key), let text = child.text else { return nil }
    let words = text.split(separator: "-", omittingEmptySubsequences: false)
    let isAllowed = words.allSatisfy { word in
      !word.isEmpty
        && word.utf8.allSatisfy {
          (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        }
    }
    if isAllowed { return text }
    child.report(.badDefinition, expected: "lower-case words joined by -")
    return nil
  }
}
