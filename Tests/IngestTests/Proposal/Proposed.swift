// SPDX-License-Identifier: Apache-2.0
import Statistics
import Tables
import Testing

@testable import Ingest

/// A proposed layout, and what a workspace that has no other one reads with it.
struct Proposed {
  let proposal: LayoutProposal?
  let finding: Finding
  /// The layout's lines, each remark by its key.
  let yaml: String
  private let file: String
  private let bytes: [UInt8]

  init(_ bytes: [UInt8], file: String, sheet: String? = nil, withNames: Bool = true) {
    self.file = file
    self.bytes = bytes
    let definitions = withNames ? Self.definitions : nil
    let proposer = LayoutProposer(file: file, sheet: sheet, definitions: definitions)
    _ = readTable(from: MemorySource(bytes), to: proposer)
    proposal = proposer.proposal
    finding = proposer.finding
    yaml = (proposal?.lines ?? []).map { line in
      line.yaml + (line.remark.map { "  # " + $0.key } ?? "") + "\n"
    }.joined()
  }

  init(csv: String, file: String = "file.csv", withNames: Bool = true) {
    self.init(Array(csv.utf8), file: file, withNames: withNames)
  }

  private static let definitions = Definitions.load(from: Repository()).0

  /// What loading the proposed layout finds wrong with it.
  var loadFindings: [Finding] { Definitions.load(from: OneLayout(yaml: yaml)).findings }

  /// The file read with the proposed layout alone.
  func read() throws -> ReturnsIngest {
    let (definitions, findings) = Definitions.load(from: OneLayout(yaml: yaml))
    let ingest = ReturnsIngest(
      definitions: try #require(definitions, "\(findings)\n\(yaml)"), listsObservations: true)
    ingest.ingest(file: file, size: bytes.count, from: MemorySource(bytes))
    ingest.settle()
    return ingest
  }

  func has(_ line: String) -> Bool {
    (proposal?.lines ?? []).contains { $0.yaml.trimmingPrefix { $0 == " " } == line }
  }
}

/// The repository's own workspace with one layout in place of all.
private struct OneLayout: DefinitionFiles {
  let yaml: String
  private let repository = Repository()

  init(yaml: String) { self.yaml = yaml }

  func bytes(of path: String) throws(DefinitionFileError) -> [UInt8]? {
    switch path {
    case "Input/layouts/proposed.yml": Array(yaml.utf8)
    case "Input/rules.yml", "Input/waivers.csv", "Input/reference/register.csv": nil
    default: try repository.bytes(of: path)
    }
  }

  func files(in folder: String) -> [String] {
    folder == "Input/layouts" ? ["Input/layouts/proposed.yml"] : repository.files(in: folder)
  }
}
