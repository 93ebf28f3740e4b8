// SPDX-License-Identifier: Apache-2.0
import Plan
import Statistics
import Testing

@Suite struct ClassTests {
  private static func evaluation(
    _ values: [String], _ classes: EvaluationClasses = Example.byRank,
    vetoes: [EvaluationVeto] = [], vetoed: Set<Int> = []
  ) throws -> Evaluation {
    let units = values.enumerated().map { index, value in
      Example.unit(
        String(100 + index),
        ["tax": value].merging(vetoed.contains(index) ? ["fine": "是"] : [:]) { $1 })
    }
    return try Evaluation(
      Example.scheme([Example.item()], vetoes: vetoes, classes: classes), year: 2022,
      units: units, before: nil)
  }

  /// By unit code, one letter a unit.
  private static func classes(_ evaluation: Evaluation) -> String {
    evaluation.sheets.sorted { $0.unit.code.description < $1.unit.code.description }
      .map { evaluation.classOf($0)?.id ?? "-" }.joined()
  }

  @Test(arguments: [
    // 20 % of 10 is 2, 60 % is 6, 95 % is 9.5: at most so many from above, so D has at least 5 %.
    (["10", "9", "8", "7", "6", "5", "4", "3", "2", "1"], "AABBBBCCCD"),
    (["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"], "DCCCBBBBAA"),
    // 20 % of 4 is less than one unit.
    (["4", "3", "2", "1"], "BBCD"),
    (["7"], "D"),
    // Equal scores share the best of their places: 2, 2 and then 4.
    (["9", "8", "8", "7", "6", "5", "4", "3", "2", "1"], "AAABBBCCCD"),
    (["5", "5", "5", "5", "5"], "AAAAA"),
  ])
  func byRank(values: [String], expected: String) throws {
    #expect(Self.classes(try Self.evaluation(values)) == expected)
  }

  @Test func byScore() throws {
    let classes = EvaluationClasses(
      basis: .score,
      all: [
        Example.unitClass("A", "90"), Example.unitClass("B", "60"), Example.unitClass("C", nil),
      ])
    let evaluation = try Self.evaluation(["9", "8.99", "6", "5.99"], classes)
    #expect(Self.classes(evaluation) == "ABBC")
  }

  @Test func aVetoLowersTheClassAndLeavesThePlace() throws {
    let veto = EvaluationVeto(
      name: LocalizedName(zh: "处罚"),
      condition: EvaluationCondition(column: "fine", test: .isOneOf(["是"])), atMost: "C")
    let evaluation = try Self.evaluation(
      ["10", "9", "8", "7", "6", "5", "4", "3", "2", "1"], vetoes: [veto], vetoed: [0, 9])
    #expect(Self.classes(evaluation) == "CABBBBCCCD")
    let first = try #require(evaluation.sheets[0].result)
    #expect(first.place == 1)
    #expect(first.classBeforeVetoes?.id == "A")
    #expect(evaluation.sheets[0].vetoes == [veto])
  }

  @Test func theOrderOfUnitsChangesNothing() throws {
    var numbers = SeededGenerator(seed: 6)
    let values = (0..<60).map { _ in String(Int.random(in: 0...30, using: &numbers)) }
    let units = values.enumerated().map { Example.unit(String(100 + $0), ["tax": $1]) }
    let scheme = Example.scheme([Example.item()], classes: Example.byRank)
    let expected = try Evaluation(scheme, year: 2022, units: units, before: nil)
    for _ in 0..<10 {
      let shuffled = units.shuffled(using: &numbers)
      let evaluation = try Evaluation(scheme, year: 2022, units: shuffled, before: nil)
      #expect(evaluation.sheets == expected.sheets)
    }
  }

  /// The place and class, the best 0, of the first of units with these values.
  private static func standing(_ values: [Int]) throws -> (place: Int, class: Int) {
    let sheets = try evaluation(values.map(String.init)).sheets
    let result = try #require(sheets.first { $0.unit.code.description == "100" }?.result)
    return (result.place, Example.byRank.all.firstIndex { $0 == result.finalClass } ?? 9)
  }

  @Test func aBetterValueNeverGivesAWorsePlaceOrClass() throws {
    var numbers = SeededGenerator(seed: 7)
    for _ in 0..<50 {
      var values = (0..<20).map { _ in Int.random(in: 1...30, using: &numbers) }
      let before = try Self.standing(values)
      values[0] += Int.random(in: 1...10, using: &numbers)
      let after = try Self.standing(values)
      #expect(after.place <= before.place && after.class <= before.class)
    }
  }
}
