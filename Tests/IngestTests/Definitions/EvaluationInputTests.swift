// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Ingest

@Suite struct EvaluationInputTests {
  /// One slip: what it makes of the fixture, and the finding.
  struct Case: Sendable, CustomTestStringConvertible {
    let file: String
    let text: String
    let replacement: String
    /// `code file:line:column`, without the file.
    let wanted: String

    init(_ file: String, _ text: String, _ replacement: String, _ wanted: String) {
      (self.file, self.text, self.replacement) = (file, text, replacement)
      self.wanted = wanted
    }

    var testDescription: String { "\(wanted): \(replacement)" }
  }

  private static func check(_ slip: Case) {
    let found = EvaluationFixture().replacing(slip.text, with: slip.replacement, in: slip.file)
      .found
    #expect(found.contains { $0.hasPrefix(slip.wanted + " " + slip.file) }, "\(found)")
  }

  @Test func theFixtureIsClean() throws {
    let input = try #require(EvaluationFixture().input)
    #expect(EvaluationFixture().found == [])
    #expect(input.schemes.map(\.id) == ["test"])
    #expect(input.years == [2022])
    let units = try #require(input.data(for: input.schemes[0], year: 2022)?.units)
    #expect(units.map(\.name) == ["甲厂", "乙厂"])
    #expect(units[0].cells["rd"]?.number == ExactDecimal(120))
    #expect(units[0].cells["rd"]?.location.description == EvaluationFixture.declared + ":2:2")
    #expect(units[1].cells["land"] == nil && units[1].cells["rd"] == nil)
    #expect(input.data(for: input.schemes[0], year: 2021) == nil)
  }

  @Test func theSchemeIsReadWhole() throws {
    let scheme = try #require(EvaluationFixture().input?.schemes.first)
    let item = scheme.groups[0].items[0]
    #expect(
      item.baseline
        == .fixedByYear([2021: ExactDecimal(coefficient: 95, scale: 1), 2022: ExactDecimal(10)]))
    #expect(scheme.unit(of: item) == "万元/亩")
    #expect(
      scheme.groups[0].items[1].baseline == .mean(times: ExactDecimal(2), of: .same))
    #expect(scheme.vetoes[0].atMost == "B")
    #expect(scheme.vetoes[0].condition.test == .below(.zero))
    #expect(scheme.classes?.all.map(\.bound) == [ExactDecimal(50), ExactDecimal(100)])
    #expect(scheme.classes?.notAssessed?.id == "T")
  }

  @Test(arguments: [
    Case(EvaluationFixture.scheme, "owner: 某区\n", "", "missingKey"),
    Case(EvaluationFixture.scheme, "vetoes:", "veto:", "unknownKey"),
    Case(EvaluationFixture.scheme, "source: declared", "source: survey", "badDefinition"),
    Case(EvaluationFixture.scheme, ", source: declared", "", "missingKey"),
    Case(EvaluationFixture.scheme, "id: land", "id: tax", "repeatedName"),
    Case(EvaluationFixture.scheme, "weight: 60", "weight: 50", "badDefinition"),
    Case(EvaluationFixture.scheme, "weight: 60", "weight: 0", "badDefinition"),
    Case(EvaluationFixture.scheme, "denominator: land", "denominator: lands", "unknownName"),
    Case(EvaluationFixture.scheme, "denominator: land", "denominator: scale", "badDefinition"),
    Case(EvaluationFixture.scheme, "2022: 10", "2022: 0", "badDefinition"),
    Case(EvaluationFixture.scheme, "mean: 2", "median: 2", "badDefinition"),
    Case(EvaluationFixture.scheme, "missing: zero", "missing: guess", "badDefinition"),
    Case(
      EvaluationFixture.scheme, "missing: zero", "direction: lower, missing: zero", "missingKey"),
    Case(
      EvaluationFixture.scheme, "missing: zero", "cap: 1, floor: 2, missing: zero",
      "badDefinition"),
    Case(EvaluationFixture.scheme, "at-least: 1000", "at-least: 1000, above: 9", "badDefinition"),
    Case(EvaluationFixture.scheme, "at-most: B", "at-most: E", "unknownName"),
    Case(EvaluationFixture.scheme, "from: 50, to: 100", "from: 40, to: 100", "overlap"),
    Case(EvaluationFixture.scheme, "from: 50, to: 100", "from: 60, to: 100", "badDefinition"),
    Case(EvaluationFixture.scheme, "from: 50, to: 100", "from: 50, to: 90", "badDefinition"),
    Case(EvaluationFixture.scheme, "id: T", "id: A", "repeatedName"),
    Case(EvaluationFixture.scheme, "by: rank", "by: score", "unknownKey"),
  ])
  func slipsInSchemes(slip: Case) { Self.check(slip) }

  @Test(arguments: [
    Case(EvaluationFixture.units, "91B,乙厂", "91A,乙厂", "repeatedName"),
    Case(EvaluationFixture.units, "91B,乙厂", "9/B,乙厂", "badUnitCode"),
    Case(EvaluationFixture.units, "600", "6o0", "notANumber"),
    Case(EvaluationFixture.units, "600", "600万元", "notANumber"),
    Case(EvaluationFixture.units, "600", "1e99", "tooManyDigits"),
    Case(EvaluationFixture.units, "600", "#N/A", "errorCell"),
    Case(EvaluationFixture.declared, "91B,", "91C,", "unlistedUnit"),
    Case(EvaluationFixture.declared, "代码", "编码", "lackingColumn"),
    Case(EvaluationFixture.declared, "申报研发（万元）\n91A,", "用地(亩)\n91A,", "repeatedColumn"),
  ])
  func slipsInData(slip: Case) { Self.check(slip) }

  @Test func theListOfUnitsIsRequired() {
    let found = EvaluationFixture().with(EvaluationFixture.units, nil).found
    #expect(found.contains("missingDefinition " + EvaluationFixture.units))
  }

  @Test(arguments: [("税收(万元)", "税收(千元)"), ("名称", "企业")])
  func aColumnThatNoFileHasLeavesTheYearOut(header: String, other: String) throws {
    let fixture = EvaluationFixture().replacing(header, with: other, in: EvaluationFixture.units)
    #expect(fixture.found == ["lackingColumn Input/evaluation/2022"])
    let input = try #require(fixture.input)
    #expect(input.data(for: input.schemes[0], year: 2022)?.units == nil)
  }

  // MARK: - Survey data

  @Test(arguments: [
    "header: 增加值_1-本月(万元)", "header: 工业增加值_1-本月(千元)", "header: 工业增加值",
    "header: 工业投资(亿元)", "header: 用工",
  ])
  func aSchemeNamesNothingOfASurvey(header: String) {
    let text = "header: 申报研发(万元)"
    let found = EvaluationFixture().replacing(text, with: header, in: EvaluationFixture.scheme)
      .found
    // 增加值 alone is no indicator of this workspace.
    let isRefused = header != "header: 增加值_1-本月(万元)"
    #expect(found.contains { $0.hasPrefix("surveyData") } == isRefused, "\(found)")
  }

  @Test func aSchemeHasNoIndicatorsForColumns() {
    let found = EvaluationFixture()
      .replacing("id: rd, header", with: "id: employment, header", in: EvaluationFixture.scheme)
      .found
    #expect(found.contains { $0.hasPrefix("surveyData \(EvaluationFixture.scheme)") })
  }

  /// A return that is copied among the data, also below a title, and one whose key columns were
  /// renamed.
  @Test(arguments: [
    Fixture.returns, "工业产销总值\n" + Fixture.returns,
    Fixture.returns.replacing("行业代码", with: "行业"), "代码,工业增加值_本月（千元）\n91A,1\n",
  ])
  func returnsAreRefused(csv: String) {
    let found = EvaluationFixture().with("Input/evaluation/2022/more.csv", csv).found
    #expect(
      found.contains { $0.hasPrefix("surveyData Input/evaluation/2022/more.csv") }, "\(found)")
  }

  @Test func theYearOfARefusedListIsNotEvaluated() throws {
    let input = try #require(
      EvaluationFixture().with(EvaluationFixture.units, Fixture.returns).input)
    #expect(input.data(for: input.schemes[0], year: 2022)?.units == nil)
  }
}
