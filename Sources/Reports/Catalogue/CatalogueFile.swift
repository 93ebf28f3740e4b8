// SPDX-License-Identifier: Apache-2.0
import Statistics
import Yams

/// The entries of one catalogue file: nested mappings flattened to dotted keys.
struct CatalogueFile: Sendable {
  struct Entry: Hashable, Sendable {
    let text: String
    let location: Location
  }

  private(set) var entries: [String: Entry] = [:]
  /// Y2002 where the text is no mapping of texts.
  private(set) var findings: [Finding] = []

  /// - Parameter name: The file's name in `Templates/`.
  init(_ text: String, named name: String) {
    let path = Templates.folder + name
    do {
      guard let root = try Yams.compose(yaml: text) else { return }
      collect(root, under: "", in: path)
    } catch let error as YamlError {
      findings.append(.syntax(error, in: path))
    } catch {
      findings.append(Finding(.definitionSyntax, at: Location(file: path), ["problem": "YAML"]))
    }
  }

  private mutating func collect(_ node: Node, under key: String, in path: String) {
    let location = Location(file: path, column: node.mark?.column, line: node.mark?.line)
    switch node {
    case .scalar(let scalar):
      entries[key] = Entry(text: scalar.string, location: location)
    case .mapping(let mapping):
      for (name, value) in mapping {
        guard let name = name.scalar?.string else { continue }
        collect(value, under: key.isEmpty ? name : key + "." + name, in: path)
      }
    default:
      findings.append(Finding(.definitionSyntax, at: location, ["problem": "\(key): not a text"]))
    }
  }
}

extension Finding {
  /// Y2002: a file that is no YAML.
  static func syntax(_ error: YamlError, in path: String) -> Finding {
    Finding(.definitionSyntax, at: error.location(in: path), ["problem": error.problem])
  }
}

extension YamlError {
  fileprivate var problem: String {
    switch self {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _),
      .composer(_, let problem, _, _):
      problem
    default: "YAML"
    }
  }

  fileprivate func location(in path: String) -> Location {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      Location(file: path, column: mark.column, line: mark.line)
    default: Location(file: path)
    }
  }
}
