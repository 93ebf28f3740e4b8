// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Ingest
import Reports
import Statistics
import Tables

/// Prints what the program sees in one file.
struct TableCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "table",
    abstract: "Print what the program sees in one file.",
    discussion: """
      Format and encoding are recognised by content. Needs no workspace. Exit status 65 where the \
      file could not be read to its end: what was read before is printed.

      With --observations, what the workspace's layouts make of the file, each value with its \
      cell. With --propose-layout, a first layout for a form that the workspace does not know yet: \
      put it into Input/layouts, check each line, run yuebao check.
      """)

  @Argument(help: "The file; - for standard input.")
  var file: String

  @Option(help: "How to print: text, json or csv. CSV has room for one sheet.")
  var format = OutputFormat.text

  @Option(help: "Only this sheet: its name, or its number counted from 1.")
  var sheet: String?

  @Option(
    help: ArgumentHelp("Only these rows, such as 1-20, 7 or 100-.", valueName: "rows"),
    transform: RowSelection.parse)
  var rows: ClosedRange<Int>?

  @Option(
    help: "The encoding, such as GB18030, whatever the file says.",
    transform: TableCommand.encoding(named:))
  var encoding: TextEncoding?

  @Option(
    help: "What stands between the cells of a delimited text: a character, or tab.",
    transform: TableCommand.separator(named:))
  var separator: UInt8?

  @Flag(help: "Print the observations that the workspace's layouts read from it.")
  var observations = false

  @Flag(help: "Print a first layout for the file, each guess with a comment saying why.")
  var proposeLayout = false

  @Option(help: "The workspace whose layouts and names are used.")
  var workspace = "."

  @Option(help: ArgumentHelp("The language of words: zh or en.", valueName: "zh|en"))
  var lang: LanguageList?

  func run() throws {
    try Command.run(lang, isQuiet: false) { findings in
      findings.shown = .max
      if observations { return try printObservations(&findings) }
      let source = try InputFile.open(file)
      try TableReading(source, command: self, findings: findings).print()
    }
  }

  private func printObservations(_ printer: inout FindingsPrinter) throws {
    let folder = WorkspaceFolder(path: Path.trimmed(workspace))
    guard Folder.kind(of: folder.path) == .folder else {
      throw Stop(.noInput, Message("no_workspace", ["path": folder.path]))
    }
    let (definitions, _, _, _) = try Reading.define(folder, lang, &printer)
    let source = try InputFile.open(file)
    let ingest = ReturnsIngest(definitions: definitions, listsObservations: true)
    ingest.ingest(file: file, size: source.size, from: source)
    ingest.settle()
    try ObservationsPrinter(observations: ingest.observations()).print(format)
    let found = ingest.sortedFindings
    printer.print(found)
    let errors = found.count { $0.severity == .error }
    if errors > 0 { throw Stop(.badData, Message("bad_data", ["count": String(errors)])) }
  }

  private static func encoding(named name: String) throws -> TextEncoding {
    if let encoding = TextEncoding(label: name) { return encoding }
    throw ValidationError(
      "'\(name)' is no encoding that can be read. Known: UTF-8, UTF-16LE, UTF-16BE, GB18030, Big5, "
        + "Shift_JIS, EUC-JP, EUC-KR, KOI8-R, ISO-8859-1, Windows-1252 and their like.")
  }

  private static func separator(named name: String) throws -> UInt8 {
    if name == "tab" || name == "\\t" { return UInt8(ascii: "\t") }
    if name.utf8.count == 1, let byte = name.utf8.first, byte < 0x7F,
      !"\"\r\n\0".utf8.contains(byte)
    {
      return byte
    }
    throw ValidationError("'\(name)' is no separator. Write one ASCII character, or tab.")
  }
}
