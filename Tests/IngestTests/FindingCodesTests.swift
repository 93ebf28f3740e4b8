// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Ingest

/// Every code that this module can raise, each by its smallest input.
@Suite struct FindingCodesTests {
  /// Codes that other modules raise.
  private static let elsewhere: Set<FindingCode> = [
    .differsFromBureau, .cumulativeDiffers, .templateSyntax, .unknownTemplateName, .noTableFound,
    .lowContrast,
  ]

  private enum Input: Sendable {
    case text(String)
    case bytes([UInt8])
    case returns(replacing: String, with: String)
    case bureau(replacing: String, with: String)
    case definition(file: String, replacing: String, with: String)
    case sheets([(name: String, csv: String)])
    case form(replacing: String, with: String)
    case series(replacing: String, with: String)
    case long
    /// Two months of returns, the second changed.
    case months(replacing: String, with: String)
    case files([(path: String, csv: String)])
    case rule(String)
    /// A plan's file changed.
    case plan(file: String, replacing: String, with: String)
  }

  private static let inputs: [FindingCode: Input] = [
    .emptyFile: .text(""), .unsupportedFormat: .text("{\"a\":1}"),
    .undecodableByte: .bytes([0x61, 0xEF, 0xBB, 0xFF, 0x0A]),
    .malformedXML: .text("<?xml version=\"1.0\"?>"),
    .implausibleEncoding: .bytes(
      Array(repeating: [0x2C, 0xE8, 0x72, 0xE9, 0x74], count: 40).flatMap(\.self)),
    .limitExceeded: .text(String(repeating: ",", count: 16_384)),
    .unterminatedQuote: .text("a,\"b"), .documentType: .text("<!DOCTYPE a><a/>"),
    .controlByte: .text("a\0b"), .damagedContainer: .text("PK\u{3}\u{4}zip"),
    .damagedTable: .text("<table><tr><td>a"),
    .messageWithoutData: .text(
      "<m:GenericData xmlns:m='http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message'/>"),
    .badValue: .text(
      "<Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet' "
        + "xmlns:ss='urn:schemas-microsoft-com:office:spreadsheet'><Worksheet><Table><Row><Cell>"
        + "<Data ss:Type='Number'>x</Data></Cell></Row></Table></Worksheet></Workbook>"),
    .doubtfulSeparator: .text(
      String(repeating: "a,b\n", count: 40_000) + String(repeating: "c;d\n", count: 50_000)),
    .noLayoutFits: .text("a,b\n"), .missingColumn: .returns(replacing: "行业代码", with: "行业"),
    .absentColumn: .returns(replacing: "用工_本月(人)", with: ""),
    .unknownColumn: .returns(replacing: "用工_本月(人)", with: "备注"),
    .repeatedColumn: .returns(replacing: ",单位详细名称", with: ",行业代码"),
    .noPeriod: .returns(replacing: "报告期", with: "期"),
    .unknownUnitOfMeasure: .bureau(replacing: "单位：亿元", with: "单位：百亿元"),
    .contradictoryUnitOfMeasure: .returns(replacing: "用工_本月(人)", with: "用工_本月(千元)"),
    .noRows: .text(Fixture.header), .sheetNotUsed: .sheets([("a", "说明"), ("b", Fixture.returns)]),
    .missingValue: .returns(replacing: "500,400", with: ",400"),
    .badPeriod: .returns(replacing: "202105", with: "五月"),
    .notANumber: .returns(replacing: "500,400", with: "x,400"),
    .tooManyDigits: .returns(replacing: "500,400", with: "1e99,400"),
    .errorCell: .returns(replacing: "500,400", with: "#N/A,400"),
    .badUnitCode: .returns(replacing: "91A", with: "91/A"),
    .blankValue: .returns(replacing: "400,10", with: "400,"),
    .valueWithoutHeader: .returns(replacing: "400,10", with: "400,1,0"),
    .doubtfulUnitCode: .definition(
      file: Workspace.register, replacing: "91A", with: "91441900MA0000001A"),
    .unknownUnit: .returns(replacing: "91A", with: "X"),
    .unknownIndustry: .returns(replacing: "3911", with: "39"),
    .conflictingRepeat: .returns(replacing: "91B,乙,3811", with: "91A,甲,3911"),
    .identicalRepeat: .text(Fixture.returns + Fixture.rows[0]),
    .industryDiffers: .returns(replacing: "甲,3911", with: "甲,3912"),
    .unknownRow: .bureau(replacing: "总计,", with: "总量,"),
    .conflictingBureauValues: .sheets([
      ("增加值", Fixture.bureau), ("b", Fixture.bureau.replacing("12.5,", with: "1,")),
    ]),
    .definitionSyntax: .definition(
      file: Workspace.sectors, replacing: "sectors:", with: "sectors: {"),
    .unknownKey: .definition(file: Workspace.configuration, replacing: "area:", with: "place:"),
    .missingKey: .definition(file: Workspace.configuration, replacing: "office: 统计办", with: ""),
    .badDefinition: .definition(
      file: Workspace.indicators, replacing: "decimals: 0", with: "decimals: x"),
    .unknownName: .definition(file: Workspace.targets, replacing: "total", with: "totl"),
    .overlap: .definition(file: Workspace.sectors, replacing: "[C, D]", with: "[C, D, \"39\"]"),
    .repeatedName: .definition(
      file: Workspace.indicators, replacing: "id: investment", with: "id: employment"),
    .incompletePartition: .definition(
      file: Workspace.sectors, replacing: "[manufacturing, utilities]", with: "[utilities]"),
    .ruleSyntax: .rule("value_added.ytd >"), .ruleTypes: .rule("value_added.ytd > 1人"),
    .missingField: .form(replacing: "行业代码：", with: "行业"),
    .missingRow: .form(replacing: "一、增加值,千元,01,100,500,400", with: "一、x,千元,,,,"),
    .absentRow: .form(replacing: "其中：投资,千元,03,7,50,40", with: ",,,,,"),
    .rowRenumbered: .form(replacing: "一、增加值", with: "一、销售产值"),
    .repeatedRow: .form(replacing: "整机,千元,3911,", with: "增加值,千元,01,"),
    .partsDiffer: .form(replacing: "3912,40,200", with: "3912,40,201"),
    .januaryAlone: .series(replacing: "12.5,", with: "12.5,6"),
    .unknownArea: .series(replacing: "广东省", with: "广西省"), .otherSeries: .long,
    .numberFromText: .returns(replacing: "500,400", with: "５００,400"),
    .outsidePopulation: .returns(replacing: "202105", with: "202012"),
    .newUnit: .files([
      ("4.csv", Fixture.header + "\n" + Fixture.rows[0].replacing("202105", with: "202104")),
      ("5.csv", Fixture.returns),
    ]),
    .goneUnit: .files([
      ("4.csv", "\(Fixture.header)\n91C,丙,4420,202104,1,2,3,4,5,6"), ("5.csv", Fixture.returns),
    ]),
    .columnRenamed: .months(replacing: "单位详细名称", with: "企业名称"),
    .columnMoved: .months(
      replacing: "单位详细名称,行业代码,报告期", with: "行业代码,单位详细名称,报告期"),
    .columnAdded: .months(replacing: "(人)\n", with: "(人),备注\n"),
    .columnLost: .months(replacing: ",用工_上年同期_1-本月(人)", with: ""),
    .valueSlip: .returns(replacing: "500,400", with: "500000,400"),
    .rowSlip: .months(
      replacing: "100,500,400,10,11,12", with: "100000,500000,400000,10000,11000,12000"),
    .corrected: .files([
      ("Input/returns/a.csv", Fixture.returns),
      ("Input/returns/b.csv", Fixture.returns.replacing("500,400", with: "501,400")),
    ]),
    .correctionNotFound: .files([("Input/returns/a.csv", Fixture.returns)]),
    .moreErrors: .text(
      Fixture.header + "\n"
        + String(
          repeating: Fixture.rows[0].replacing("500,400", with: "x,400") + "\n", count: 10_001)
    ),
    .moreFindings: .text(
      Fixture.header + "\n"
        + (0...10_001).map {
          Fixture.rows[0].replacing("91A", with: "9\($0)").replacing(",12", with: ",") + "\n"
        }.joined()),
    .unknownSubject: .plan(file: PlanWorkspace.progress, replacing: "G03", with: "G30"),
    .badReport: .plan(file: PlanWorkspace.progress, replacing: "推进中", with: "快了"),
    .impossibleValue: .plan(file: PlanWorkspace.progress, replacing: "120,", with: "-1,"),
    .conflictingReports: .plan(
      file: PlanWorkspace.progress, replacing: "G04,,,推进中", with: "G03,,121,推进中"),
    .identicalReports: .plan(
      file: PlanWorkspace.progress, replacing: "G04,,,推进中,2021-05-31,,,招商",
      with: "G03,,120,,2021-05-31,协议,,招商"),
    .doubtfulReportDate: .plan(
      file: PlanWorkspace.progress, replacing: "2021-05-31", with: "2021-04-30"),
    .phraseNotFound: .plan(file: PlanWorkspace.targets, replacing: "突破60", with: "突破六十"),
    .unreadFile: .plan(file: PlanWorkspace.frame, replacing: "text: plan.txt\n", with: ""),
    .ruleNeverHolds: .rule("1 > 2"), .ruleAlwaysHolds: .rule("1 < 2"),
  ]

  /// These need more than one changed text; their tests: `FileReaderTests`, `DefinitionsTests`,
  /// `ReturnsIngestTests`, `HeaderHistoryTests`, `UnitSlipCheckTests`, `RulesFileTests`, `RuleCheckTests`, `EvaluationInputTests`, and the module Tables' `XLSReaderTests` and `SDMXMessageTests`.
  private static let testedElsewhere: Set<FindingCode> = [
    .surveyData, .unlistedUnit, .lackingColumn,
    .unreadableFile, .severalLayoutsFit, .headerSpanDiffers, .columnSlip, .missingDefinition,
    .notReported, .encryptedFile,
    .messageNote, .contradiction, .ruleError, .ruleWarning, .ruleNote, .waiverExpired,
    .waivedFailure,
  ]

  @Test func everyCodeHasItsInput() {
    let covered = Set(Self.inputs.keys).union(Self.testedElsewhere).union(Self.elsewhere)
    #expect(Set(FindingCode.allCases).subtracting(covered).isEmpty)
  }

  @Test(arguments: FindingCode.allCases.filter { inputs[$0] != nil })
  func isRaised(code: FindingCode) throws {
    #expect(try Self.codes(of: #require(Self.inputs[code])).contains(code))
  }

  private static func codes(of input: Input) throws -> [FindingCode] {
    switch input {
    case .text(let text): return try Ingested(csv: text).codes
    case .bytes(let bytes): return try Ingested([("a.csv", bytes)]).codes
    case .returns(let old, let new):
      return try Ingested(csv: Fixture.returns.replacing(old, with: new)).codes
    case .bureau(let old, let new):
      return try Ingested(csv: Fixture.bureau.replacing(old, with: new)).codes
    case .definition(let file, let old, let new):
      return Workspace().replacing(old, with: new, in: file).findings.map(\.code)
    case .plan(let file, let old, let new):
      return PlanWorkspace.workspace.replacing(old, with: new, in: file).findings.map(\.code)
    case .rule(let expression):
      return RulesFileTests.workspace(expression).findings.map(\.code)
    case .sheets(let sheets): return try Ingested(xml: sheets).codes
    case .form(let old, let new):
      return try Ingested(
        csv: FormFixture.form.replacing(old, with: new), FormFixture.workspace
      ).codes
    case .series(let old, let new):
      return try Ingested(
        csv: FormFixture.series.replacing(old, with: new), FormFixture.workspace
      ).codes
    case .long: return try Ingested(csv: FormFixture.long, FormFixture.workspace).codes
    case .months(let old, let new):
      let april = Fixture.returns.replacing("202105", with: "202104")
      return try Ingested([
        ("4.csv", Array(april.utf8)),
        ("5.csv", Array(Fixture.returns.replacing(old, with: new).utf8)),
      ]).codes
    case .files(let files):
      return try Ingested(
        files.map { ($0.path, Array($0.csv.utf8)) },
        Workspace().with(CorrectionsFile.file, FormFixture.corrections)
      ).codes
    }
  }
}
