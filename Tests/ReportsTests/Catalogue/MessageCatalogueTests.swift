// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Reports

struct MessageCatalogueTests {
  private let chinese = MessageCatalogue(.chinese, from: Templates())
  private let english = MessageCatalogue(.english, from: Templates())

  @Test func bothLanguagesHaveTheSameEntriesAndPlaceholders() {
    #expect(chinese.keys == english.keys)
    for key in chinese.keys.sorted() {
      #expect(chinese.placeholders(of: key) == english.placeholders(of: key), "\(key)")
    }
  }

  @Test func theCommandLineSaysTheSameInBothLanguages() {
    #expect(chinese.commandKeys == english.commandKeys)
    for key in chinese.commandKeys.sorted() {
      #expect(
        chinese.placeholders(ofCommand: key) == english.placeholders(ofCommand: key), "\(key)")
    }
  }

  @Test(arguments: Message.allCases)
  func everyMessageIsThere(message: Message) {
    #expect(chinese.keys.contains(message.rawValue))
    #expect(english.keys.contains(message.rawValue))
  }

  @Test func noEntryIsUnused() {
    let used = Set(Message.allCases.map(\.rawValue))
    #expect(chinese.keys.filter { !$0.hasPrefix("words.") }.subtracting(used) == [])
  }

  @Test(arguments: FindingCode.allCases)
  func everyFindingHasWordsInBothLanguages(code: FindingCode) {
    for catalogue in [chinese, english] {
      #expect(catalogue.findingKeys.contains(code.rawValue + ".message"))
      #expect(catalogue.findingKeys.contains(code.rawValue + ".remedy"))
    }
  }

  @Test func aFindingsPlaceholdersAreFilled() {
    let finding = Finding(.notANumber, raw: "1，234.5o", ["header": "工业总产值", "character": "8"])
    #expect(chinese.text(of: finding).message == "工业总产值 不是数字：“1，234.5o”，第 8 个字符不对")
    let code = Finding(.badUnitCode, raw: "x-1")
    #expect(english.text(of: code).message == "“x-1” is no unit code")
  }

  @Test func anOptionalPartWithoutItsArgumentIsLeftOut() {
    let finding = Finding(.unknownTemplateName, ["name": "x", "suggestion": ""])
    #expect(english.text(of: finding).message == "the template names “x”, which does not exist")
    let near = Finding(.unknownTemplateName, ["name": "x", "suggestion": "xx"])
    #expect(english.text(of: near).message.hasSuffix("; is it “xx”?"))
    #expect(chinese.text(of: Finding(.unknownTemplateName)).message.contains("{name}"))
  }

  @Test func anArgumentInBothLanguagesIsTheCataloguesOwn() {
    let finding = Finding(
      .ruleNote, ["name_zh": "产销率", "name_en": "Sales", "unit": "甲", "values": "a = 1"])
    #expect(chinese.text(of: finding).message == "甲不满足“产销率”：a = 1")
    #expect(english.text(of: finding).message == "甲 fails “Sales”: a = 1")
  }

  @Test func anOfficesEntryLiesOverTheBuiltInOne() {
    let templates = Templates(overrides: [
      "messages.zh.yml": "heading:\n  overview: 总体运行\nwords:\n  mine: 本机构\n"
    ])
    let catalogue = MessageCatalogue(.chinese, from: templates)
    #expect(catalogue.text(.overviewHeading) == "总体运行")
    #expect(catalogue.text(.sectorsHeading) == "行业情况")
    #expect(catalogue.words["mine"] == "本机构")
    #expect(catalogue.problems == [])
  }

  @Test func slipsInACatalogueAreFindings() {
    let templates = Templates(overrides: [
      "messages.zh.yml":
        "heading:\n  overvew: 总体\nclause:\n  growth:\n    rising: 同比增长{valu}%\n"
    ])
    let found = MessageCatalogue(.chinese, from: templates).problems
    #expect(Set(found.map(\.code)) == [.unknownKey, .unknownTemplateName])
    #expect(
      Set(found.compactMap { $0.arguments["suggestion"] }) == ["heading.overview", "value"])
    #expect(found.allSatisfy { $0.location?.line != nil })
  }

  @Test func aCatalogueThatIsNoYAMLIsAFinding() {
    let templates = Templates(overrides: ["messages.en.yml": "a: [1, 2\nb: }"])
    #expect(check(templates).contains { $0.code == .definitionSyntax })
  }
}
