// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Puts the files of `Input/plan/` together.
struct PlanLoader {
  let files: any DefinitionFiles
  let figures: FigureIDs
  private(set) var findings: [Finding] = []

  init(files: any DefinitionFiles, figures: FigureIDs) {
    self.files = files
    self.figures = figures
  }

  /// - Returns: `nil` for a workspace without a plan, and where it has errors.
  mutating func load() -> PlanDefinition? {
    let frameBytes = optional(PlanFrame.file)
    let targetBytes =
      frameBytes == nil
      ? optional(TargetsFile.file) : files.require(TargetsFile.file, findings: &findings)
    let stated = frameBytes.flatMap { PlanFrame.load($0, files: files, findings: &findings) }
    // Which text belongs to it, a broken plan.yml does not say.
    if frameBytes == nil || stated != nil {
      findings += PlanFolder.unread(files, text: stated?.textFile)
    }
    guard let targetBytes else { return nil }
    let departments = optional(DepartmentsFile.file).map { DepartmentsFile($0) }
    let tasksFile = optional(TasksFile.file).map { TasksFile($0) }
    let changes = optional(TargetChangesFile.file).map { TargetChangesFile($0, frame: stated) }
    let targets = TargetsFile(
      targetBytes,
      TargetsFile.Context(
        figures: figures, frame: stated, departments: departments,
        taskNumbers: tasksFile?.numbers ?? [], changes: changes))
    if let promises = targets.promises { changes?.checkTargets(Set(promises.map(\.id))) }
    let tasks = tasksFile?.tasks(promised: targets.promises, departments: departments) ?? []
    findings += departments?.findings ?? []
    for found in [tasksFile?.findings, changes?.findings, targets.findings] {
      findings += found ?? []
    }
    guard let frame = stated ?? frameOfTargets(targets, frameBytes) else { return nil }
    return plan(frame, targets, tasks, departments)
  }

  private mutating func optional(_ path: String) -> [UInt8]? {
    files.optional(path, findings: &findings)
  }

  /// Without `plan.yml` the targets say the years; where none is dated, it is needed.
  private mutating func frameOfTargets(_ file: TargetsFile, _ frameBytes: [UInt8]?) -> PlanFrame? {
    guard frameBytes == nil, !file.targets.isEmpty else { return nil }
    if let frame = PlanFrame(of: file.targets) { return frame }
    findings.append(Finding(.missingDefinition, at: Location(file: PlanFrame.file)))
    return nil
  }

  private mutating func plan(
    _ frame: PlanFrame, _ targets: TargetsFile, _ tasks: [PlanTask],
    _ departments: DepartmentsFile?
  ) -> PlanDefinition {
    let progress = ProgressFiles(
      files: files, frame: frame, targets: targets, tasks: tasks, departments: departments)
    findings += progress.findings
    return PlanDefinition(
      name: frame.name, baseYear: frame.baseYear, endYear: frame.endYear,
      targets: targets.targets, tasks: tasks,
      departments: departments?.departments ?? named(by: targets.targets, tasks),
      reports: progress.reports, lights: frame.lights, issued: frame.issued,
      document: frame.document)
  }

  /// The departments that targets and then tasks name, in the order of mention.
  private func named(by targets: [Target], _ tasks: [PlanTask]) -> [Department] {
    var met: Set<String> = []
    let mentions =
      targets.flatMap { target in target.departments.map { ($0, target.location) } }
      + tasks.flatMap { task in task.departments.map { ($0, task.location) } }
    return mentions.filter { met.insert($0.0).inserted }.map {
      Department(name: $0.0, aliases: [], location: $0.1)
    }
  }
}
