// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// Names that try to break out of the page, of its style sheet, or of their cell.
@Suite(.needsPageTools) struct HostileTextTests {
  private static let hostile =
    "=1+1|</style></title><script>alert(1)</script><img src=x onerror=alert(2)>\u{202E}\\&lt;*_`"
  /// No break in it, and more than any column holds.
  private static let long = "东莞" + String(repeating: "W", count: 10_000)

  @Test func namesOfAnyTextLeaveThePagesSound() throws {
    let workspace = try workspace()
    let result = try Program.run(
      ["report", "--period", "2021-05", "--lang", "zh"], in: workspace.url)
    #expect(result.status == 0, "\(result.errors)")
    for check in ["screens", "conformance"] {
      let report = try PageChecks.run(check, on: workspace.path("Output"))
      #expect(report.problems.isEmpty, "\(report.problems.joined(separator: "\n"))")
      #expect(report.pages > 0)
    }
    let page = try workspace.text("Output/internal/2021-05/v1/report.html")
    #expect(page.contains("&lt;script&gt;alert(1)"))
    #expect(page.contains("WWWW"))
  }

  /// Whether the file is refused or the NUL dropped is for its reader to say; no page has one.
  @Test(arguments: ["yuebao.yml", "Input/plan/targets.csv", "Input/reference/register.csv"])
  func noNULReachesARelease(file: String) throws {
    let workspace = try WorkFolder()
    try demo(in: workspace)
    let text = try workspace.text(file)
    let changed = text.replacing("东莞", with: "东\0莞").replacing("街道", with: "街\0道")
    #expect(changed != text)
    try workspace.write(changed, to: file)
    let result = try Program.run(["report", "--period", "2021-05"], in: workspace.url)
    let output = workspace.path("Output/internal")
    for name in try WorkFolder.files(below: output) {
      let bytes = try Data(contentsOf: output.appendingPathComponent(name))
      #expect(name.hasSuffix(".xlsx") || !bytes.contains(0), "\(name), status \(result.status)")
    }
  }

  private func demo(in workspace: WorkFolder) throws {
    let result = try Program.run(
      [
        "demo", ".", "--units", "12", "--from", "2021-04", "--to", "2021-05", "--format", "csv",
      ], in: workspace.url)
    #expect(result.status == 0, "\(result.errors)")
  }

  private func workspace() throws -> WorkFolder {
    let workspace = try WorkFolder()
    try demo(in: workspace)
    let quoted = "\"" + Self.hostile.replacing("\\", with: "\\\\") + "\""
    try replace("规模以上工业运行月报", quoted, in: "yuebao.yml", of: workspace)
    try replace("万江街道统计办公室（示例）", quoted, in: "yuebao.yml", of: workspace)
    try replace("示例，无联系方式", Self.long, in: "yuebao.yml", of: workspace)
    let sectors = "Input/reference/sectors.yml"
    try replace("zh: 电子信息制造业,", "zh: \(quoted),", in: sectors, of: workspace)
    try replace("zh: 电气机械及器材制造业,", "zh: \(Self.long),", in: sectors, of: workspace)
    let targets = "Input/plan/targets.csv"
    try replace(",全街道规上工业增加值,", ",\(Self.hostile),", in: targets, of: workspace)
    try replace(",电子信息制造业规上工业增加值,", ",\(Self.long),", in: targets, of: workspace)
    try nameCommunities(of: workspace)
    return workspace
  }

  /// The first community of the register gets the hostile name, the next the long one.
  private func nameCommunities(of workspace: WorkFolder) throws {
    let register = "Input/reference/register.csv"
    let names = try workspace.text(register).matches(of: /虚构社区[一二三四五六七八九十]+/)
      .map { String($0.output) }
    let distinct = Array(Set(names)).sorted()
    #expect(distinct.count > 1)
    for (name, other) in zip(distinct, [Self.hostile, Self.long]) {
      try replace("\(name),", "\(other),", in: register, of: workspace)
    }
  }

  private func replace(
    _ old: String, _ new: String, in file: String, of workspace: WorkFolder
  ) throws {
    let text = try workspace.text(file)
    #expect(text.contains(old), "\(file): \(old)")
    try workspace.write(text.replacing(old, with: new), to: file)
  }
}
