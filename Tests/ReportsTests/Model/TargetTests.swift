// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Plan
import Statistics
import Testing

@testable import Reports

struct TargetTests {
  private func progress(
    _ comparator: Target.Comparator, _ promised: Int128, share: String, deadline: Int? = 2022
  ) throws -> (ReportBuilder, TargetProgress) {
    var specimen = try Specimen()
    specimen.addBureau("value_added.high_tech.ytd.share", share, .percent)
    let target = Specimen.target(
      "G05", "高技术制造业比重", comparator, promised, .percent, "value_added.high_tech.ytd.share",
      deadline: deadline)
    specimen.targets = [target]
    let content = try specimen.content()
    let builder = ReportBuilder(content, in: MessageCatalogue(.chinese, from: Templates()))
    return (builder, try #require(content.targets.first))
  }

  @Test(arguments: [
    (Target.Comparator.above, "超50%"), (.atLeast, "50%以上"), (.below, "低于50%"),
    (.atMost, "不超过50%"),
  ])
  func comparatorsAreWorded(comparator: Target.Comparator, words: String) throws {
    let (builder, progress) = try progress(comparator, 50, share: "44.1")
    #expect(builder.promise(of: progress.target) == words)
  }

  @Test(arguments: [
    ("44.1", "尚差5.9个百分点"), ("51.2", "超出1.2个百分点"), ("50.0", "与目标持平"),
    ("49.97", "尚差不足0.1个百分点"),
  ])
  func gapsAreWorded(share: String, words: String) throws {
    let (builder, progress) = try progress(.atLeast, 50, share: share)
    #expect(builder.gapWords(progress) == words)
  }

  @Test(arguments: [
    ("44.1", Int?(2022), Message.statusOnTheWay), ("51.0", 2022, .statusMetSoFar),
    ("44.1", 2020, .statusMissed), ("51.0", 2020, .statusMet), ("44.1", nil, .statusOnTheWay),
  ])
  func aLaterDeadlineIsOnTheWayAndNotMissed(share: String, deadline: Int?, status: Message) throws {
    let (builder, progress) = try progress(.atLeast, 50, share: share, deadline: deadline)
    #expect(builder.status(of: progress) == status)
  }
}
