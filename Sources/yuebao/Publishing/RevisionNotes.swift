// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Provenance
import Reports
import Statistics

/// Says what a correction changes and why: the figures that differ, the files that differ, in those the
/// cells, and which figure rests on which of them.
struct RevisionNotes {
  let store: InputStore
  /// Of the new release.
  let snapshot: Snapshot
  /// The periods and bureau's tables that a figure rests on; `nil` where that is not known.
  let grounds: (FigureName) -> FigureGrounds?

  /// - Throws: `Stop` with status 64 where a public release is corrected without a reason.
  func note(
    for content: ReleaseContent, _ files: [ReleaseFile], against newest: ReleaseManifest,
    at place: ReleaseFolder, reason: String?
  ) throws -> RevisionNote {
    guard reason != nil || content.audience == .internal else {
      throw Stop(.usage, Message("reason_required", ["period": content.period.description]))
    }
    guard let before = place.figures(of: newest.vintage),
      let after = ReleasedFigures(of: files)
    else {
      throw Stop(
        .cannotCreate, Message("release_damaged", ["path": place.folder(of: newest.vintage)]))
    }
    return note(content, before, after, newest, reason)
  }

  /// The note of a correction, from what two vintages published and what they were made from.
  func note(
    _ content: ReleaseContent, _ before: ReleasedFigures, _ after: ReleasedFigures,
    _ newest: ReleaseManifest, _ reason: String?
  ) -> RevisionNote {
    let earlier = newest.snapshot.flatMap(Digest.init).flatMap(store.snapshot)
    let causes = earlier.map { self.causes(since: $0, content) } ?? []
    let figures = after.revisions(since: before) { name in
      paths(behind: name, among: causes, content)
    }
    let version = content.origin.version
    return RevisionNote(
      vintage: newest.vintage + 1, reason: reason, figures: figures,
      causes: content.audience == .internal ? causes : causes.map(\.withoutCells),
      program: newest.version == version
        ? nil : .init(before: newest.version, after: version))
  }

  // MARK: - Files

  /// Returns of periods that the release does not rest on are no cause.
  private func causes(since earlier: Snapshot, _ content: ReleaseContent) -> [RevisionCause] {
    let ground = Set(content.coverage.files.map(\.path))
    return snapshot.changes(since: earlier).compactMap { path, change in
      let kind = RevisionCause.Kind(path)
      if kind == .returns, change != .removed, !ground.contains(path) { return nil }
      let cells = self.cells(of: path, since: earlier, change)
      return RevisionCause(
        path: path, kind: kind, change: RevisionCause.Change(change), cells: cells?.first ?? [],
        cellCount: cells?.count ?? 0)
    }
  }

  private func cells(
    of path: String, since earlier: Snapshot, _ change: Snapshot.Change
  ) -> CellRevisions? {
    guard change == .changed, case .content(let before) = earlier.files[path],
      case .content(let after) = snapshot.files[path]
    else { return nil }
    return CellRevisions(from: store.file(of: before), to: store.file(of: after))
  }

  // MARK: - Which figure rests on which file

  private func paths(
    behind name: String, among causes: [RevisionCause], _ content: ReleaseContent
  ) -> [String] {
    if causes.count == 1 { return causes.map(\.path) }
    let parts = name.split(separator: "@")
    let period = parts.count == 2 ? Period(String(parts[1])) : content.period
    guard let period, let series = parts.first,
      let figure = FigureName(series: series, period: period), let grounds = grounds(figure)
    else { return [] }
    let periods = Dictionary(
      content.coverage.files.map { ($0.path, Set($0.periods)) }, uniquingKeysWith: { $1 })
    return causes.filter { cause in
      guard cause.kind == .returns else { return cause.kind == .definition }
      return grounds.files.contains(cause.path)
        || !grounds.periods.isDisjoint(with: periods[cause.path] ?? [])
    }.map(\.path)
  }
}

/// What a figure was computed from, without the values.
struct FigureGrounds {
  /// The survey periods whose returns it adds up.
  private(set) var periods: Set<Period> = []
  /// The bureau's tables that state it or a part.
  private(set) var files: Set<String> = []

  init(_ explanation: Explanation) {
    add(explanation.printed)
    if let own = explanation.own { add(own) }
  }

  private mutating func add(_ node: ExplanationNode) {
    switch node.source {
    case .formula(_, let parts): for part in parts { add(part) }
    case .returns(let breakdown): periods.insert(breakdown.sum.period)
    case .stated(let observation): files.insert(observation.location.file)
    case .defined, .folded, .nowhere: break
    }
  }
}

extension RevisionCause {
  /// What a public release may say of it: cells are of single units, and so may be a file's name.
  fileprivate var withoutCells: RevisionCause {
    RevisionCause(path: kind == .returns ? "" : path, kind: kind, change: change)
  }
}

extension RevisionCause.Kind {
  fileprivate init(_ path: String) {
    if path.hasPrefix(WorkspaceFolder.returns + "/") {
      self = .returns
    } else {
      self = path.hasPrefix("Templates/") ? .template : .definition
    }
  }
}

extension RevisionCause.Change {
  fileprivate init(_ change: Snapshot.Change) {
    switch change {
    case .added: self = .added
    case .removed: self = .removed
    case .changed: self = .changed
    }
  }
}
