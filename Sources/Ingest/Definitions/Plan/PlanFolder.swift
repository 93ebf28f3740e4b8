// SPDX-License-Identifier: Apache-2.0
import Statistics

/// What lies in `Input/plan/` and is not read: as a rule a name with a slip, whose file would be missed
/// without a word.
enum PlanFolder {
  /// All but `README` pages, hidden files and the lock files of open office programs.
  static func isRead(_ name: Substring) -> Bool {
    !name.uppercased().hasPrefix("README") && !name.hasPrefix("~$") && !name.hasPrefix(".")
  }

  /// - Parameter text: the file that `plan.yml` names as the plan's own words.
  static func unread(_ files: any DefinitionFiles, text: String?) -> [Finding] {
    let known =
      [
        PlanFrame.file, TargetsFile.file, TasksFile.file, DepartmentsFile.file,
        TargetChangesFile.file, ClustersFile.file, LadderFile.file, ProgressFiles.folder + "/",
        LadderCandidatesFile.file,
      ] + (text.map { [$0] } ?? [])
    return unread(in: PlanFrame.folder, known, files)
      + unread(in: LadderFile.folder, known, files)
  }

  private static func unread(
    in folder: String, _ known: [String], _ files: any DefinitionFiles
  ) -> [Finding] {
    let names = Set(known.compactMap { name(of: $0, in: folder) })
    let found = (files.files(in: folder) + files.folders(in: folder))
      .compactMap { name(of: $0, in: folder) }
    return Set(found).subtracting(names).filter(isRead).sorted().map { name in
      Finding(
        .unreadFile, at: Location(file: "\(folder)/\(name)"), raw: String(name),
        ["suggestion": suggestion(for: String(name), among: names.sorted().map(String.init)) ?? ""])
    }
  }

  /// The file's name, or that of the folder in which it lies; `nil` for what lies elsewhere.
  private static func name(of path: String, in folder: String) -> Substring? {
    guard path.hasPrefix(folder + "/") else { return nil }
    return path.dropFirst(folder.utf8.count + 1).split(separator: "/").first
  }
}
