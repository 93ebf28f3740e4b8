// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Aggregation

@Suite struct ExactSumTests {
  private func sum(_ texts: [String]) throws -> ExactSum {
    var sum = ExactSum()
    for text in texts { sum.add(try #require(ExactDecimal(text))) }
    return sum
  }

  @Test(arguments: [
    ([], "0"), (["0.1", "0.2"], "0.3"), (["1", "0.001", "-1"], "0.001"), (["-2.5", "-2.5"], "-5"),
    (["100000000000000000000", "0.000000000000001"], "100000000000000000000.000000000000001"),
  ])
  func isExact(texts: [String], total: String) throws {
    #expect(try sum(texts).value.description == total)
    #expect(try sum(texts.reversed()).value.description == total)
  }

  @Test func anySplitInAnyOrderGivesTheSame() throws {
    var generator = SeededGenerator(seed: 11)
    let values = (0..<200).map { _ in
      ExactDecimal(
        coefficient: Int128(Int.random(in: -1_000_000...1_000_000, using: &generator)),
        scale: Int.random(in: 0...6, using: &generator))
    }
    var whole = ExactSum()
    values.forEach { whole.add($0) }
    for _ in 0..<20 {
      let shuffled = values.shuffled(using: &generator)
      let cut = Int.random(in: 0...200, using: &generator)
      var (left, right) = (ExactSum(), ExactSum())
      shuffled[..<cut].forEach { left.add($0) }
      shuffled[cut...].forEach { right.add($0) }
      right.merge(left)
      #expect(right == whole)
    }
  }

  @Test func overflowStaysAndIsThrown() throws {
    var sum = try sum(["170141183460469231731687303715884105727", "1"])
    #expect(throws: ArithmeticError.overflow) { try sum.value }
    sum.add(ExactDecimal(-1))
    #expect(throws: ArithmeticError.overflow) { try sum.value }
    var other = ExactSum()
    other.merge(sum)
    #expect(throws: ArithmeticError.overflow) { try other.value }
  }

  @Test func overflowOfTheScaleIsThrown() throws {
    let sum = try sum(["1000", "0.00000000000000000000000000000000000001"])
    #expect(throws: ArithmeticError.overflow) { try sum.value }
  }

  @Test func theNumberWithoutAnOppositeIsOverflowToo() throws {
    let sum = try sum(["-170141183460469231731687303715884105727", "-1"])
    #expect(throws: ArithmeticError.overflow) { try sum.value }
  }
}
