// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Statistics

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("electronic", "electronics"), ("hightech", "high_tech"), ("electronics", "electronics"),
    ("totl", "total"), ("ttoal", nil), ("", nil), ("完全不同的名字", nil),
  ])
  func namesTheNearest(name: String, nearest: String?) {
    #expect(suggestion(for: name, among: ["total", "electronics", "high_tech"]) == nearest)
  }

  @Test func aTieGoesToTheFirstInOrderWhateverTheOrderOfNames() {
    #expect(suggestion(for: "ab", among: ["ac", "aa", "ad"]) == "aa")
    #expect(suggestion(for: "ab", among: ["ad", "aa", "ac"]) == "aa")
  }

  @Test func aShortNameMayDifferInOneCharacter() {
    #expect(suggestion(for: "39", among: ["38"]) == "38")
    #expect(suggestion(for: "39", among: ["47"]) == nil)
  }

  @Test func withoutNamesThereIsNone() {
    #expect(suggestion(for: "total", among: []) == nil)
  }

  @Test func countsChineseCharactersNotBytes() {
    #expect(suggestion(for: "行业代妈", among: ["行业代码", "报告期"]) == "行业代码")
  }

  /// Comparing a text with all names takes time that grows with its length.
  @Test func aLongTextGetsNone() {
    let long = String(repeating: "a", count: 101)
    #expect(suggestion(for: long, among: [long]) == nil)
    #expect(suggestion(for: String(long.dropFirst()), among: [String(long.dropLast())]) != nil)
  }
}
