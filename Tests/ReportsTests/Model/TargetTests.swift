// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Plan
import Statistics
import Testing

@testable import Reports

struct TargetTests {
  private func builder(
    _ comparator: Target.Comparator, _ promised: Int128, share: String, deadline: Int? = 2022
  ) throws -> ReportBuilder {
    var specimen = try Specimen()
    specimen.addBureau("value_added.high_tech.ytd.share", share, .percent)
    specimen.targets = [
      Specimen.target(
        "G05", "高技术制造业比重", comparator, promised, .percent, "value_added.high_tech.ytd.share",
        deadline: deadline)
    ]
    return ReportBuilder(
      try specimen.content(), in: MessageCatalogue(.chinese, from: Templates()))
  }

  @Test(arguments: [
    (Target.Comparator.above, "超50%"), (.atLeast, "50%以上"), (.below, "低于50%"),
    (.atMost, "不超过50%"),
  ])
  func comparatorsAreWorded(comparator: Target.Comparator, words: String) throws {
    let builder = try builder(comparator, 50, share: "44.1")
    let target = try #require(builder.content.plan?.targets.first?.target)
    #expect(builder.promise(of: target) == words)
  }

  /// The table says what `yuebao targets` says: the same assessment in the same words.
  @Test(arguments: [
    ("44.1", Int?(2022), String?("-5.9个百分点"), String?.none),
    ("51.2", 2022, "+1.2个百分点", "✓\u{A0}目前已达到"),
  ])
  func aRowHasLightAndGap(share: String, deadline: Int?, gap: String?, light: String?) throws {
    let builder = try builder(.atLeast, 50, share: share, deadline: deadline)
    let table = try #require(builder.targetSection?.tables.first)
    let row = try #require(table.rows.first)
    #expect(row.stub == "G05 高技术制造业比重")
    #expect(row.link == "pages/target-G05")
    let texts = row.cells.map { $0.text + ($0.unit ?? "") }
    #expect(texts.contains("≥50%"))
    if let gap { #expect(texts.contains(gap)) }
    if let light { #expect(texts.first == light) }
  }

  @Test func aTargetWithoutValueSaysWhoOwesIt() throws {
    var specimen = try Specimen()
    specimen.targets = [
      Target(
        id: "K13", name: "新增上市公司", kind: .count, comparator: .atLeast, value: ExactDecimal(2),
        unit: UnitOfMeasure(.unit), deadline: .year(2022), departments: ["工业信息科技局"])
    ]
    let builder = ReportBuilder(
      try specimen.content(), in: MessageCatalogue(.chinese, from: Templates()))
    let page = try #require(builder.targetPages().first)
    let facts = page.sections.flatMap(\.facts).map(\.text.pieces.text)
    #expect(facts.contains { $0.contains("工业信息科技局") })
    #expect(page.name == "pages/target-K13")
  }
}
