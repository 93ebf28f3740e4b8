// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Reports

/// Makes an empty workspace.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make an empty workspace with commented examples.")

  @Argument(help: "The folder; made where it does not exist.")
  var directory: String

  @Option(help: ArgumentHelp("The language of messages: zh or en.", valueName: "zh|en"))
  var lang: LanguageList?

  func run() throws {
    try NewWorkspace.run(in: directory, lang) { workspace in
      try workspace.write(
        StarterFiles.definitions + StarterFiles.examples
          + Templates.builtInNames.map { name in
            ("Templates/" + name, Array((Templates().builtIn(name) ?? "").utf8))
          })
    }
  }
}
