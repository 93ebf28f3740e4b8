// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Ingest

@Suite struct DefinitionsTests {
  @Test func theSmallestWorkspaceIsValid() throws {
    let (loaded, findings) = Definitions.load(from: Workspace())
    #expect(findings == [])
    let definitions = try #require(loaded)
    #expect(definitions.indicators.map(\.id) == ["value_added", "employment", "investment"])
    #expect(definitions.indicators.map(\.isAdditive) == [true, false, true])
    #expect(definitions.sectors.map(\.id).first == "total")
    #expect(definitions.layouts.map(\.form) == ["B204-1", "bureau-value-added"])
    #expect(definitions.targets.map(\.id) == ["G01", "G02", "G03"])
    #expect(definitions.configuration.languages == [.chinese])
    #expect(definitions.flagNames == ["口罩", "智能装备"])
  }

  @Test(arguments: [
    ("total", ["3811", "3911", "3912", "4420"]), ("electronics", ["3911", "3912"]),
    ("high_tech", ["3911", "3912"]),
  ])
  func aSectorKnowsItsClasses(id: String, classes: [String]) throws {
    let definitions = try #require(Definitions.load(from: Workspace()).0)
    let sector = try #require(definitions.sectors.first { $0.id == id })
    #expect(sector.definition == .classes(Set(classes)))
  }

  @Test(arguments: [
    Workspace.configuration, Workspace.indicators, Workspace.sectors, Workspace.codes,
    Workspace.list, Workspace.register,
  ])
  func aFileThatIsNotThereIsNamed(file: String) {
    let (definitions, findings) = Definitions.load(from: Workspace().with(file, nil))
    #expect(definitions == nil)
    #expect(
      findings.contains { $0.code == .missingDefinition && $0.location?.description == file })
  }

  @Test(arguments: [
    Workspace.configuration, Workspace.codes, Workspace.register, Workspace.targets,
  ])
  func aFileThatCannotBeReadSaysWhy(file: String) {
    var workspace = Workspace()
    workspace.unreadable = file
    let findings = workspace.findings
    #expect(
      findings.contains {
        $0.code == .unreadableFile && $0.location?.file == file
          && $0.arguments["detail"] == "permission denied"
      })
  }

  @Test func withoutLayoutsThereIsNothingToRead() {
    var workspace = Workspace()
    for path in workspace.files(in: "Input/layouts") { workspace.texts[path] = nil }
    workspace.texts[Workspace.sectors] = workspace.texts[Workspace.sectors]?.replacing(
      "flag: 智能装备", with: "published: true")
    #expect(workspace.findings.map(\.code) == [.missingDefinition])
  }

  @Test func aWorkspaceWithoutPlanOrRegisterIsValid() throws {
    let workspace = Workspace().with(Workspace.targets, nil).with(Workspace.registerLayout, nil)
      .replacing("flag: 智能装备", with: "published: true", in: Workspace.sectors)
    let (definitions, findings) = Definitions.load(from: workspace)
    #expect(findings == [])
    #expect(definitions?.register == nil && definitions?.targets == [])
  }

  @Test func aFlagThatNoRegisterHasIsUnknown() {
    let noRegister = Workspace().with(Workspace.registerLayout, nil)
    #expect(noRegister.findings.map(\.code) == [.unknownName])
    let misspelt = Workspace().replacing(
      "flag: 智能装备", with: "flag: 智能装各", in: Workspace.sectors)
    #expect(misspelt.findings.map(\.code) == [.unknownName])
    #expect(misspelt.findings.first?.arguments["suggestion"] == "智能装备")
  }

  @Test func oneWordForTwoSectorsIsRefused() {
    let workspace = Workspace().replacing(
      "aliases: [总计]", with: "aliases: [总计, 民营企业]", in: Workspace.sectors)
    #expect(workspace.findings.map(\.code) == [.repeatedName])
  }

  @Test func oneWordForTwoIndicatorsIsRefused() {
    let workspace = Workspace().replacing(
      "aliases: [用工]", with: "aliases: [工业投资]", in: Workspace.indicators)
    #expect(workspace.findings.map(\.code) == [.repeatedName])
  }

  /// The layout and the target that name the broken indicator have no error of their own.
  @Test func anErrorHasNoEchoes() {
    let workspace = Workspace()
      .replacing(
        "unit: 亿元, decimals: 2}\n  - {id: emp", with: "decimals: 2}\n  - {id: emp",
        in: Workspace.indicators)
    #expect(workspace.findings.map(\.code) == [.missingKey])
    let sectors = Workspace().replacing("note: 清单", with: "", in: Workspace.sectors)
    #expect(sectors.findings.map(\.code) == [.missingKey])
  }

  /// Five files with one error each give five findings in one pass.
  @Test func everyErrorIsFoundInOnePass() {
    let workspace = Workspace()
      .replacing("title: 月报", with: "titel: 月报", in: Workspace.configuration)
      .replacing("decimals: 0", with: "decimals: 10", in: Workspace.indicators)
      .replacing("3811,class", with: ",class", in: Workspace.codes)
      .replacing("G02,比重,>=", with: "G02,比重,>=>", in: Workspace.targets)
      .replacing("shape: register", with: "shape: registry", in: Workspace.registerLayout)
    let codes = Set(workspace.findings.map { "\($0.code) \($0.location?.file ?? "")" })
    #expect(
      codes.isSuperset(of: [
        "unknownKey yuebao.yml", "missingKey yuebao.yml",
        "badDefinition \(Workspace.indicators)", "badDefinition \(Workspace.codes)",
        "badDefinition \(Workspace.targets)", "badDefinition \(Workspace.registerLayout)",
      ]))
  }
}
