// SPDX-License-Identifier: Apache-2.0
import Statistics
import Yams

/// One YAML file read strictly: an unknown key is an error with a suggestion, a value of the wrong
/// kind is an error with its line and column. Everything wrong in a file is found in one pass.
final class DefinitionDocument {
  let file: String
  private(set) var findings: [Finding] = []

  init(file: String) { self.file = file }

  /// Reads the file and its top-level mapping; `nil` with a finding where that fails.
  func root(_ bytes: [UInt8]) -> DefinitionNode? {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      report(.definitionSyntax, at: nil, ["problem": "not UTF-8"])
      return nil
    }
    do {
      guard let node = try Yams.compose(yaml: text), node.mapping != nil else {
        report(.definitionSyntax, at: nil, ["problem": "no mapping of keys to values"])
        return nil
      }
      return DefinitionNode(node: node, document: self)
    } catch let error as YamlError {
      report(.definitionSyntax, at: error.mark, ["problem": error.problem])
    } catch {
      report(.definitionSyntax, at: nil, ["problem": "\(error)"])
    }
    return nil
  }

  func report(
    _ code: FindingCode, at mark: Mark?, raw: String? = nil, _ arguments: [String: String]
  ) {
    let location = Location(file: file, column: mark?.column, line: mark?.line)
    findings.append(Finding(code, at: location, raw: raw, arguments))
  }
}

extension YamlError {
  fileprivate var mark: Mark? {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark
    case .duplicatedKeysInMapping(_, let context): context.mark
    default: nil
    }
  }

  fileprivate var problem: String {
    switch self {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _),
      .composer(_, let problem, _, _):
      problem
    case .duplicatedKeysInMapping(let keys, _):
      "found twice: " + keys.sorted().joined(separator: ", ")
    default: "\(self)"
    }
  }
}
