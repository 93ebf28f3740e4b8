// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Plan
import Statistics
import Testing

@Suite struct EvaluationChangeTests {
  private static func evaluation(_ year: Int, _ values: [String: String]) throws -> Evaluation {
    let units = values.map { Example.unit($0, ["tax": $1]) }
    return try Evaluation(
      Example.scheme([Example.item()], classes: Example.byRank), year: year, units: units,
      before: nil)
  }

  @Test func everyUnitOfEitherYearHasOne() throws {
    let before = try Self.evaluation(2021, ["1": "9", "2": "8", "3": "7", "4": "6", "5": "5"])
    let now = try Self.evaluation(2022, ["1": "4.5", "2": "8", "3": "7", "4": "99", "6": "5"])
    let changes = now.changes(since: before)
    #expect(changes.map(\.code.description) == ["1", "2", "3", "4", "5", "6"])
    #expect(changes.map(\.movement) == [.down, .same, .same, .up, .left, .entered])
    #expect(changes[0].scoreChange?.exactText == "-45")
    #expect(changes[4].scoreChange == nil)
  }

  @Test func supportGoesByClass() throws {
    let classes = EvaluationClasses(
      basis: .rank,
      all: [
        EvaluationClasses.Class(
          id: "A", name: LocalizedName(zh: "优先"), bound: ExactDecimal(50),
          support: LocalizedName(zh: "用地优先")),
        Example.unitClass("B", "100"),
      ])
    let units = ["1": "1", "2": "2", "3": "3", "4": "4"].map { Example.unit($0, ["tax": $1]) }
    let evaluation = try Evaluation(
      Example.scheme([Example.item()], classes: classes), year: 2022, units: units, before: nil)
    let entries = SupportList(evaluation).entries
    #expect(entries.map(\.unitClass.id) == ["A"])
    #expect(entries[0].units.map(\.name) == ["4", "3"])
  }
}
