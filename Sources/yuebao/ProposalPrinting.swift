// SPDX-License-Identifier: Apache-2.0
import Ingest
import Reports
import Statistics
import Tables

/// `yuebao table FILE --propose-layout`: studies the file and prints a first layout for it.
struct ProposalPrinting {
  let command: TableCommand
  let options: TableOptions
  let findings: FindingsPrinter

  func print(_ source: any ByteSource) throws {
    let proposer = LayoutProposer(
      file: command.file, sheet: command.sheet, definitions: definitions())
    let problems = readTable(from: source, options: options, to: proposer)
    findings.print(problems.map { Finding($0, in: command.file) })
    let fatal = problems.last { $0.isFatal }
    if fatal == nil, !proposer.foundSheet, let name = command.sheet {
      throw Stop.noSuchSheet(name, proposer.sheets.map { ($0.number, $0.name) })
    }
    // Guesses from half a file would look like those from all of it.
    if let fatal {
      throw Stop(fatal.kind == .unreadable ? .noInput : .badData, Message("table_not_read"))
    }
    guard let proposal = proposer.proposal else {
      findings.print([proposer.finding])
      throw Stop(.badData, Message("propose_nothing"))
    }
    let output = StandardOutput()
    for line in proposal.lines { output.write(text(of: line) + "\n") }
    try output.finish()
  }

  private func text(of line: LayoutProposal.Line) -> String {
    guard let remark = line.remark else { return line.yaml }
    // Texts of the file stand in comments too, and must not end them.
    let arguments = remark.arguments.mapValues { String($0.prefix(80)).onOneLine }
    let comment = "# " + findings.catalogue.sentence(remark.key, arguments).onOneLine
    return line.yaml.isEmpty ? comment : line.yaml + "  " + comment
  }

  /// Of the workspace, where there is one without errors.
  private func definitions() -> Definitions? {
    let folder = WorkspaceFolder(path: Path.trimmed(command.workspace))
    guard Folder.kind(of: folder.absolute(Configuration.file)) == .file else { return nil }
    let definitions = Definitions.load(from: folder).0
    if definitions == nil { findings.note(Message("propose_broken_workspace")) }
    return definitions
  }
}
