// SPDX-License-Identifier: Apache-2.0
import Statistics

/// `Input/plan/clusters.yml`: the clusters that are monitored, and by what. A workspace without clusters
/// has no such file.
struct ClustersFile {
  static let file = "Input/plan/clusters.yml"

  let document = DefinitionDocument(file: ClustersFile.file)
  let ids: FigureIDs
  /// Ids of the plan's targets.
  let targets: [String]

  /// - Returns: `nil` where the file has an error.
  func load(_ bytes: [UInt8]) -> ClusterDefinitions? {
    guard let root = document.root(bytes) else { return nil }
    root.allowOnly(["series", "concentration", "weights", "clusters"])
    let series = (root.requiredChild("series")?.elements ?? []).compactMap { node in
      node.text.flatMap { self.series($0, node) }
    }
    let concentration = root.child("concentration").map { self.concentration($0) }
    let weights = weights(root)
    let clusters = clusters(root)
    guard !document.findings.contains(where: { $0.severity == .error }) else { return nil }
    return ClusterDefinitions(
      clusters: clusters, series: series, concentration: concentration ?? nil, weights: weights)
  }

  // MARK: - What is monitored

  /// `value_added.ytd.yoy`, a figure's name without sector.
  private func series(_ text: String, _ node: DefinitionNode) -> ClusterDefinitions.Series? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3 else {
      node.report(.badDefinition, expected: "indicator.basis.measure, such as value_added.ytd.yoy")
      return nil
    }
    let full = "\(parts[0]).\(ids.sectors.first ?? "").\(parts[1]).\(parts[2])"
    if let unknown = ids.problem(inSeries: full) {
      node.report(
        .unknownName, raw: text,
        ["name": unknown.name, "suggestion": unknown.suggestion ?? ""])
      return nil
    }
    guard let basis = Basis(rawValue: parts[1]), let measure = Measure(rawValue: parts[2]) else {
      return nil
    }
    return ClusterDefinitions.Series(indicator: parts[0], basis: basis, measure: measure)
  }

  private func concentration(_ node: DefinitionNode) -> ClusterDefinitions.Concentration? {
    node.allowOnly(["indicator", "units"])
    let (id, units) = (node.text("indicator"), node.integer("units", in: 1...100))
    let reported = ids.indicators.filter { $0.source == .reported }.map(\.id)
    if let id, !reported.contains(id) {
      node.child("indicator")?.report(
        .unknownName, raw: id,
        ["name": id, "suggestion": suggestion(for: id, among: reported) ?? ""])
      return nil
    }
    guard let id, let units else { return nil }
    return ClusterDefinitions.Concentration(indicator: id, units: units)
  }

  /// A mapping of series to numbers that make 100 together.
  private func weights(_ root: DefinitionNode) -> [ClusterDefinitions.Weight] {
    guard let node = root.child("weights") else { return [] }
    let weights = node.pairs.compactMap { key, value -> ClusterDefinitions.Weight? in
      let series = series(key, value)
      let weight = value.number(expected: "a number above 0") { $0 > .zero }
      guard let series, let weight else { return nil }
      return ClusterDefinitions.Weight(series: series, weight: weight)
    }
    guard weights.count == node.pairs.count else { return weights }
    let sum = try? weights.reduce(Ratio.zero) { try $0.adding(Ratio($1.weight)) }
    if sum != Ratio(100) {
      node.report(
        .badDefinition, raw: sum?.exactText ?? "",
        ["expected": "weights that make 100 together"])
    }
    return weights
  }

  // MARK: - Clusters

  private func clusters(_ root: DefinitionNode) -> [Cluster] {
    var clusters: [Cluster] = []
    for node in root.requiredChild("clusters")?.elements ?? [] {
      guard let cluster = cluster(node) else { continue }
      if clusters.contains(where: { $0.id == cluster.id }) {
        node.report(.repeatedName, raw: cluster.id, ["name": cluster.id])
      } else {
        clusters.append(cluster)
      }
    }
    return clusters
  }

  private func cluster(_ node: DefinitionNode) -> Cluster? {
    node.allowOnly(["id", "name", "sector", "promotion-body", "platforms", "promised"])
    let (id, name, sector) = (node.identifier("id"), node.name("name"), node.text("sector"))
    if let sector, !ids.sectors.contains(sector) {
      node.child("sector")?.report(
        .unknownName, raw: sector,
        ["name": sector, "suggestion": suggestion(for: sector, among: ids.sectors) ?? ""])
    }
    let body = node.child("promotion-body").map { facility($0) }
    let platforms = facilities(node, "platforms")
    let promised = facilities(node, "promised")
    guard let id, let name, let sector else { return nil }
    return Cluster(
      id: id, name: name, sector: sector, promotionBody: body ?? nil, platforms: platforms,
      promised: promised)
  }

  private func facilities(_ node: DefinitionNode, _ key: String) -> [Cluster.Facility] {
    (node.child(key)?.elements ?? []).compactMap { facility($0) }
  }

  private func facility(_ node: DefinitionNode) -> Cluster.Facility? {
    node.allowOnly(["name", "state", "target"])
    let name = node.name("name")
    let state =
      node.child("state") == nil ? nil : node.choice("state", as: ProgressReport.State.self)
    let target = node.optionalText("target")
    if let target, !targets.contains(target) {
      node.child("target")?.report(
        .unknownName, raw: target,
        ["name": target, "suggestion": suggestion(for: target, among: targets) ?? ""])
    }
    guard let name else { return nil }
    return Cluster.Facility(name: name, state: state, target: target)
  }
}
