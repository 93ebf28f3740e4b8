// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The built-in entries of a catalogue file with the office's own over them, checked.
struct LayeredCatalogue {
  private(set) var patterns: [String: Pattern] = [:]
  private(set) var findings: [Finding] = []

  init(_ name: String, in templates: Templates) {
    let builtIn = CatalogueFile(templates.builtIn(name) ?? "", named: name)
    patterns = builtIn.entries.mapValues { Pattern($0.text) }
    findings = builtIn.findings
    guard let override = templates.override(name) else { return }
    let file = CatalogueFile(override, named: name)
    findings += file.findings
    for (key, entry) in file.entries.sorted(by: { $0.key < $1.key }) { lay(entry, over: key) }
  }

  private mutating func lay(_ entry: CatalogueFile.Entry, over key: String) {
    let pattern = Pattern(entry.text)
    guard let original = patterns[key] else {
      // An office may add words for its own templates; any other new key is a slip.
      guard key.hasPrefix("words.") else {
        findings.append(.unknown(.unknownKey, key, among: patterns.keys, at: entry.location))
        return
      }
      patterns[key] = pattern
      return
    }
    // A finding's placeholders are its arguments, which differ from code to code.
    if !FindingCode.allCases.contains(where: { key.hasPrefix($0.rawValue) }) {
      for name in pattern.placeholders.subtracting(original.placeholders).sorted() {
        findings.append(
          .unknown(.unknownTemplateName, name, among: original.placeholders, at: entry.location))
      }
    }
    patterns[key] = pattern
  }
}

extension Finding {
  /// A name that does not resolve, with the nearest one that does.
  static func unknown(
    _ code: FindingCode, _ name: String, among known: some Sequence<String>, at location: Location
  ) -> Finding {
    var arguments = [code == .unknownKey ? "key" : "name": name]
    arguments["suggestion"] = suggestion(for: name, among: known)
    return Finding(code, at: location, raw: name, arguments)
  }
}
