// SPDX-License-Identifier: Apache-2.0
import Foundation
import Glibc
import Testing

/// A day of an office's.
struct OperationStep: CustomStringConvertible {
  enum Event {
    case nothing
    /// A file with the returns of a month's units, those of the communities with these numbers. `broken`:
    /// the definitions are, too; `locked`: another run is at work.
    case arrives(
      String, String, of: [Int] = [0, 1, 2], broken: Bool = false, locked: Bool = false)
    case damaged(String, String)
    case corrected(String, String)
    case copied(String, to: String)
    case removed(String)
    /// The definitions are as they were.
    case mended
  }

  let day: String
  let event: Event
  let status: Int32
  /// Words of what is printed; a step without any, which makes no vintage, is quiet.
  let words: [String]
  /// The vintage that is new on the disk; no other is.
  let vintage: String?

  init(
    _ day: String, _ event: Event, _ status: Int32, says words: [String] = [],
    makes vintage: String? = nil
  ) {
    self.day = day
    self.event = event
    self.status = status
    self.words = words
    self.vintage = vintage
  }

  var description: String { "\(day) \(event)" }
}

/// A workspace with twelve units in three communities, and the job that cron runs in it.
final class OperationOffice {
  let workspace: WorkFolder
  /// By path: every file of every vintage so far.
  private var published: [String: Data] = [:]

  init() throws {
    workspace = try WorkFolder()
    for (path, text) in Self.definitions { try workspace.write(text, to: path) }
    try workspace.write(Self.configuration(), to: "yuebao.yml")
    try workspace.write("", to: "Input/returns/README.md")
  }

  func play(_ step: OperationStep) throws {
    let isLocked = try happen(step.event)
    let lock = isLocked ? open(workspace.path("Output/.lock").path, O_RDWR | O_CREAT, 0o600) : -1
    if isLocked { #expect(flock(lock, LOCK_EX | LOCK_NB) == 0) }
    let result = try job(step.day)
    if isLocked { close(lock) }
    let said = result.output + result.errors
    #expect(result.status == step.status, "\(step): \(said)")
    for word in step.words { #expect(said.contains(word), "\(step) says \(said)") }
    if step.words.isEmpty, step.vintage == nil { #expect(said.isEmpty, "\(step) says \(said)") }
    try look(step)
  }

  /// What cron runs: no variable but these, another folder.
  func job(_ day: String, _ more: String...) throws -> Program.Result {
    try Program.run(
      ["report", "--workspace", workspace.url.path, "--today", day] + more,
      in: URL(fileURLWithPath: "/"), environment: ["LANG": "C", "PATH": "/usr/bin:/bin"])
  }

  /// The step's vintage is new and complete, no other is, and none before changed by a byte.
  private func look(_ step: OperationStep) throws {
    let root = workspace.path("Output/internal")
    var files: [String: Data] = [:]
    for file in try WorkFolder.files(below: root) where file.contains("/v") {
      files[file] = try Data(contentsOf: root.appendingPathComponent(file))
    }
    for (file, bytes) in published { #expect(files[file] == bytes, "\(step) changed \(file)") }
    let new = files.keys.filter { published[$0] == nil }
    let vintages = Set(new.map { $0.split(separator: "/").prefix(2).joined(separator: "/") })
    #expect(vintages == Set(step.vintage.map { [$0] } ?? []), "\(step)")
    if let vintage = step.vintage {
      #expect(files[vintage + "/manifest.json"] != nil && files[vintage + "/report.html"] != nil)
    }
    published = files
  }

  // MARK: - What happens

  /// - Returns: whether another run is at work.
  private func happen(_ event: OperationStep.Event) throws -> Bool {
    let folder = "Input/returns/"
    switch event {
    case .nothing: break
    case .arrives(let file, let month, let communities, let isBroken, let isLocked):
      try workspace.write(Self.returns(month, of: communities), to: folder + file)
      if isBroken { try workspace.write("title: [", to: "yuebao.yml") }
      return isLocked
    case .damaged(let file, let month):
      let text = Self.returns(month, of: [0, 1, 2])
      try workspace.write(text.replacingOccurrences(of: ",500,", with: ",5o0,"), to: folder + file)
    case .corrected(let file, let month):
      let text = Self.returns(month, of: [0]).replacingOccurrences(of: ",600,", with: ",660,")
      try workspace.write(text, to: folder + file)
      try workspace.write(
        "file,date,reason\n\(file),2021-07-25,单位改正\n", to: "Input/corrections.csv")
    case .copied(let file, let copy):
      try workspace.write(try workspace.text(folder + file), to: folder + copy)
    case .removed(let file):
      try FileManager.default.removeItem(at: workspace.path(folder + file))
    case .mended: try workspace.write(Self.configuration(), to: "yuebao.yml")
    }
    return false
  }

  // MARK: - The workspace

  private static let communities = ["社区一", "社区二", "社区三"]
  private static let units = [
    "91441900MA0000010X", "91441900MA00000111", "91441900MA00000124", "91441900MA00000137",
    "91441900MA0000014A", "91441900MA0000015D", "91441900MA0000016G", "91441900MA0000017K",
    "91441900MA0000018N", "91441900MA0000019R", "91441900MA0000020Y", "91441900MA00000212",
  ]
  private static let names = "一二三四五六七八九十甲乙".map { "单位\($0)" }

  /// A unit's cumulative value is a hundred, a hundred and ten … a month, a tenth more than a year before.
  private static func returns(_ month: String, of communities: [Int]) -> String {
    let number = Int(month.suffix(2)) ?? 0
    let rows = units.indices.filter { communities.contains($0 / 4) }.map { unit in
      let value = (100 + 10 * unit) * number
      let code = month.replacingOccurrences(of: "-", with: "")
      return "\(units[unit]),3912,\(code),\(value),\(value * 10 / 11)\n"
    }
    return "统一社会信用代码,行业,报告期,工业增加值_累计,工业增加值_同期累计\n" + rows.joined()
  }

  static func configuration(schedule: String = "schedule: {day: 20, hour: 8}\n") -> String {
    "area: 样例街道（虚构）\ntitle: 月报\noffice: 样例统计办（虚构）\nsynthetic: true\n" + schedule
  }

  private static var definitions: [String: String] {
    [
      "Input/reference/codes.csv":
        "code,level,name_zh,name_en,parent\nC,section,制造业,,\n39,division,电子,,C\n"
        + "391,group,计算机,,39\n3912,class,计算机零部件,,391\n",
      "Input/reference/sectors.yml":
        """
      classification: {file: codes.csv, edition: GB/T 4754-2017}
      sectors: [{id: total, name: 规上工业, codes: [C], standing: documented, note: 门类}]
      """,
      "Input/reference/indicators.yml":
        "indicators: [{id: value_added, name: 工业增加值, unit: 亿元, decimals: 2}]\n",
      "Input/reference/register.csv": "代码,名称,行业,入库,社区\n"
        + units.indices.map { unit in
          "\(units[unit]),\(names[unit]),3912,2021-02,\(communities[unit / 4])\n"
        }.joined(),
      "Input/layouts/register.yml":
        """
      form: register
      name: 名录库
      shape: register
      file: register.csv
      keys: {unit: 代码, name: 名称, industry: 行业, enters: 入库, community: 社区}
      """,
      "Input/layouts/b204-1.yml":
        """
      form: B204-1
      name: 工业产销总值
      shape: unit-rows
      recognise: {headers: [统一社会信用代码, 工业增加值_累计]}
      keys: {unit: [统一社会信用代码], industry: [行业], period: [报告期]}
      paths: {ytd: "{header}_累计", reference_ytd: "{header}_同期累计"}
      values:
        - {indicator: value_added, header: 工业增加值, unit: 千元, required: [ytd, reference_ytd]}
      """,
    ]
  }
}
