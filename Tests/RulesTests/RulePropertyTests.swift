// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Rules

@Suite struct RulePropertyTests {
  /// What columns decide is what fractions say, wherever these do not outgrow 128 bits.
  @Test(arguments: 0..<24) func columnsSayWhatFractionsSay(seed: Int) throws {
    var random = RandomRule(seed: UInt64(seed))
    let table = random.table(rows: seed == 0 ? 1100 : 60)
    let evaluation = RuleEvaluation(over: table)
    for _ in 0..<(seed == 0 ? 4 : 25) {
      let expression = random.condition(4)
      guard Fixture.problems(expression) == [] else { continue }
      let rule = try Fixture.rule(expression)
      let outcome = evaluation.outcome(of: rule)
      let failed = Set(outcome.failedRows)
      #expect(outcome.failedRows == failed.sorted())
      var exact: [RuleResult: Int] = [:]
      for row in 0..<table.count {
        guard let result = evaluation.sayExactly(rule, row: row) else { continue }
        exact[result, default: 0] += 1
        #expect(failed.contains(row) == (result == .failed), "\(expression) row \(row)")
      }
      let decided = exact.values.reduce(0, +)
      if decided == table.count {
        #expect(outcome.passed == exact[.passed, default: 0], "\(expression)")
        #expect(outcome.notEvaluable == exact[.notEvaluable, default: 0], "\(expression)")
      }
      #expect(outcome.passed + outcome.notEvaluable + failed.count == table.count)
    }
  }

  @Test(arguments: 40..<52) func anyOrderOfRowsGivesTheSame(seed: Int) throws {
    var random = RandomRule(seed: UInt64(seed))
    let table = random.table(rows: 80)
    var shuffled = table
    shuffled.rows.shuffle(using: &random.generator)
    let (first, second) = (RuleEvaluation(over: table), RuleEvaluation(over: shuffled))
    for _ in 0..<20 {
      let expression = random.condition(4)
      guard Fixture.problems(expression) == [] else { continue }
      let rule = try Fixture.rule(expression)
      let (one, other) = (first.outcome(of: rule), second.outcome(of: rule))
      #expect(one.passed == other.passed && one.notEvaluable == other.notEvaluable)
      #expect(
        Set(one.failedRows.map { table.rows[$0].unit })
          == Set(other.failedRows.map { shuffled.rows[$0].unit }), "\(expression)")
    }
  }
}

extension RuleEvaluation {
  /// `nil` where a fraction outgrows 128 bits.
  fileprivate func sayExactly(_ rule: Rule, row: Int) -> RuleResult? {
    let evaluation = ExactEvaluation(values: RowValues(evaluation: self, row: row))
    return (try? evaluation.condition(rule.expression.condition)).map { RuleResult($0) }
  }
}
