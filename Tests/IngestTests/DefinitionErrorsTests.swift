// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Ingest

/// One slip in one definition file: the finding, where it is, and what it proposes.
struct Slip: Sendable, CustomTestStringConvertible {
  let file: String
  let text: String
  let replacement: String
  let code: FindingCode
  /// `line:column` in the file, or of tables.
  let place: String
  var suggestion: String?
  /// What has the slip.
  var workspace = Workspace()

  init(
    _ file: String, _ text: String, _ replacement: String, _ code: FindingCode, _ place: String,
    suggestion: String? = nil
  ) {
    (self.file, self.text, self.replacement) = (file, text, replacement)
    (self.code, self.place, self.suggestion) = (code, place, suggestion)
  }

  var testDescription: String { "\(file): \(replacement)" }

  /// What must be among `found`.
  var wanted: String {
    "\(code) \(place.isEmpty ? file : "\(file):\(place)")" + (suggestion.map { " → " + $0 } ?? "")
  }

  /// Every finding as code, place and, where the slip wants one, suggestion.
  var found: [String] {
    workspace.replacing(text, with: replacement, in: file).findings.map {
      "\($0.code) \($0.location?.description ?? "")"
        + (suggestion == nil ? "" : " → " + ($0.arguments["suggestion"] ?? ""))
    }
  }
}

@Suite struct DefinitionErrorsTests {
  @Test(arguments: [
    Slip(Workspace.configuration, "title:", "titles:", .unknownKey, "2:1", suggestion: "title"),
    Slip(Workspace.configuration, "title: 月报", "", .missingKey, "1:1"),
    Slip(Workspace.configuration, "zh: 万江, ", "", .missingKey, "1:7"),
    Slip(Workspace.configuration, "zh: 万江", "cn: 万江", .unknownKey, "1:8", suggestion: "en"),
    Slip(Workspace.configuration, "title: 月报", "title: [月报]", .badDefinition, "2:8"),
    Slip(Workspace.configuration, "title: 月报", "title:", .badDefinition, "2:7"),
    Slip(
      Workspace.configuration, "title: 月报", "title: 月报\nlanguages: [zh, fr]", .badDefinition, "3:17"
    ),
    Slip(Workspace.configuration, "title: 月报", "title: 月报\nlanguages: zh", .badDefinition, "3:12"),
    Slip(Workspace.configuration, "title: 月报", "title: 月报\nsynthetic: yes", .badDefinition, "3:12"),
    Slip(Workspace.configuration, "title: 月报", "title: {", .definitionSyntax, "4:1"),
    Slip(Workspace.configuration, "title: 月报", "\ttitle: 月报", .definitionSyntax, "2:1"),
  ])
  func configuration(slip: Slip) { #expect(slip.found.contains(slip.wanted)) }

  @Test(arguments: [
    Slip(Workspace.indicators, "id: investment", "id: value_added", .repeatedName, "4:5"),
    Slip(Workspace.indicators, "id: investment", "id: Investment", .badDefinition, "4:10"),
    Slip(Workspace.indicators, "id: investment, ", "", .missingKey, "4:5"),
    Slip(Workspace.indicators, "unit: 人", "unit: 人头", .badDefinition, "3:57"),
    Slip(Workspace.indicators, "decimals: 0", "decimals: 2.5", .badDefinition, "3:70"),
    Slip(Workspace.indicators, "additive: false", "additive: never", .badDefinition, "3:83"),
    Slip(Workspace.indicators, "additive", "aditive", .unknownKey, "3:73", suggestion: "additive"),
    Slip(Workspace.indicators, "indicators:\n  -", "indicators:\n  - 1\n  -", .missingKey, "2:5"),
    Slip(Workspace.indicators, "indicators:", "indicator:", .missingKey, "1:1"),
    Slip(
      Workspace.indicators, "indicators:", "indicator:", .unknownKey, "1:1",
      suggestion: "indicators"),
  ])
  func indicators(slip: Slip) { #expect(slip.found.contains(slip.wanted)) }

  @Test(arguments: [
    Slip(
      Workspace.sectors, "codes: [\"39\"]", "codes: [\"390\"]", .unknownName, "4:46",
      suggestion: "39"),
    Slip(Workspace.sectors, "codes: [\"39\"]", "codes: [\"39\", \"3911\"]", .overlap, "4:52"),
    Slip(Workspace.sectors, "codes: [\"39\"]", "codes: []", .badDefinition, "4:45"),
    Slip(Workspace.sectors, "codes: [\"39\"], ", "", .badDefinition, "4:5"),
    Slip(Workspace.sectors, "flag: 智能装备", "flag: 智能装备, codes: [C]", .badDefinition, "7:5"),
    Slip(Workspace.sectors, "id: smart", "id: total", .repeatedName, "7:5"),
    Slip(Workspace.sectors, "id: total", "id: all", .missingKey, "1:1"),
    Slip(Workspace.sectors, "assumed", "guessed", .badDefinition, "7:51"),
    Slip(Workspace.sectors, "published: true", "published: false", .badDefinition, "13:42"),
    Slip(Workspace.sectors, "file: codes.csv, ", "", .missingKey, "1:17"),
    Slip(Workspace.sectors, "file: codes.csv", "file: codes.csv, level: 4", .unknownKey, "1:35"),
    Slip(
      Workspace.sectors, "[manufacturing, utilities]", "[manufacturing]", .incompletePartition,
      "15:5"),
    Slip(
      Workspace.sectors, "[manufacturing, utilities]", "[manufacturing, utilities, electronics]",
      .overlap, "15:5"),
    Slip(
      Workspace.sectors, "[manufacturing, utilities]", "[manufacturing, utilites]", .unknownName,
      "15:5", suggestion: "utilities"),
    Slip(
      Workspace.sectors, "[manufacturing, utilities]", "[manufacturing, smart]", .badDefinition,
      "15:5"),
    Slip(Workspace.sectors, "year: \"2017\"", "year: \"2018\"", .badDefinition, "10:11"),
    Slip(Workspace.sectors, "where:", "were:", .unknownKey, "10:42", suggestion: "where"),
  ])
  func sectors(slip: Slip) { #expect(slip.found.contains(slip.wanted)) }

  @Test func aListsColumnsAreNamedInItsOwnFile() {
    let slip = Slip(Workspace.sectors, "column: code,", "column: Codes,", .missingColumn, "")
    #expect(slip.found.first == "missingColumn \(Workspace.list):1")
  }

  @Test(arguments: [
    Slip(
      Workspace.codes, "3912,class,计算机零部件,,391", "3911,class,计算机零部件,,391", .repeatedName, "10:1"),
    Slip(Workspace.codes, "发电机,,381", "发电机,,383", .unknownName, "6:5", suggestion: "38"),
    Slip(Workspace.codes, "3811,class,发电机", "3811,class,", .badDefinition, "6"),
    Slip(Workspace.codes, "parent", "parents", .missingColumn, "1", suggestion: "parents"),
    Slip(Workspace.list, "3911,2017", "3999,2017", .unknownName, "2:1"),
    Slip(Workspace.list, "code,year", "code,year,code", .repeatedColumn, "1:3"),
  ])
  func codeLists(slip: Slip) { #expect(slip.found.contains(slip.wanted)) }

  @Test(arguments: [
    Slip(Workspace.returnsLayout, "form:", "from:", .missingKey, "1:1"),
    Slip(Workspace.returnsLayout, "shape: unit-rows", "shape: unitrows", .badDefinition, "3:8"),
    Slip(Workspace.returnsLayout, "ignore:", "ignored:", .unknownKey, "6:1", suggestion: "ignore"),
    Slip(Workspace.returnsLayout, "headers: [统一社会信用代码, 行业代码]", "headers: []", .missingKey, "4:12"),
    Slip(Workspace.returnsLayout, "unit: 统一社会信用代码, ", "", .missingKey, "5:7"),
    Slip(Workspace.returnsLayout, "period: 报告期", "time: 报告期", .unknownKey, "5:40"),
    Slip(Workspace.returnsLayout, "\"{header}_本月\"", "\"本月\"", .badDefinition, "8:10"),
    Slip(Workspace.returnsLayout, "  month:", "  moth:", .unknownKey, "8:3", suggestion: "month"),
    Slip(
      Workspace.returnsLayout, "indicator: employment", "indicator: employ", .unknownName, "13:17"),
    Slip(
      Workspace.returnsLayout, "indicator: employment", "indicator: value_added", .badDefinition,
      "13:5"),
    Slip(
      Workspace.returnsLayout, "indicator: employment, header: 用工, unit: 人",
      "indicator: value_added, header: 增加值, unit: 千元", .repeatedName, "13:5"),
    Slip(Workspace.returnsLayout, "unit: 千元", "unit: 千克", .badDefinition, "12:51"),
    Slip(
      Workspace.returnsLayout, "[ytd, reference_ytd]", "[ytd, reference]", .badDefinition, "12:65"),
    Slip(Workspace.returnsLayout, "values:", "value:", .missingKey, "1:1"),
    Slip(Workspace.bureauLayout, "rows: sectors", "rows: sector", .badDefinition, "5:7"),
    Slip(Workspace.bureauLayout, "indicator: value_added", "", .missingKey, "1:1"),
    Slip(Workspace.bureauLayout, "unit: 亿元", "unit: 亿", .badDefinition, "8:7"),
    Slip(Workspace.bureauLayout, "label:", "labels:", .unknownKey, "7:1", suggestion: "label"),
    Slip(Workspace.bureauLayout, "measure: pull", "measure: push", .badDefinition, "14:42"),
    Slip(Workspace.bureauLayout, "headers: [拉动], ", "", .missingKey, "14:5"),
    Slip(Workspace.bureauLayout, "basis: month", "basis: week", .badDefinition, "11:28"),
    Slip(Workspace.registerLayout, "name: 名称, ", "", .missingKey, "5:7"),
    Slip(Workspace.registerLayout, "file: register.csv", "", .missingKey, "1:1"),
  ])
  func layouts(slip: Slip) { #expect(slip.found.contains(slip.wanted)) }

  @Test func atMostSixtyFourFlags() {
    let flags = (0..<65).map { "f\($0)" }.joined(separator: ", ")
    let slip = Slip(
      Workspace.registerLayout, "[口罩, 智能装备]", "[\(flags)]", .badDefinition, "6:8")
    #expect(slip.found.contains(slip.wanted))
  }

  @Test(arguments: [
    Slip(Workspace.register, "91B,乙厂", "91-B,乙厂", .badUnitCode, "3:1"),
    Slip(Workspace.register, "91B,乙厂", "91A,乙厂", .repeatedName, "3:1"),
    Slip(Workspace.register, "甲厂,3911", "甲厂,391", .unknownIndustry, "2:3", suggestion: "3911"),
    Slip(Workspace.register, "2021-03", "2021-Q1", .badPeriod, "3:4"),
    Slip(Workspace.register, "2021-03", "三月", .badPeriod, "3:4"),
    Slip(Workspace.register, "否,", "不,", .badDefinition, "3:6"),
    Slip(Workspace.register, "智能装备", "智能设备", .missingColumn, "1", suggestion: "智能设备"),
    Slip(Workspace.register, "入库", "入库期", .missingColumn, "1", suggestion: "入库期"),
    Slip(Workspace.register, "名称,行业", "行业,行业", .repeatedColumn, "1:3"),
  ])
  func register(slip: Slip) { #expect(slip.found.contains(slip.wanted)) }

  @Test(arguments: [
    Slip(Workspace.targets, ">,60", "=,60", .badDefinition, "2:3"),
    Slip(Workspace.targets, ">,60", ">,六十", .badDefinition, "2:4"),
    Slip(Workspace.targets, "60,亿元", "60,亿", .badDefinition, "2:5"),
    Slip(Workspace.targets, "60,亿元", "60,家", .badDefinition, "2:5"),
    Slip(Workspace.targets, "亿元,2022", "亿元,二〇二二", .badDefinition, "2:6"),
    Slip(Workspace.targets, "G02", "G01", .repeatedName, "3:1"),
    Slip(
      Workspace.targets, ".high_tech.", ".hightech.", .unknownName, "3:7", suggestion: "high_tech"),
    Slip(Workspace.targets, "ytd.share", "ytd.shares", .unknownName, "3:7", suggestion: "share"),
    Slip(
      Workspace.targets, "value_added.total.ytd.level", "value_added.total", .unknownName, "2:7"),
    Slip(Workspace.targets, "figure,", "figures,", .missingColumn, "1", suggestion: "figures"),
    Slip(Workspace.targets, "G03,亩,", ",亩,", .badDefinition, "4"),
  ])
  func targets(slip: Slip) { #expect(slip.found.contains(slip.wanted)) }

  /// A row or an entry with two slips gives two findings.
  @Test(arguments: [
    (Workspace.targets, ">,60,亿元", "=,六十,亿", 3),
    (Workspace.configuration, "title: 月报\noffice: 统计办", "", 2),
    (Workspace.indicators, "unit: 人, decimals: 0", "unit: 人头, decimals: -1", 2),
    (Workspace.sectors, "codes: [\"39\"], standing: documented", "standing: x", 2),
    (Workspace.returnsLayout, "name: 产销总值\nshape: unit-rows", "shape: x", 2),
    (Workspace.bureauLayout, "basis: month, measure: level", "basis: x, measure: y", 2),
  ])
  func allSlipsOfOneEntryAreFoundAtOnce(
    file: String, text: String, replacement: String, count: Int
  ) {
    let findings = Workspace().replacing(text, with: replacement, in: file).findings
    #expect(findings.filter { $0.location?.file == file }.count == count)
  }

  @Test func aKeyThatStandsTwiceIsNamedAtItsPlace() {
    let slip = Slip(
      Workspace.indicators, "unit: 人,", "unit: 人, unit: 人,", .definitionSyntax, "3:51")
    #expect(slip.found == [slip.wanted])
    let findings = Workspace().with(Workspace.configuration, "area: a\narea: b\n").findings
    #expect(findings.first?.arguments == ["problem": "found twice: area"])
  }

  @Test func yamlThatIsNotUTF8IsRefused() {
    var workspace = Workspace()
    workspace.bytes[Workspace.configuration] = [0xB9, 0xFA]
    #expect(workspace.findings.map(\.code) == [.definitionSyntax])
  }

  @Test(arguments: ["", "# nothing\n", "- a\n- b\n", "text", "a: 1\na: 2\n"])
  func yamlThatIsNoMappingIsRefused(text: String) {
    let findings = Workspace().with(Workspace.configuration, text).findings
    #expect(findings.map(\.code) == [.definitionSyntax])
    #expect(findings.first?.arguments["problem"]?.isEmpty == false)
  }
}
