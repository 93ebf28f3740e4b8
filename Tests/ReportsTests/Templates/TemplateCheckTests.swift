// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Reports

struct TemplateCheckTests {
  private func findings(_ text: String, named file: String = "report.md.mustache") -> [Finding] {
    check(Templates(overrides: [file: text]))
  }

  @Test func anUnknownNameIsFoundWithItsPlace() throws {
    let found = findings("# {{title}}\n\n{{#headlines}}\n- {{valu}}\n{{/headlines}}\n")
    let finding = try #require(found.first)
    #expect(found.count == 1)
    #expect(finding.code == .unknownTemplateName)
    #expect(finding.location?.description == "Templates/report.md.mustache:4:3")
    #expect(finding.arguments == ["name": "valu", "suggestion": "value"])
  }

  @Test func namesResolveOutwardsAsMustacheDoes() {
    #expect(findings("{{#sectors}}{{#tables}}{{title}} {{caption}}{{/tables}}{{/sectors}}") == [])
    #expect(findings("{{caption}}").map(\.code) == [.unknownTemplateName])
  }

  @Test func dottedNamesResolvePartByPart() {
    #expect(findings("{{overview.heading}} {{words.remedy}}") == [])
    let found = findings("{{overview.headng}}")
    #expect(found.first?.arguments["suggestion"] == "overview.heading")
  }

  @Test func partialsAreCheckedWhereTheyAreUsed() {
    let templates = Templates(overrides: [
      "report.md.mustache": "{{#sectors}}{{> mine.md}}{{/sectors}}\n{{> tabel.md}}",
      "mine.md.mustache": "{{heading}}\n{{nothing_like_it}}",
    ])
    let found = check(templates)
    #expect(
      found.map { $0.location?.description } == [
        "Templates/mine.md.mustache:2:1", "Templates/report.md.mustache:2:1",
      ])
    #expect(found.last?.arguments["suggestion"] == "table.md")
  }

  @Test func unescapedTextIsRefused() {
    let found = findings("{{{title}}} {{&area}} {{overview}}")
    #expect(found.map(\.code) == [.templateSyntax, .templateSyntax, .templateSyntax])
  }

  @Test func malformedTemplatesAreFoundWithTheirPlace() throws {
    let found = findings("{{#headlines}}\n{{value}}\n{{/headline}}\n")
    let finding = try #require(found.first)
    #expect(finding.code == .templateSyntax)
    #expect(finding.location?.line == 3)
  }

  @Test func commentsAndDelimitersNameNothing() {
    #expect(findings("{{! {{nothing}} }}\n{{=<% %>=}}\n<% title %>\n<% titel %>").count == 1)
  }

  @Test func renderingRefusesWhatTheCheckFinds() throws {
    let content = try Specimen().content()
    #expect(throws: ReportError.self) {
      try render(
        content, with: Templates(overrides: ["report.md.mustache": "{{titel}}"]))
    }
  }

  @Test func anOfficesTemplateTakesTheBuiltInOnesPlace() throws {
    let templates = Templates(overrides: ["report.md.mustache": "{{title}}|{{period_id}}\n"])
    #expect(try Specimen().release(templates)["report.md"] == "规模以上工业运行月报|2021-05\n")
  }

  @Test func theReferenceNamesEveryField() {
    let page = referenceOfTemplateNames()
    #expect(page.contains("| `full_title` | text | Area, title and period in one line. |"))
    #expect(page.contains("## TableCell"))
  }
}
