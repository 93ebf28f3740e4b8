// SPDX-License-Identifier: Apache-2.0
import Rules
import Statistics

/// Everything that a workspace defines: who publishes, indicators, sectors, layouts, the register,
/// the targets, edit rules and waivers. Loaded whole, so that every error in it is found in one pass.
package struct Definitions: Sendable {
  package let configuration: Configuration
  package let indicators: [Indicator]
  package let classification: Classification
  /// In the order of printing.
  package let sectors: [Sector]
  /// Sorted by file.
  package let layouts: [Layout]
  /// `nil` where the workspace has no layout of a register.
  package let register: Register?
  /// `nil` where the workspace has none.
  package let plan: PlanDefinition?
  /// Empty where the workspace knows its own area only.
  package let areas: [Area]
  package let corrections: Corrections
  /// The edit rules, in the file's order.
  package let rules: [Rule]
  package let waivers: [Waiver]
  /// `nil` where the workspace monitors none.
  package let clusters: ClusterDefinitions?
  /// `nil` where the workspace has none.
  package let ladder: LadderDefinition?
  /// Empty where no indicator is computed from output.
  package let valueAdded: ValueAddedTables

  /// The register's flags by their position in `RegisterFlags`; empty without a register.
  package var flagNames: [String] { register?.flagNames ?? [] }

  /// What the plan promises, in its order; empty without a plan.
  package var targets: [Target] { plan?.targets ?? [] }

  package static let clustersFile = ClustersFile.file
  package static let ladderFile = LadderFile.file

  /// - Returns: the definitions, or `nil` where `findings` hold an error in one of them. Errors in
  ///   progress reports are of the input.
  package static func load(from files: any DefinitionFiles) -> (Definitions?, findings: [Finding]) {
    var loader = DefinitionLoader(files: files)
    let definitions = loader.load()
    let hasErrors = loader.findings.contains { $0.severity == .error && !ProgressFiles.hold($0) }
    return (hasErrors ? nil : definitions, loader.findings)
  }
}

private struct DefinitionLoader {
  private static let layouts = "Input/layouts"

  let files: any DefinitionFiles
  var findings: [Finding] = []

  init(files: any DefinitionFiles) { self.files = files }

  mutating func load() -> Definitions? {
    let configuration = require(Configuration.file).flatMap {
      Configuration.load($0, findings: &findings)
    }
    let indicatorFile = require(IndicatorDefinitions.file).map { IndicatorDefinitions($0) }
    findings += indicatorFile?.findings ?? []
    let indicators = indicatorFile?.indicators ?? []
    let sectors = require(SectorDefinitions.file).map { SectorDefinitions($0, files: files) }
    findings += sectors?.findings ?? []
    let areas = optional(AreaDefinitions.file).map {
      AreaDefinitions.load($0, findings: &findings)
    }
    let areNamesWhole = !findings.contains { $0.severity == .error }
    let (layouts, registerLayout) = loadLayouts(indicators, areas ?? [])
    let register = registerLayout.flatMap { layout in
      require(SectorDefinitions.folder + layout.file).flatMap {
        RegisterFile($0, layout: layout, classes: sectors?.classification.map(ClassNumbers.init))
          .load(findings: &findings)
      }
    }
    checkFlags(
      of: sectors?.sectors ?? [], indicatorFile?.flags ?? [], in: register,
      isComplete: areNamesWhole && registerLayout == nil)
    let valueAdded = loadValueAdded(indicators, sectors?.classification)
    checkAliases(
      indicators.map { ($0.id, [$0.name.zh] + $0.aliases) }, in: IndicatorDefinitions.file)
    checkAliases(
      (sectors?.sectors ?? []).map { ($0.id, [$0.name.zh] + $0.aliases) },
      in: SectorDefinitions.file)
    checkAliases(
      (areas ?? []).map { ($0.id, [$0.name.zh] + $0.aliases) }, in: AreaDefinitions.file)
    let plan = loadPlan(indicators, sectors?.sectors ?? [], areas ?? [])
    let corrections = optional(CorrectionsFile.file).map {
      CorrectionsFile.load($0, findings: &findings)
    }
    let rules = loadRules(indicators, sectors?.sectors ?? [], areas ?? [], register)
    let waivers = loadWaivers(rules, register)
    let clusters = loadClusters(
      indicators, sectors?.sectors ?? [], areas ?? [], plan?.targets ?? [])
    // Without a layout of a register no unit has a flag.
    let hasNone = areNamesWhole && registerLayout == nil
    let ladder = loadLadder(indicators, register?.flagNames ?? (hasNone ? [] : nil))
    if !areNamesWhole { dropEchoes() }
    guard let configuration, let sectors, let classification = sectors.classification else {
      return nil
    }
    return Definitions(
      configuration: configuration, indicators: indicators, classification: classification,
      sectors: sectors.sectors, layouts: layouts, register: register, plan: plan,
      areas: areas ?? [], corrections: corrections ?? .none, rules: rules, waivers: waivers,
      clusters: clusters, ladder: ladder,
      valueAdded: valueAdded)
  }

  /// Without an indicator that is computed from output, the tables are not asked for.
  private mutating func loadValueAdded(
    _ indicators: [Indicator], _ classification: Classification?
  ) -> ValueAddedTables {
    let growths = indicators.compactMap { indicator -> Indicator.Growth? in
      guard case .output(_, let growth) = indicator.source else { return nil }
      return growth
    }
    guard !growths.isEmpty else { return ValueAddedTables() }
    let rates = require(ValueAddedFiles.rates)
    let prices =
      growths.contains(.comparable)
      ? require(ValueAddedFiles.prices) : optional(ValueAddedFiles.prices)
    let files = ValueAddedFiles(rates: rates, prices: prices, classification: classification)
    findings += files.findings
    return files.tables
  }

  /// Layouts and targets name indicators and sectors. While those have errors, a name that does
  /// not resolve may only be an echo of them; whatever else is wrong is still found.
  private mutating func dropEchoes() {
    findings.removeAll { finding in
      let file = finding.location?.file ?? ""
      return finding.code == .unknownName
        && ([TargetsFile.file, RulesFile.file, ClustersFile.file, LadderFile.file].contains(file)
          || file.hasPrefix(Self.layouts))
    }
  }

  private mutating func require(_ path: String) -> [UInt8]? {
    files.require(path, findings: &findings)
  }

  /// The bytes of a file that a workspace may do without.
  private mutating func optional(_ path: String) -> [UInt8]? {
    files.optional(path, findings: &findings)
  }

  private mutating func loadLayouts(
    _ indicators: [Indicator], _ areas: [Area]
  ) -> ([Layout], RegisterLayout?) {
    var layouts: [Layout] = []
    var registerLayout: RegisterLayout?
    for path in files.files(in: Self.layouts) where path.hasSuffix(".yml") {
      guard let bytes = require(path) else { continue }
      let file = LayoutFile(file: path, indicators: indicators, areas: areas)
      switch file.load(bytes) {
      case .returns(let layout): layouts.append(layout)
      case .register(let layout): registerLayout = layout
      case nil: break
      }
      findings += file.document.findings
    }
    if layouts.isEmpty, findings.isEmpty {
      findings.append(Finding(.missingDefinition, at: Location(file: Self.layouts + "/*.yml")))
    }
    return (layouts, registerLayout)
  }

  private mutating func loadPlan(
    _ indicators: [Indicator], _ sectors: [Sector], _ areas: [Area]
  ) -> PlanDefinition? {
    var loader = PlanLoader(files: files, figures: figureIDs(indicators, sectors, areas))
    defer { findings += loader.findings }
    return loader.load()
  }

  private func figureIDs(
    _ indicators: [Indicator], _ sectors: [Sector], _ areas: [Area]
  ) -> FigureIDs {
    FigureIDs(
      indicators: indicators, sectors: sectors.map(\.id),
      comparators: areas.filter(\.isComparator).map(\.id))
  }

  private mutating func loadClusters(
    _ indicators: [Indicator], _ sectors: [Sector], _ areas: [Area], _ targets: [Target]
  ) -> ClusterDefinitions? {
    guard let bytes = optional(ClustersFile.file) else { return nil }
    let ids = figureIDs(indicators, sectors, areas)
    let file = ClustersFile(ids: ids, targets: targets.map(\.id))
    defer { findings += file.document.findings }
    return file.load(bytes)
  }

  /// - Parameter flags: the register's; `nil` where it has errors.
  private mutating func loadLadder(
    _ indicators: [Indicator], _ flags: [String]?
  ) -> LadderDefinition? {
    let list = optional(LadderCandidatesFile.file).map { LadderCandidatesFile($0) }
    let bytes = list == nil ? optional(LadderFile.file) : require(LadderFile.file)
    let file = LadderFile(indicators: indicators, flags: flags)
    let ladder = bytes.flatMap { file.load($0, list: list) }
    findings += file.document.findings + (list?.findings ?? [])
    return ladder
  }

  private mutating func loadRules(
    _ indicators: [Indicator], _ sectors: [Sector], _ areas: [Area], _ register: Register?
  ) -> [Rule] {
    guard let bytes = optional(RulesFile.file) else { return [] }
    let names = RuleNames(
      indicators: indicators, flags: register?.flagNames ?? [], sectors: sectors.map(\.id),
      areas: areas.map(\.id))
    return RulesFile.load(bytes, names: names, findings: &findings)
  }

  private mutating func loadWaivers(_ rules: [Rule], _ register: Register?) -> [Waiver] {
    guard let bytes = optional(WaiversFile.file) else { return [] }
    let areRulesWhole = !findings.contains {
      $0.location?.file == RulesFile.file && $0.severity == .error
    }
    let waivers = WaiversFile.load(bytes, rules: rules, register: register, findings: &findings)
    if !areRulesWhole {
      findings.removeAll { $0.code == .unknownName && $0.location?.file == WaiversFile.file }
    }
    return waivers
  }

  /// A sector or an indicator that names a flag needs a register that has it.
  private mutating func checkFlags(
    of sectors: [Sector], _ counted: [(name: String, node: DefinitionNode)],
    in register: Register?, isComplete: Bool
  ) {
    guard register != nil || isComplete else { return }
    let flags = register?.flagNames ?? []
    for (name, node) in counted where !flags.contains(name) {
      findings.append(
        Finding(
          .unknownName, at: node.location, raw: name,
          ["name": name, "suggestion": suggestion(for: name, among: flags) ?? ""]))
    }
    let definitions = sectors.flatMap { [$0.definition] + $0.earlier.map(\.definition) }
    for definition in definitions {
      guard case .flag(let flag) = definition, !flags.contains(flag) else { continue }
      findings.append(
        Finding(
          .unknownName, at: Location(file: SectorDefinitions.file), raw: flag,
          ["name": flag, "suggestion": suggestion(for: flag, among: flags) ?? ""]))
    }
  }

  /// No word may stand for two sectors, nor for two indicators.
  private mutating func checkAliases(_ names: [(id: String, words: [String])], in file: String) {
    var owners: [String: String] = [:]
    for (id, words) in names {
      for word in Set(words.map(RowLabel.folded)).sorted() {
        if let other = owners.updateValue(id, forKey: word) {
          findings.append(
            Finding(
              .repeatedName, at: Location(file: file), raw: word,
              ["name": "\(word) (\(other), \(id))"]))
        }
      }
    }
  }
}
