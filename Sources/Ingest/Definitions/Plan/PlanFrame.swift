// SPDX-License-Identifier: Apache-2.0
import Statistics
import Yams

/// What holds for a plan as a whole: `Input/plan/plan.yml`.
struct PlanFrame {
  static let file = folder + "/plan.yml"
  static let folder = "Input/plan"

  let name: LocalizedName
  let baseYear: Int
  let endYear: Int
  let lights: LightThresholds
  let issued: String?
  let document: String?
  /// The plan's own words; `nil` where the workspace has them not.
  let text: PlanText?
  /// The file that is named as that, also where it is not there or no text.
  let textFile: String?

  /// A year that a period can have.
  static func year(_ text: String) -> Int? {
    guard text.utf8.count == 4, let year = Int(text), Period.year(year) != nil else { return nil }
    return year
  }

  /// The first day that a report of it can be of.
  var firstDay: String { issued ?? "\(baseYear + 1)-01-01" }
}

extension PlanFrame {
  /// - Returns: `nil` where something that a plan must say is missing; `findings` say what.
  static func load(
    _ bytes: [UInt8], files: any DefinitionFiles, findings: inout [Finding]
  ) -> PlanFrame? {
    let document = DefinitionDocument(file: file)
    defer { findings += document.findings }
    guard let root = document.root(bytes) else { return nil }
    root.allowOnly([
      "name", "base-year", "end-year", "issued", "document", "text", "lights",
    ])
    let name = root.name("name")
    let years = years(root)
    let issued = issued(root, baseYear: years?.base)
    let lights = lights(root)
    let textFile = root.optionalText("text").map { folder + "/" + $0 }
    let text = textFile.flatMap { Self.text(root, $0, files: files, findings: &findings) }
    guard let name, let years else { return nil }
    return PlanFrame(
      name: name, baseYear: years.base, endYear: years.end, lights: lights, issued: issued,
      document: root.optionalText("document"), text: text, textFile: textFile)
  }

  private static func years(_ root: DefinitionNode) -> (base: Int, end: Int)? {
    let (base, end) = (
      root.integer("base-year", in: 1949...2998), root.integer("end-year", in: 1950...2999)
    )
    guard let base, let end else { return nil }
    guard end > base else {
      root.child("end-year")?.report(.badDefinition, expected: "a year after \(base)")
      return nil
    }
    return (base, end)
  }

  private static func issued(_ root: DefinitionNode, baseYear: Int?) -> String? {
    guard let child = root.child("issued"), let text = child.text else { return nil }
    guard let day = Day.iso(text) else {
      child.report(.badDefinition, expected: "a day such as 2020-04-29")
      return nil
    }
    return day
  }

  /// In points of completion; the usual ones where the file does not say them.
  private static func lights(_ root: DefinitionNode) -> LightThresholds {
    guard let node = root.child("lights") else { return .usual }
    node.allowOnly(["green", "yellow"])
    let (green, yellow) = (points(node, "green"), points(node, "yellow"))
    guard let green, let yellow else { return .usual }
    if yellow < green {
      node.child("yellow")?.report(.badDefinition, expected: "not less than \(green)")
    }
    return LightThresholds(green: green, yellow: yellow)
  }

  private static func points(_ node: DefinitionNode, _ key: String) -> ExactDecimal? {
    guard let child = node.requiredChild(key), let text = child.text else { return nil }
    if let points = ExactDecimal(text), points >= .zero { return points }
    child.report(.badDefinition, expected: "points of completion, 0 or more")
    return nil
  }

  private static func text(
    _ root: DefinitionNode, _ path: String, files: any DefinitionFiles, findings: inout [Finding]
  ) -> PlanText? {
    guard let bytes = files.require(path, findings: &findings) else { return nil }
    if let text = PlanText(bytes, file: path) { return text }
    root.child("text")?.report(.badDefinition, expected: "a text in UTF-8")
    return nil
  }
}

extension PlanFrame {
  /// The frame of a plan without `plan.yml`: to the last year that a target is due, from the earliest
  /// year that one starts from, which is the year before the first is due unless one says an earlier.
  ///
  /// - Returns: `nil` where no target is dated.
  init?(of targets: [Target]) {
    let due = targets.compactMap(\.deadlineYear)
    guard let first = due.min(), let last = due.max() else { return nil }
    let base = targets.compactMap(\.baseline?.year).reduce(first - 1, min)
    self.init(
      name: LocalizedName(zh: "规划", en: "Plan"), baseYear: base, endYear: last, lights: .usual,
      issued: nil, document: nil, text: nil, textFile: nil)
  }
}
