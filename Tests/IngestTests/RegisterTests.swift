// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Ingest

@Suite struct RegisterTests {
  /// The smallest workspace with a register of these lines.
  private static func workspace(_ lines: String, keys: String = "") -> Workspace {
    Workspace().with(Workspace.register, lines + "\n")
      .replacing("leaves: 退库}", with: "leaves: 退库\(keys)}", in: Workspace.registerLayout)
  }

  private static func register(_ lines: String, keys: String = "") throws -> Register {
    let (definitions, findings) = Definitions.load(from: workspace(lines, keys: keys))
    return try #require(definitions?.register, "\(findings)")
  }

  private static func unit(flag: String) throws -> Register.Unit {
    let register = try register("代码,名称,行业,入库,退库,口罩,智能装备\n91A,甲,3911,,,是,\(flag)")
    return try #require(UnitCode("91A").flatMap { register.units[$0] })
  }

  private static let mask = RegisterFlags(position: 0)
  private static let smart = RegisterFlags(position: 1)

  // MARK: - Flags with dates

  @Test(arguments: [
    ("是", "2019-12 2021-03 2030-12", ""), ("1", "2021-03", ""), ("", "", "2021-03"),
    ("否", "", "2021-03"), ("0", "", "2021-03"),
    ("2021-03", "2021-03 2021-04 2022-01..02", "2021-01..02 2020-12"),
    ("2021年3月", "2021-03", "2021-01..02"), ("202103", "2021-03", "2021-01..02"),
    ("2021-03-01", "2021-03", "2021-01..02"), ("2021-02", "2021-01..02", "2020-12"),
    ("2021-03...2022-06", "2021-03 2021-12 2022-06", "2021-01..02 2022-07"),
    ("2021-03…2022-06", "2021-03 2022-06", "2021-01..02 2022-07"),
    ("2021-03 ... 2021-03", "2021-03", "2021-01..02 2021-04"),
    ("2021-01..02...2021-03", "2021-01..02 2021-03", "2020-12 2021-04"),
    ("...2022-06", "1949-03 2022-06", "2022-07"), ("...2021-01..02", "2021-01..02", "2021-03"),
    // A longer period has the flags of its end.
    ("2021-03", "2021-Q1 2021-H1 2021", "2020-Q4 2020"),
    ("...2021-05", "2021-Q1", "2021-Q2 2021-H1 2021"),
  ])
  func aFlagHoldsFromItsFirstPeriodToItsLast(cell: String, holds: String, not: String) throws {
    let unit = try Self.unit(flag: cell)
    for (texts, isSmart) in [(holds, true), (not, false)] {
      for text in texts.split(separator: " ") {
        let flags = unit.flags(in: try #require(Period(text)))
        #expect(flags.contains(Self.smart) == isSmart, "\(text)")
        #expect(flags.contains(Self.mask))
      }
    }
  }

  @Test(arguments: [
    "不", "2", "三月", "2021", "2021-Q1", "2021-01", "2021-13", "2021.1", "2021-03...", "...",
    "2021-03...2021-01..02", "2021-03....2021-06", "2021-03...2021-04...2021-05",
    "2021-03..2021-06",
    "2021-03...是", "TRUE", "2021-03 停产", "自2021年3月",
  ])
  func otherFlagsAreReportedWhereTheyStand(cell: String) {
    let findings = Self.workspace("代码,名称,行业,入库,退库,口罩,智能装备\n91A,甲,3911,,,是,\(cell)").findings
    #expect(findings.map(\.code) == [.badDefinition])
    #expect(findings.first?.location?.description == Workspace.register + ":2:7")
    #expect(findings.first?.raw == cell)
  }

  /// Against the definition itself: any span, any period.
  @Test func aSpanHoldsExactlyItsPeriods() throws {
    var random = SeededGenerator(seed: 11)
    func anyPeriod() throws -> Period {
      let month = Int.random(in: 2...12, using: &random)
      return try #require(Period(year: Int.random(in: 2019...2022, using: &random), month: month))
    }
    for _ in 0..<60 {
      let (one, other, asked) = try (anyPeriod(), anyPeriod(), anyPeriod())
      let (since, through) = (min(one, other), max(one, other))
      let unit = try Self.unit(flag: "\(since)...\(through)")
      let holds = since.surveyPeriods(through: through).contains(asked)
      #expect(unit.flags(in: asked).contains(Self.smart) == holds)
    }
  }

  // MARK: - Communities

  @Test func aCommunityIsAText() throws {
    let register = try Self.register(
      "社区,代码,名称,行业,入库,退库,口罩,智能装备\n虚构社区一,91A,甲,3911,,,,\n,91B,乙,3811,,,,",
      keys: ", community: 社区")
    let communities = ["91A", "91B"].compactMap { UnitCode($0) }.map {
      register.units[$0]?.community
    }
    #expect(communities == ["虚构社区一", nil])
  }

  @Test func withoutACommunityColumnThereIsNone() throws {
    let unit = try Self.unit(flag: "是")
    #expect(unit.community == nil)
    let missing = Self.workspace("代码,名称,行业,入库,退库,口罩,智能装备", keys: ", community: 社区").findings
    #expect(missing.map(\.code) == [.missingColumn])
    #expect(missing.first?.arguments["header"] == "社区")
  }

  // MARK: - Attributes

  private static let attributes = """
    attributes: {community: [社区], size: [规模, 单位规模], district: 区划}

    """

  private static func attributed(_ lines: String, _ attributes: String = attributes) -> Workspace {
    workspace(lines).with(
      Workspace.registerLayout,
      (Workspace().texts[Workspace.registerLayout] ?? "") + attributes)
  }

  @Test func attributesAreTexts() throws {
    let lines = """
      代码,名称,行业,入库,退库,口罩,智能装备,单位规模,社区,区划
      91A,甲,3911,,,,,大型, 虚构社区一 ,1
      91B,乙,3811,,,,,大型,,1
      91C,丙,3811,,,,,　,虚构社区一,

      """
    let register = try #require(Definitions.load(from: Self.attributed(lines)).0?.register)
    #expect(register.attributeNames == ["community", "size", "district"])
    func texts(_ id: String) -> [String?] {
      register.units.keys.indices.map { register.units.attribute(id, $0) }
    }
    #expect(texts("community") == ["虚构社区一", nil, "虚构社区一"])
    #expect(texts("size") == ["大型", "大型", nil])
    #expect(texts("district") == ["1", "1", nil] && texts("other") == [nil, nil, nil])
    #expect(register.units[try #require(UnitCode("91C"))]?.community == "虚构社区一")
  }

  @Test func anAttributesColumnMustBeThere() {
    let findings = Self.attributed("代码,名称,行业,入库,退库,口罩,智能装备,社区,区划").findings
    #expect(findings.map(\.code) == [.missingColumn])
    #expect(findings.first?.arguments["header"] == "规模")
  }

  @Test(arguments: [
    ("attributes: {size: []}\n", "badDefinition"), ("attributes: [规模]\n", "badDefinition"),
    ("attributes: {size: {a: b}}\n", "badDefinition"),
    ("attribute: {size: 规模}\n", "unknownKey"),
  ])
  func attributesAreChecked(attributes: String, code: String) {
    let findings = Self.attributed("代码,名称,行业,入库,退库,口罩,智能装备", attributes).findings
    #expect(findings.contains { "\($0.code)" == code }, "\(findings)")
  }

  @Test func theCommunityStandsInOnePlace() {
    let workspace = Self.attributed("代码,名称,行业,入库,退库,口罩,智能装备,社区,规模,区划")
      .replacing("leaves: 退库}", with: "leaves: 退库, community: 社区}", in: Workspace.registerLayout)
    #expect(workspace.findings.map(\.code) == [.badDefinition])
  }

  // MARK: - Formats

  @Test func columnsStandInAnyOrder() throws {
    let headers = ["代码", "名称", "行业", "入库", "退库", "口罩", "智能装备"]
    let cells = ["91A", "甲", "3911", "2021-03", "2022-03", "2021-05", "...2021-06"]
    let wanted = try Self.register(
      [headers, cells].map { $0.joined(separator: ",") }.joined(separator: "\n"))
    var random = SeededGenerator(seed: 3)
    for _ in 0..<20 {
      let order = headers.indices.shuffled(using: &random)
      let lines = [headers, cells].map { line in order.map { line[$0] }.joined(separator: ",") }
      #expect(try Self.register(lines.joined(separator: "\n")).units == wanted.units)
    }
  }

  /// The format is found from the bytes, not from the file's name.
  @Test func aWorkbookWillDo() throws {
    let text = "代码,名称,行业,入库,退库,口罩,智能装备\n91A,甲,3911,2021-03,,1,2021-05"
    var workspace = Self.workspace("")
    workspace.bytes[Workspace.register] = SpreadsheetML.workbook([("名录", text)])
    let register = try #require(Definitions.load(from: workspace).0?.register)
    #expect(try register.units == Self.register(text).units)
  }

  // MARK: - Codes and population

  @Test func aWrongCheckCharacterIsAWarningThatSaysWhichItShouldBe() throws {
    let lines = "代码,名称,行业,入库,退库,口罩,智能装备\n91441900MA0000001A,甲,3911,,,,"
    let (definitions, findings) = Definitions.load(from: Self.workspace(lines))
    let finding = try #require(findings.first)
    #expect(findings.map(\.code) == [.doubtfulUnitCode] && finding.severity == .warning)
    #expect(finding.location?.description == Workspace.register + ":2:1")
    #expect(finding.arguments["expected"] == "0" && finding.raw == "91441900MA0000001A")
    #expect(definitions?.register?.units.count == 1)
    #expect(Self.workspace(lines.replacing("0001A", with: "00010")).findings == [])
  }

  @Test(arguments: ["2021-01..02", "2021-03", "2021-04", "2021-05", "2021-06"])
  func whoIsExpectedIsCounted(text: String) throws {
    let register = try #require(Definitions.load(from: Workspace()).0?.register)
    let period = try #require(Period(text))
    #expect(
      register.expectedCount(in: period)
        == register.units.values.count { $0.isExpected(in: period) })
  }
}
