// SPDX-License-Identifier: Apache-2.0
import Rules
import Statistics
import Testing

@testable import Ingest

@Suite struct RulesFileTests {
  /// The smallest workspace with a rule, whose expression begins at line 7, column 17.
  static func workspace(_ expression: String, waivers: String? = nil) -> Workspace {
    let rules = """
      rules:
        - id: one
          name: {zh: 一, en: One}
          description: {zh: 说明, en: Text}
          severity: error
          over: units
          expression: \(expression)

      """
    return Workspace().with(RulesFile.file, rules).with(WaiversFile.file, waivers)
  }

  private static func marks(_ workspace: Workspace) -> [String] {
    workspace.findings.map { "\($0.code) \($0.location?.description ?? "")" }
  }

  @Test func rulesAreRead() throws {
    let definitions = try #require(
      Definitions.load(from: Self.workspace("value_added.month <= value_added.ytd")).0)
    let rule = try #require(definitions.rules.first)
    #expect(rule.id == "one" && rule.name == LocalizedName(zh: "一", en: "One"))
    #expect(rule.severity == .error && rule.scope == .units)
    #expect(rule.location == Location(file: RulesFile.file, column: 5, line: 2))
    #expect(Definitions.load(from: Workspace()).0?.rules == [])
  }

  /// Where a character of an expression stands in the file, in each of YAML's ways to write a text.
  @Test(arguments: [
    ("value_added.ytd > 0 )", "7:37"), ("\"value_added.ytd > 0 )\"", "7:38"),
    ("'value_added.ytd > 0 )'", "7:38"), ("value_added.ytd\n        > 0 )", "8:13"),
    (">-\n      value_added.ytd\n      > 0 )", "9:11"),
    ("|\n      value_added.ytd\n\n      )", "10:7"),
    ("\"unit = \\\"91A\\\" )\"", "7:33"), ("'unit = ''91A'' )'", "7:33"),
    ("!!str value_added.ytd > 0 )", "7:17"),
  ])
  func errorsPointIntoTheFile(expression: String, place: String) {
    let found = Self.marks(Self.workspace(expression))
    #expect(found == ["ruleSyntax \(RulesFile.file):\(place)"])
  }

  @Test func anErrorQuotesItsPlace() throws {
    let finding = try #require(Self.workspace("value_added.ytd > 1人").findings.first)
    #expect(finding.code == .ruleTypes && finding.arguments["rule"] == "one")
    #expect(finding.arguments["character"] == "17")
    #expect(finding.arguments["excerpt"] == "value_added.ytd ‸> 1人")
    #expect(finding.arguments["problem_zh"]?.contains("计量单位不一致") == true)
    #expect(finding.arguments["problem_en"]?.contains("the units differ") == true)
  }

  @Test func anUnknownNameGetsASuggestion() throws {
    let finding = try #require(Self.workspace("value_added.ydt > 0").findings.first)
    #expect(finding.code == .unknownName && finding.location?.column == 17)
    #expect(finding.arguments["suggestion"] == "value_added.ytd")
  }

  /// Areas are those of areas.yml; a workspace without it knows none.
  @Test(arguments: [("guangdong", nil), ("guangdon", "guangdong"), ("nowhere", "")])
  func anAreaHasToBeDefined(area: String, suggestion: String?) {
    let areas = """
      areas:
        - {id: wanjiang, name: 万江, own: true}
        - {id: guangdong, name: 广东省}

      """
    let workspace = Self.workspace("area(\"\(area)\", value_added.total.ytd.yoy) > 0")
      .replacing("over: units", with: "over: figures", in: RulesFile.file)
    let findings = workspace.with(AreaDefinitions.file, areas).findings
    #expect(findings.map(\.code) == (suggestion == nil ? [] : [.unknownName]))
    #expect(findings.first?.arguments["suggestion"] == suggestion)
    #expect(workspace.findings.map(\.code) == [.unknownName])
  }

  @Test(arguments: [
    ("id: one", "id: One", "badDefinition", "2:9"),
    ("id: one", "id: one--two", "badDefinition", "2:9"),
    ("severity: error", "severity: bad", "badDefinition", "5:15"),
    ("over: units", "over: unit", "badDefinition", "6:11"),
    ("over: units", "ovr: units", "unknownKey", "6:5"),
    ("description: {zh: 说明, en: Text}", "", "missingKey", "2:5"),
    ("expression: value_added.ytd > 0", "", "missingKey", "2:5"),
  ])
  func keysAreChecked(text: String, replacement: String, code: String, place: String) {
    let workspace = Self.workspace("value_added.ytd > 0")
      .replacing(text, with: replacement, in: RulesFile.file)
    #expect(Self.marks(workspace).contains("\(code) \(RulesFile.file):\(place)"))
  }

  @Test func allErrorsOfAllRulesAreFoundAtOnce() {
    var workspace = Self.workspace("a.b > 0 and c.d > 0")
    let second = """
        - {id: one, name: 二, description: 二, severity: info, expression: value_added.ytd >}

      """
    workspace.texts[RulesFile.file]? += second
    #expect(
      Self.marks(workspace).sorted() == [
        "repeatedName \(RulesFile.file):8:5", "ruleSyntax \(RulesFile.file):8:85",
        "unknownName \(RulesFile.file):7:17", "unknownName \(RulesFile.file):7:29",
      ])
  }

  @Test func rulesThatContradictEachOtherAreNamed() throws {
    var workspace = Self.workspace("value_added.ytd > 5千元")
    workspace.texts[RulesFile.file]? += """
        - {id: two, name: 二, description: 二, severity: info, expression: value_added.ytd < 3千元}
        - {id: three, name: 三, description: 三, severity: info, expression: 1 < 2}
        - {id: four, name: 四, description: 四, severity: info, expression: 1 > 2}

      """
    let findings = workspace.findings
    #expect(findings.map(\.code) == [.contradiction, .ruleAlwaysHolds, .ruleNeverHolds])
    #expect(findings[0].arguments["first"] == "one" && findings[0].arguments["second"] == "two")
    #expect(findings[0].location?.line == 8)
  }

  @Test func theShippedRulesLoad() throws {
    let (definitions, findings) = Definitions.load(from: Repository())
    #expect(findings == [])
    #expect(try #require(definitions).rules.count == 13)
    #expect(try #require(definitions).rules.filter { $0.scope == .figures }.count == 4)
  }
}
