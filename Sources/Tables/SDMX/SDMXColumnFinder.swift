// SPDX-License-Identifier: Apache-2.0

/// The first pass over a message: learns the columns of each data set and gathers its groups.
///
/// The columns are in the order of SDMX-CSV: dimensions as series or observations name them, the
/// observation dimension, the measure, then attributes. Within these parts the first named comes
/// first. A structure-specific message does not tell the dimensions of a series from its
/// attributes, so these stand together in the sender's order, before the observation dimension; in
/// flat data so does what stands before the measure.
struct SDMXColumnFinder: SDMXReceiver {
  private enum Part: UInt8 {
    case dimension, observationDimension, measure, attribute, none
  }

  /// What was seen of one component in the open data set.
  private struct Seen {
    var part = Part.none
    /// When it came into that part.
    var order = 0
    var inSeries = 0
    var inFlatObservations = 0
    var inObservations = 0
    /// The last element that named it.
    var element = 0
  }

  private(set) var dataSets: [SDMXDataSet] = []
  private(set) var seriesCount = 0
  private(set) var observationCount = 0

  private let components: SDMXComponents
  private let limits: TableLimits
  private var seen: [Seen] = []
  private var order = 0
  private var element = 0
  private var groups: SDMXGroups
  /// The open elements, the innermost last.
  private var levels: [SDMXLevel] = []
  private var groupHasSeries = false
  private var series = 0
  private var observations = 0
  private var flatObservations = 0
  /// Of a flat observation: dimensions and attributes, and how many of them stand before the
  /// measure or else the time.
  private var undecided: [Int] = []
  private var beforeMeasure: Int?
  private var beforeTime: Int?

  init(components: SDMXComponents, limits: TableLimits) {
    self.components = components
    self.limits = limits
    groups = SDMXGroups(limits: limits)
  }

  mutating func beginDataSet(_ dataSet: SDMXDataSetHead) throws(TableProblem) {
    if dataSets.count == limits.sheets { throw .limit("sheets", limits.sheets) }
    seen.removeAll(keepingCapacity: true)
    groups = SDMXGroups(limits: limits)
    order = 0
    series = 0
    observations = 0
    flatObservations = 0
  }

  mutating func begin(_ level: SDMXLevel, line: Int) throws(TableProblem) {
    element += 1
    switch level {
    case .group, .attributes:
      groupHasSeries = false
      groups.begin(mayLackKey: level == .attributes)
    case .series:
      series += 1
      // Then the group's attributes are those of the series in it.
      if levels.last == .group { groupHasSeries = true }
    case .observation:
      observations += 1
      guard levels.last != .series else { break }
      flatObservations += 1
      undecided.removeAll(keepingCapacity: true)
      beforeMeasure = nil
      beforeTime = nil
    }
    levels.append(level)
  }

  mutating func value(
    of component: Int, as role: SDMXRole, _ value: UnsafeBufferPointer<UInt8>
  ) throws(TableProblem) {
    while seen.count <= component { seen.append(Seen()) }
    if seen[component].element == element {
      throw TableProblem(
        .damagedTable, detail: "\(components.ids[component]) stands twice in one place")
    }
    seen[component].element = element
    switch levels.last {
    case .group, .attributes:
      try groups.add(component, role, value)
      // A dimension gets its column from series or observations.
      if role != .dimension { place(component, in: .attribute) }
    case .series:
      if role != .attribute { seen[component].inSeries += 1 }
      place(component, in: role == .attribute ? .attribute : .dimension)
    case .observation: placeInObservation(component, role)
    case nil: break
    }
  }

  private mutating func placeInObservation(_ component: Int, _ role: SDMXRole) {
    seen[component].inObservations += 1
    if levels.count < 2 { seen[component].inFlatObservations += 1 }
    switch role {
    case .dimension: place(component, in: .dimension)
    case .observationDimension:
      beforeTime = undecided.count
      place(component, in: .observationDimension)
    case .measure:
      beforeMeasure = undecided.count
      place(component, in: .measure)
    case .attribute: place(component, in: .attribute)
    case .dimensionOrAttribute: undecided.append(component)
    }
  }

  /// A component stays in the foremost part that it was seen in.
  private mutating func place(_ component: Int, in part: Part) {
    guard part.rawValue < seen[component].part.rawValue else { return }
    seen[component].part = part
    seen[component].order = order
    order += 1
  }

  mutating func end(_ level: SDMXLevel) throws(TableProblem) {
    levels.removeLast()
    switch level {
    case .group, .attributes:
      groups.end()
      if groupHasSeries { groups.dropLast() }
    case .observation where !undecided.isEmpty:
      let count = beforeMeasure ?? beforeTime ?? 0
      for (index, component) in undecided.enumerated() {
        place(component, in: index < count ? .dimension : .attribute)
      }
      undecided.removeAll(keepingCapacity: true)
    case .series, .observation: break
    }
  }

  mutating func endDataSet() throws(TableProblem) {
    seriesCount += series
    observationCount += observations
    var dataSet = SDMXDataSet(groups: groups)
    dataSet.columns = seen.indices.filter { seen[$0].part != .none }.sorted { left, right in
      let (left, right) = (seen[left], seen[right])
      return (left.part.rawValue, left.order) < (right.part.rawValue, right.order)
    }
    dataSet.columnOfComponent = [Int](repeating: -1, count: seen.count)
    for (column, component) in dataSet.columns.enumerated() {
      dataSet.columnOfComponent[component] = column
    }
    try dataSet.groups.index(isDimension: seen.map(isDimension))
    dataSet.groupsNeedObservation = dataSet.groups.kinds.contains { kind in
      kind.key.contains { $0 >= seen.count || seen[$0].inSeries < series } || flatObservations > 0
    }
    dataSets.append(dataSet)
  }

  /// Whether every series or every observation has it, as they must have a dimension.
  private func isDimension(_ seen: Seen) -> Bool {
    let places = series + flatObservations
    return places > 0 && seen.inSeries + seen.inFlatObservations == places
      || observations > 0 && seen.inObservations == observations
  }
}
