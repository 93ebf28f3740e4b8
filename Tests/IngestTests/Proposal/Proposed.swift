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
  var loadFindings: [Finding] {
    let layout = LayoutFile(
      file: "proposed.yml", indicators: Self.definitions?.indicators ?? [],
      areas: Self.definitions?.areas ?? [])
    _ = layout.load(Array(yaml.utf8))
    return layout.document.findings
  }

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
    case "Input/rules.yml", "Input/waivers.csv": nil
    case "Input/reference/register.csv": Array(Self.register.utf8)
    default: try repository.bytes(of: path)
    }
  }

  func files(in folder: String) -> [String] {
    let layouts = ["Input/layouts/proposed.yml", "Input/layouts/register.yml"]
    return folder == "Input/layouts" ? layouts : repository.files(in: folder)
  }

  private static let register = """
    统一社会信用代码,单位详细名称,行业代码,社区,入库报告期,退库报告期,智能装备,口罩及装备,高新技术企业,研发机构,上市,专精特新,倍增企业
    91441900MA00000000,样例,3912,,,,,,,,
    91441900MA0000001A,样例甲,3912,,,,是,,,,
    91441900MA0000002B,样例乙,3823,,,,,是,,,
    91441900MA0000003C,样例丙,3569,,,,,,,,

    """
}
