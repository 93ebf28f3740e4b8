// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Ingest

@Suite struct PlanTextTests {
  private static let words = "推动“五个一”落户,完成“工改工”改造任务1000亩以上（其中拆除平整）"

  private static func text(_ words: String) throws -> PlanText {
    try #require(PlanText(Array(words.utf8), file: "plan.txt"))
  }

  @Test(arguments: [
    "推动“五个一”落户", "推动\"五个一\"落户", "推动「五个一」 落户，完成", "1000亩以上(其中", "１０００亩", "",
  ])
  func looksPastBlanksQuotesAndWidth(phrase: String) throws {
    #expect(try Self.text(Self.words).contains(phrase))
  }

  @Test(arguments: ["推动五个一", "1000 亩以下", "落户；完成", "拆除平整）以上", "推动《五个一》"])
  func findsNothingElse(phrase: String) throws {
    #expect(try !Self.text(Self.words).contains(phrase))
  }

  /// Every piece of a text is found in it, however line ends fall.
  @Test func findsEveryPiece() throws {
    var random = SeededGenerator(seed: 20)
    let letters = Array(Self.words)
    for _ in 0..<200 {
      let start = Int.random(in: 0..<letters.count, using: &random)
      let end = Int.random(in: start..<letters.count, using: &random)
      let broken = letters.map { String($0) + (Bool.random(using: &random) ? "\n " : "") }
      #expect(try Self.text(broken.joined()).contains(String(letters[start...end])))
    }
  }
}
