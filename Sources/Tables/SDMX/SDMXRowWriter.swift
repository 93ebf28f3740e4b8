// SPDX-License-Identifier: Apache-2.0

/// The second pass over a message: writes a sheet for each data set and a row for each observation.
struct SDMXRowWriter: SDMXReceiver {
  /// Where a value lies in `bytes`; none where `end` is below 0.
  private struct Place {
    static let none = Place(start: 0, end: -1)
    var start: Int
    var end: Int
  }

  private let components: SDMXComponents
  private var dataSets: [SDMXDataSet]
  private let writer: SheetWriter
  /// How many data sets have begun.
  private var begun = 0
  private var dataSet: SDMXDataSet
  private var sheetNames: Set<String> = []
  /// The values of the open group, series and observation, in this order.
  private var bytes: [UInt8] = []
  private var groupPlaces: [Place] = []
  private var seriesPlaces: [Place] = []
  private var places: [Place] = []
  /// The end of the group's and of the series' values.
  private var groupEnd = 0
  private var seriesEnd = 0
  private var seriesIsWhole = false
  private var levels: [SDMXLevel] = []
  private var line = 0

  init(components: SDMXComponents, dataSets: [SDMXDataSet], writer: SheetWriter) {
    self.components = components
    self.dataSets = dataSets
    self.writer = writer
    dataSet = SDMXDataSet(groups: SDMXGroups(limits: writer.limits))
  }

  mutating func beginDataSet(_ head: SDMXDataSetHead) throws(TableProblem) {
    guard begun < dataSets.count else { throw fileHasChanged }
    dataSet = dataSets[begun]
    // Its memory is given back when the data set ends.
    dataSets[begun] = SDMXDataSet(groups: SDMXGroups(limits: writer.limits))
    begun += 1
    writer.beginSheet(name: uniqueName(head.name))
    let none = [Place](repeating: .none, count: dataSet.columns.count)
    (groupPlaces, seriesPlaces, places) = (none, none, none)
    if head.isDeletion {
      writer.report(writer.problem(.messageNote, "the data are to be deleted (action Delete)"))
    }
    try writer.beginRow(1)
    for (index, component) in dataSet.columns.enumerated() {
      guard try writer.beginCell(index + 1) else { continue }
      try writer.append(components.ids[component].utf8)
      writer.endCell(.text)
    }
    try writer.endRow()
  }

  private var fileHasChanged: TableProblem {
    TableProblem(.unreadable, detail: "the file changed while it was read")
  }

  /// Two sheets with one name could not be told apart.
  private mutating func uniqueName(_ name: String) -> String? {
    guard !name.isEmpty else { return nil }
    var unique = name
    var number = 2
    while !sheetNames.insert(unique).inserted {
      unique = "\(name) (\(number))"
      number += 1
    }
    return unique
  }

  mutating func begin(_ level: SDMXLevel, line: Int) throws(TableProblem) {
    switch level {
    case .attributes, .group:
      bytes.removeAll(keepingCapacity: true)
      for index in groupPlaces.indices { groupPlaces[index] = .none }
    case .series: beginSeries()
    case .observation: beginObservation(line)
    }
    levels.append(level)
  }

  private mutating func beginSeries() {
    if levels.last == .group { groupEnd = bytes.count } else { forgetGroup() }
    bytes.removeLast(bytes.count - groupEnd)
    for index in seriesPlaces.indices { seriesPlaces[index] = groupPlaces[index] }
    seriesIsWhole = false
  }

  private mutating func forgetGroup() {
    groupEnd = 0
    for index in groupPlaces.indices { groupPlaces[index] = .none }
  }

  private mutating func beginObservation(_ line: Int) {
    self.line = line
    if levels.last != .series {
      forgetGroup()
      bytes.removeAll(keepingCapacity: true)
      for index in places.indices { places[index] = .none }
      return
    }
    if !seriesIsWhole {
      seriesIsWhole = true
      if !dataSet.groupsNeedObservation { fillIn(ofSeries: true) }
      seriesEnd = bytes.count
    }
    bytes.removeLast(bytes.count - seriesEnd)
    for index in places.indices { places[index] = seriesPlaces[index] }
  }

  mutating func value(
    of component: Int, as role: SDMXRole, _ value: UnsafeBufferPointer<UInt8>
  ) throws(TableProblem) {
    guard component < dataSet.columnOfComponent.count else { throw fileHasChanged }
    let column = dataSet.columnOfComponent[component]
    // Dimensions of groups may have none.
    guard column >= 0 else { return }
    let place = Place(start: bytes.count, end: bytes.count + value.count)
    bytes.append(contentsOf: value)
    switch levels.last {
    case .observation: places[column] = place
    case .series: seriesPlaces[column] = place
    case .group: groupPlaces[column] = place
    case .attributes, nil: break
    }
  }

  mutating func end(_ level: SDMXLevel) throws(TableProblem) {
    levels.removeLast()
    guard level == .observation else { return }
    if dataSet.groupsNeedObservation || levels.last != .series { fillIn(ofSeries: false) }
    try writeRow()
  }

  /// Adds the attributes of groups to those of the series, or to those of the observation.
  private mutating func fillIn(ofSeries: Bool) {
    for kind in dataSet.groups.kinds.indices {
      let places = ofSeries ? seriesPlaces : places
      var key: [ArraySlice<UInt8>] = []
      for component in dataSet.groups.kinds[kind].key {
        guard let place = place(of: component, in: places) else { break }
        key.append(bytes[place.start..<place.end])
      }
      guard key.count == dataSet.groups.kinds[kind].key.count else { continue }
      for attribute in dataSet.groups.attributes(ofKey: key, in: kind) {
        guard let column = column(of: attribute.component) else { continue }
        let place = Place(start: bytes.count, end: bytes.count + attribute.value.count)
        bytes.append(contentsOf: attribute.value)
        if ofSeries {
          if seriesPlaces[column].end < 0 { seriesPlaces[column] = place }
        } else if self.places[column].end < 0 {
          self.places[column] = place
        }
      }
    }
  }

  private func column(of component: Int) -> Int? {
    guard component < dataSet.columnOfComponent.count else { return nil }
    let column = dataSet.columnOfComponent[component]
    return column < 0 ? nil : column
  }

  private func place(of component: Int, in places: [Place]) -> Place? {
    guard let column = column(of: component), places[column].end >= 0 else { return nil }
    return places[column]
  }

  private mutating func writeRow() throws(TableProblem) {
    try writer.beginRow(writer.rowNumber + 1, line: line)
    for column in places.indices {
      let place = places[column]
      guard place.end > place.start, try writer.beginCell(column + 1) else { continue }
      let value = bytes[place.start..<place.end]
      try writer.append(value)
      if dataSet.columns[column] == SDMXComponents.primaryMeasure, NumberShape(value) != nil {
        writer.endNumber(isBinary: false)
      } else {
        writer.endCell(.text)
      }
    }
    try writer.endRow()
  }

  mutating func endDataSet() throws(TableProblem) {
    let unused = dataSet.groups.unusedCount
    if unused > 0 {
      writer.report(
        TableProblem(
          .messageNote,
          detail: "the attributes of \(unused) of \(dataSet.groups.count) groups are left out: "
            + "no observation is known to belong to them",
          sheet: writer.sheetName))
    }
    writer.endSheet()
    dataSet = SDMXDataSet(groups: SDMXGroups(limits: writer.limits))
  }
}
