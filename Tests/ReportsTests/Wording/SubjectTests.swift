// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Reports

struct SubjectTests {
  private func name(_ sector: Int, _ language: Language) -> String {
    Subject(catalogue: MessageCatalogue(language, from: Templates()))
      .name(Specimen.sectors[sector], Specimen.indicators[0])
  }

  @Test func chineseDoesNotRepeatIndustry() {
    #expect(name(0, .chinese) == "规模以上工业增加值")
    #expect(name(4, .chinese) == "电子信息制造业增加值")
    #expect(name(8, .chinese) == "智能装备工业增加值")
  }

  @Test func anAssumedSectorSaysSo() {
    #expect(name(6, .chinese) == "先进制造业（假定口径）增加值")
    #expect(name(6, .english) == "Advanced manufacturing (assumed definition): value added")
  }

  @Test(arguments: [
    ("Value added", "value added"), ("R&D spending", "R&D spending"), ("GDP", "GDP"),
  ])
  func englishBeginsSmallInASentence(name: String, inside: String) {
    #expect(Subject.midSentence(name) == inside)
  }
}
