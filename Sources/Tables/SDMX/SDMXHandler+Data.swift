// SPDX-License-Identifier: Apache-2.0

/// Groups, series and observations.
extension SDMXHandler {
  func beginGroup(_ element: XMLElement) throws(TableProblem) -> SDMXPlace {
    try receiver.begin(.group, line: line)
    if !isGeneric { try tellComponents(element, as: .dimensionOrAttribute, besides: names.type) }
    return .group
  }

  func beginAttributeSet(_ element: XMLElement) throws(TableProblem) -> SDMXPlace {
    try receiver.begin(.attributes, line: line)
    try tellComponents(element, as: .dimensionOrAttribute)
    return .atts
  }

  func tellDataSetAttributes(_ element: XMLElement) throws(TableProblem) {
    var hasAny = false
    for index in 0..<element.attributeCount {
      let attribute = element.attribute(at: index)
      guard attribute.namespace.isMissing,
        !names.ofDataSet.contains(attribute.name)
      else { continue }
      if !hasAny {
        try beginDataSetOnce()
        try receiver.begin(.attributes, line: line)
      }
      hasAny = true
      try receiver.value(
        of: components.number(of: attribute.name), as: .attribute, attribute.value)
    }
    if hasAny { try receiver.end(.attributes) }
  }

  func beginSeries(_ element: XMLElement) throws(TableProblem) -> SDMXPlace {
    try beginDataSetOnce()
    seriesHasObservations = false
    try receiver.begin(.series, line: line)
    if !isGeneric { try tellComponents(element, as: .dimensionOrAttribute) }
    return .series
  }

  func beginObservation(
    _ element: XMLElement, inSeries: Bool
  ) throws(TableProblem) -> SDMXPlace {
    try beginDataSetOnce()
    seriesHasObservations = true
    try receiver.begin(.observation, line: line)
    if !isGeneric { try tellObservation(element, inSeries: inSeries) }
    return .observation
  }

  // MARK: - Structure-specific components

  /// Components are the attributes in no namespace.
  private func tellComponents(
    _ element: XMLElement, as role: SDMXRole, besides left: XMLName? = nil
  ) throws(TableProblem) {
    for index in 0..<element.attributeCount {
      let attribute = element.attribute(at: index)
      guard attribute.namespace.isMissing,
        attribute.name != left
      else { continue }
      try receiver.value(of: components.number(of: attribute.name), as: role, attribute.value)
    }
  }

  private func tellObservation(
    _ element: XMLElement, inSeries: Bool
  ) throws(TableProblem) {
    var hasDimension = false
    for index in 0..<element.attributeCount {
      let attribute = element.attribute(at: index)
      guard attribute.namespace.isMissing,
        attribute.name != names.type
      else { continue }
      let component = try components.number(of: attribute.name)
      var role = inSeries ? SDMXRole.attribute : .dimensionOrAttribute
      if component == SDMXComponents.primaryMeasure {
        role = .measure
      } else if component == head.observationDimension || component == SDMXComponents.timePeriod {
        role = .observationDimension
        if component == head.observationDimension { hasDimension = true }
      }
      try receiver.value(of: component, as: role, attribute.value)
    }
    if head.hasExplicitMeasures, !hasDimension { try tellExplicitMeasure(element) }
  }

  /// The type of the element is the value of the dimension that it does not have.
  private func tellExplicitMeasure(_ element: XMLElement) throws(TableProblem) {
    guard let type = element.attribute(names.type, in: names.schemaInstance) else {
      throw malformed("an observation of an explicit measure without a type")
    }
    let colon = type.lastIndex(of: UInt8(ascii: ":"))
    let measure = UnsafeBufferPointer(rebasing: type[(colon.map { $0 + 1 } ?? type.startIndex)...])
    try receiver.value(of: head.observationDimension, as: .observationDimension, measure)
  }

  // MARK: - Parts of groups, series and observations

  func enterGroup(_ element: XMLElement) throws(TableProblem) -> SDMXPlace? {
    if element.name == names.series { return try beginSeries(element) }
    if isGeneric, element.name == names.groupKey { return .list(.dimension) }
    return try enterAttributes(element, in: "a group")
  }

  func enterAttributeSet(_ element: XMLElement) throws(TableProblem) -> SDMXPlace? {
    try enterAttributes(element, in: "a set of attributes")
  }

  func enterSeries(_ element: XMLElement) throws(TableProblem) -> SDMXPlace? {
    if element.name == names.obs { return try beginObservation(element, inSeries: true) }
    if isAside(element.name) { return nil }
    if element.name == names.key { throw .unsupported("an SDMX message of utility data") }
    if seriesHasObservations {
      throw malformed("the element \(element.name.text) behind a series' observations")
    }
    if isGeneric, element.name == names.seriesKey { return .list(.dimension) }
    return try enterAttributes(element, in: "a series")
  }

  func enterObservation(_ element: XMLElement) throws(TableProblem) -> SDMXPlace? {
    let name = element.name
    guard isGeneric else { return try enterAttributes(element, in: "an observation") }
    if name == names.obsKey { return .list(.dimension) }
    if name == names.obsValue {
      try tell(element, component: SDMXComponents.primaryMeasure, as: .measure)
      return .leaf
    }
    if name == names.obsDimension {
      let id = element.attribute(names.id, in: element.namespace)
      let component = try id.map { id throws(TableProblem) in try components.number(of: id) }
      try tell(
        element, component: component ?? head.observationDimension, as: .observationDimension)
      return .leaf
    }
    if name == names.time { return beginText(if: true, .time) }
    return try enterAttributes(element, in: "an observation")
  }

  private func enterAttributes(
    _ element: XMLElement, in place: String
  ) throws(TableProblem) -> SDMXPlace? {
    if isAside(element.name) { return nil }
    if isGeneric, element.name == names.attributes { return .list(.attribute) }
    if !isGeneric, element.name == names.comp { return try beginComposite(element) }
    throw unexpected(element, in: place)
  }

  // MARK: - Generic components

  func enterList(_ element: XMLElement, _ role: SDMXRole) throws(TableProblem) -> SDMXPlace? {
    guard element.name == names.value else { throw unexpected(element, in: "a list of values") }
    // `concept` in SDMX 2.0 and 1.0.
    let id =
      element.attribute(names.id, in: element.namespace)
      ?? element.attribute(names.concept, in: element.namespace)
    guard let id, !id.isEmpty else { throw malformed("a value without the id of its component") }
    try tell(element, component: components.number(of: id), as: role)
    return .leaf
  }

  private func tell(
    _ element: XMLElement, component: Int, as role: SDMXRole
  ) throws(TableProblem) {
    guard let value = element.attribute(names.valueAttribute, in: element.namespace) else { return }
    try receiver.value(of: component, as: role, value)
  }

  func tellTime() throws(TableProblem) {
    try tell(trimmed(gathered), component: SDMXComponents.timePeriod, as: .observationDimension)
  }

  // MARK: - Components with values of their own elements

  private func beginComposite(_ element: XMLElement) throws(TableProblem) -> SDMXPlace {
    guard let id = element.attribute(names.id, in: element.namespace), !id.isEmpty else {
      throw malformed("a Comp without the id of its component")
    }
    compositeComponent = try components.number(of: id)
    composite = SDMXComposite()
    return .comp
  }

  func enterComposite(_ element: XMLElement) -> SDMXPlace? {
    beginText(if: element.name == names.value, .compValue)
  }

  /// A value is text, or text in several languages, either of which may be formatted.
  func enterValue(_ element: XMLElement) -> SDMXPlace? {
    let isText = element.name == names.text || element.name.text == "StructuredText"
    guard places.last == .compValue, isText else { return .markup }
    composite.language = element.attribute(names.lang, in: names.xml).map(Array.init) ?? []
    return beginText(if: true, .compText)
  }

  func endComposite() throws(TableProblem) {
    let isMeasure =
      compositeComponent == SDMXComponents.primaryMeasure && places.last == .observation
    try tell(composite.cell, component: compositeComponent, as: isMeasure ? .measure : .attribute)
  }

  private func tell(
    _ bytes: [UInt8], component: Int, as role: SDMXRole
  ) throws(TableProblem) {
    let outcome = bytes.withUnsafeBufferPointer { value -> Result<Void, TableProblem> in
      do throws(TableProblem) {
        return .success(try receiver.value(of: component, as: role, value))
      } catch {
        return .failure(error)
      }
    }
    try outcome.get()
  }
}
