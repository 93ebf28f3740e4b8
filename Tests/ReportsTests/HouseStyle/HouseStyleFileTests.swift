// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Reports

struct HouseStyleFileTests {
  private static let svg = Array(
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><path d=\"M0 0h1v1z\"/></svg>"
      .utf8)

  private func file(_ text: String) -> HouseStyleFile {
    HouseStyleFile(text, images: ["logo.svg": Self.svg])
  }

  @Test func theStarterChangesNothing() throws {
    let starter = try #require(Templates().builtIn("style.yml"))
    let file = file(starter)
    #expect(file.findings.isEmpty)
    #expect(file.style == HouseStyle())
    #expect(file.style.css.isEmpty)
  }

  /// Line by line, so that what a reader takes the # away from is what is meant.
  @Test func theStarterIsRightWithoutItsMarks() throws {
    let starter = try #require(Templates().builtIn("style.yml"))
    let lines = starter.split(separator: "\n").drop { $0 != "#" }
    let file = file(lines.map { $0.dropFirst(2) }.joined(separator: "\n"))
    #expect(file.findings.isEmpty)
    #expect(file.style.logo?.hasPrefix("data:image/svg+xml;base64,PHN2Zy") == true)
    #expect(file.style.fonts.count == 4)
    #expect(file.style.colours[.light]?.count == 9 && file.style.colours[.dark]?.count == 1)
  }

  @Test func theSheetHasWhatIsSetAndNoMore() {
    let file = file(
      """
      colours: {light: {accent: "#7a1f1f"}, dark: {accent: "#faa"}}
      fonts: {print: {zh: [FangSong]}}
      """)
    #expect(
      file.style.css == """
        @media screen { :root { --accent: #7a1f1f; } }
        @media screen and (prefers-color-scheme: dark) { :root { --accent: #ffaaaa; } }
        @media print { body:lang(zh) { font-family: "FangSong", serif; } }

        """)
    #expect(Templates().sources["logo.html.mustache"] == "")
  }

  @Test(arguments: [
    ("colors: {}", FindingCode.unknownKey, "1:1"),
    ("colours:\n  light:\n    acent: \"#000000\"", .unknownKey, "3:5"),
    ("colours: {light: {accent: red}}", .badDefinition, "1:27"),
    ("colours: {light: {accent: \"#12\"}}", .badDefinition, "1:27"),
    ("colours: {light: {accent: \"#000;}</style>\"}}", .badDefinition, "1:27"),
    ("colours:\n  light:\n    accent: #7a1f1f\n    page: \"#fff\"", .badDefinition, "3:12"),
    ("colours: {light: {series: [\"#000000\"]}}", .badDefinition, "1:27"),
    (
      "fonts: {screen: {zh: [\"x\\\"; } body { background: url(//x.cn)\"]}}", .badDefinition, "1:22"
    ),
    ("fonts: {screen: {zh: []}}", .badDefinition, "1:22"),
    ("fonts: {screen: {fr: [Arial]}}", .unknownKey, "1:18"),
    ("fonts: Arial", .badDefinition, "1:8"), ("logo: lgo.svg", .unknownName, "1:7"),
    ("logo: ../logo.svg", .unknownName, "1:7"), ("colours: [", .definitionSyntax, "2:1"),
    ("- x", .badDefinition, "1:1"),
  ])
  func whatDoesNotFitIsFoundWithItsPlace(text: String, code: FindingCode, place: String) throws {
    let file = file(text)
    let finding = try #require(file.findings.first)
    #expect(file.findings.count == 1)
    #expect(finding.code == code)
    #expect(finding.location?.description == "Templates/style.yml:" + place)
    #expect(!file.style.css.contains("</style>") && !file.style.css.contains("url("))
  }

  @Test func aSlipIsAnsweredWithWhatWasMeant() {
    #expect(
      file("colours: {light: {acent: \"#000000\"}}").findings.first?.arguments["suggestion"]
        == "accent")
    #expect(file("logo: lgo.svg").findings.first?.arguments["suggestion"] == "logo.svg")
  }

  @Test func tooLittleContrastIsAWarningThatBlocksNothing() throws {
    let text = "colours:\n  light:\n    text: \"#999999\"\n  dark: {page: \"#777777\"}"
    let findings = file(text).findings
    #expect(findings.allSatisfy { $0.code == .lowContrast && $0.severity == .warning })
    let first = try #require(findings.first)
    #expect(first.location?.line == 3)
    #expect(
      first.arguments == [
        "scheme": "light", "foreground": "text", "background": "page", "contrast": "2.8",
        "least": "4.5",
      ])
    #expect(findings.contains { $0.arguments["scheme"] == "dark" })
    let templates = Templates(overrides: ["style.yml": text])
    #expect(check(templates) == findings.sorted())
    #expect(try Specimen().release(templates)["report.html"]?.contains("--text: #999999") == true)
  }

  @Test(arguments: ColourScheme.allCases) func theBuiltInColoursHaveTheirContrast(
    scheme: ColourScheme
  ) throws {
    let style = HouseStyle()
    for (foreground, background, least) in ColourScheme.pairs {
      let front = try #require(style.colour(foreground, scheme))
      let back = try #require(style.colour(background, scheme))
      #expect(front.contrast(with: back) >= least, "\(foreground) on \(background)")
    }
    let sheet = try #require(Templates().builtIn("report.css"))
    for (name, value) in scheme.builtIn { #expect(sheet.contains("--\(name): \(value);")) }
  }

  @Test func everyPageAndChartWearsIt() throws {
    let templates = Templates(
      overrides: [
        "style.yml":
          "logo: logo.svg\ncolours: {light: {series: [\"#111111\", \"#0000aa\", \"#aa0000\", \"#006600\", \"#660066\"]}}"
      ], images: ["logo.svg": Self.svg])
    for (path, text) in try Specimen().release(templates) {
      if path.hasSuffix(".html") {
        #expect(text.contains("<img class=\"logo\" src=\"data:image/svg+xml;base64,"), "\(path)")
        #expect(text.contains("--series-1: #0000aa"), "\(path)")
      }
      if path == "charts/growth.svg" { #expect(text.contains("#0000aa")) }
    }
  }
}
