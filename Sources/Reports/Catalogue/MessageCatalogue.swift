// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The words of one language: report words from `messages.<lang>.yml`, findings from
/// `findings.<lang>.yml`.
///
/// An office's file lies over the built-in one entry by entry, so it holds only what it changes.
package struct MessageCatalogue: Sendable {
  package let language: Language
  private let messages: [String: Pattern]
  private let findings: [String: Pattern]
  private let commands: [String: Pattern]
  /// What `check(_:)` reports of the two files.
  let problems: [Finding]

  package init(_ language: Language, from templates: Templates) {
    self = templates.catalogue(language)
  }

  /// Reads the files; `Templates.catalogue(_:)` remembers them.
  init(reading language: Language, from templates: Templates) {
    let messages = LayeredCatalogue("messages.\(language.rawValue).yml", in: templates)
    let findings = LayeredCatalogue("findings.\(language.rawValue).yml", in: templates)
    self.language = language
    self.messages = messages.patterns
    self.findings = findings.patterns
    let commands = LayeredCatalogue("commands.\(language.rawValue).yml", in: templates)
    self.commands = commands.patterns
    problems = messages.findings + findings.findings + commands.findings
  }

  /// The message in pieces, its placeholders filled.
  func pieces(_ message: Message, _ values: [String: [Piece]] = [:]) -> [Piece] {
    (messages[message.rawValue] ?? Pattern(message.rawValue)).filled(with: values)
  }

  func text(_ message: Message, _ values: [String: String] = [:]) -> String {
    pieces(message, values.mapValues { [.text($0)] }).text
  }

  /// What happened and what to do about it. Placeholders are the finding's arguments, `{raw}` and
  /// `{period}`. Of arguments in both languages, `name_zh` and `name_en`, `{name}` is the
  /// catalogue's own.
  package func text(of finding: Finding) -> (message: String, remedy: String) {
    let values = values(of: finding)
    let code = finding.code.rawValue
    return (entry(code + ".message", values) ?? code, entry(code + ".remedy", values) ?? "")
  }

  /// What fills the placeholders of a finding's words.
  func values(of finding: Finding) -> [String: String] {
    var values = finding.arguments
    let suffix = "_" + language.rawValue
    for (name, text) in finding.arguments where name.hasSuffix(suffix) {
      values[String(name.dropLast(suffix.count))] = text
    }
    values["raw"] = finding.raw
    values["period"] = finding.period?.description
    return values
  }

  /// A sentence of the command line, from `commands.<lang>.yml`.
  package func sentence(_ key: String, _ values: [String: String]) -> String {
    (commands[key] ?? Pattern(key)).filled(with: values.mapValues { [.text($0)] }).text
  }

  private func entry(_ key: String, _ values: [String: String]) -> String? {
    findings[key]?.filled(with: values.mapValues { [.text($0)] }).text
  }

  /// Every `words.` entry by its name without that prefix, for templates.
  var words: [String: String] {
    let prefix = "words."
    let own = messages.filter { $0.key.hasPrefix(prefix) }
    return Dictionary(
      uniqueKeysWithValues: own.map {
        (String($0.key.dropFirst(prefix.count)), $0.value.filled(with: [:]).text)
      })
  }

  var keys: Set<String> { Set(messages.keys) }
  var findingKeys: Set<String> { Set(findings.keys) }
  var commandKeys: Set<String> { Set(commands.keys) }
  func placeholders(of key: String) -> Set<String> { messages[key]?.placeholders ?? [] }
  func placeholders(ofCommand key: String) -> Set<String> { commands[key]?.placeholders ?? [] }
}
