// SPDX-License-Identifier: Apache-2.0

/// Follows an SDMX message from element to element, and tells its data in one form: the values of
/// groups, series and observations, whatever the version and whether they are generic or
/// structure-specific.
///
/// Elements are known by their local names and their place. What the standard lets stand beside
/// data (annotations, reference metadata, the data provider) is passed over; any other element is a
/// problem, because data might be in it.
final class SDMXHandler<Receiver: SDMXReceiver>: XMLHandler {
  let names: SDMXNames
  let components: SDMXComponents
  // Unchecked where it changes with every tag, as in `XMLParser`.
  @exclusivity(unchecked) var receiver: Receiver
  let limits: TableLimits
  /// For the lines.
  private unowned let parser: XMLParser

  let message: SDMXMessage
  private var kind = SDMXMessageKind.generic
  /// In SDMX 1.0 and 2.0 a structure-specific group is an element of its own name.
  private var groupsHaveNames = false
  @exclusivity(unchecked) var places: [SDMXPlace] = [.document]
  /// Open elements below the last place that are not entered.
  @exclusivity(unchecked) private var passedOver = 0
  @exclusivity(unchecked) var head = SDMXDataSetHead()
  @exclusivity(unchecked) var dataSetHasBegun = false
  @exclusivity(unchecked) var isGeneric = false
  @exclusivity(unchecked) var seriesHasObservations = false
  /// The text of the open element.
  @exclusivity(unchecked) var gathered: [UInt8] = []
  var composite = SDMXComposite()
  var compositeComponent = 0
  var noteLead = ""

  init(
    names: SDMXNames, components: SDMXComponents, message: SDMXMessage, receiver: Receiver,
    parser: XMLParser, limits: TableLimits
  ) {
    self.names = names
    self.components = components
    self.message = message
    self.receiver = receiver
    self.parser = parser
    self.limits = limits
  }

  var line: Int { parser.line }

  func start(_ element: XMLElement) throws(TableProblem) {
    if passedOver == 0, let place = try enter(element) {
      places.append(place)
    } else {
      passedOver += 1
    }
  }

  /// - Returns: `nil` for an element that is passed over.
  private func enter(_ element: XMLElement) throws(TableProblem) -> SDMXPlace? {
    switch places.last ?? .document {
    case .document: try enterMessage(element)
    case .message: try enterPart(element)
    case .header: enterHeader(element)
    case .structure: enterStructure(element)
    case .structureReference: enterReference(element)
    case .footer: element.name == names.message ? beginNote(element) : nil
    case .note: beginText(if: element.name == names.text, .noteText)
    case .dataSet: try enterDataSet(element)
    case .group: try enterGroup(element)
    case .atts: try enterAttributeSet(element)
    case .series: try enterSeries(element)
    case .observation: try enterObservation(element)
    case .list(let role): try enterList(element, role)
    case .comp: enterComposite(element)
    case .compValue, .compText, .markup: enterValue(element)
    case .headerText, .headerAction, .keyFamily, .noteText, .time, .leaf: nil
    }
  }

  private func enterMessage(_ element: XMLElement) throws(TableProblem) -> SDMXPlace {
    let namespace = element.namespace.text
    kind = try SDMXMessageKind(root: element.name.text, namespace: namespace)
    groupsHaveNames = namespace.contains("/v1_0/") || namespace.contains("/v2_0/")
    return .message
  }

  private func enterPart(_ element: XMLElement) throws(TableProblem) -> SDMXPlace? {
    let name = element.name
    if name == names.dataSet, !isError { return try beginDataSet(element) }
    if name == names.header { return .header }
    if name == names.footer { return .footer }
    if name == names.errorMessage { return beginNote(element) }
    if name == names.annotations { return nil }
    throw unexpected(element, in: "a message")
  }

  private var isError: Bool { if case .error = kind { true } else { false } }

  private func beginDataSet(_ element: XMLElement) throws(TableProblem) -> SDMXPlace {
    switch kind {
    case .generic: isGeneric = true
    case .structureSpecific, .error: isGeneric = false
    case .group: isGeneric = element.namespace.text.hasSuffix("/generic")
    }
    head = try readHead(element)
    dataSetHasBegun = false
    if !isGeneric { try tellDataSetAttributes(element) }
    return .dataSet
  }

  private func enterDataSet(_ element: XMLElement) throws(TableProblem) -> SDMXPlace? {
    let name = element.name
    if name == names.keyFamilyRef { return beginText(if: true, .keyFamily) }
    if name == names.obs { return try beginObservation(element, inSeries: false) }
    if name == names.series { return try beginSeries(element) }
    try beginDataSetOnce()
    if name == names.group { return try beginGroup(element) }
    if name == names.atts, !isGeneric { return try beginAttributeSet(element) }
    if name == names.attributes, isGeneric {
      try receiver.begin(.attributes, line: line)
      return .list(.attribute)
    }
    if isAside(name) { return nil }
    if !isGeneric, groupsHaveNames { return try beginGroup(element) }
    throw unexpected(element, in: "a data set")
  }

  func end() throws(TableProblem) {
    if passedOver > 0 {
      passedOver -= 1
      return
    }
    switch places.removeLast() {
    case .observation: try receiver.end(.observation)
    case .series: try receiver.end(.series)
    case .group: try receiver.end(.group)
    case .atts: try receiver.end(.attributes)
    case .list: if places.last == .dataSet { try receiver.end(.attributes) }
    case .dataSet:
      try beginDataSetOnce()
      try receiver.endDataSet()
    case .time: try tellTime()
    case .comp: try endComposite()
    case .compValue: composite.endValue(&gathered)
    case .compText: composite.endText(&gathered)
    case .noteText: endNoteText()
    case .note: endNote()
    case .structureReference: endReference()
    case .headerText: message.dataSetID = gatheredText
    case .headerAction: message.action = gatheredText
    case .keyFamily: head.name = gatheredText
    case .document, .message, .header, .structure, .footer, .leaf, .markup: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(TableProblem) {
    guard passedOver == 0, let place = places.last else { return }
    if place.holdsText {
      gathered.append(contentsOf: bytes)
      if gathered.count > limits.cellBytes { throw .limit("cellBytes", limits.cellBytes) }
    } else if place.isInData, !bytes.allSatisfy(isBlank) {
      throw malformed("text where a data set has elements only")
    }
  }

  // MARK: - Used by the parts of the handler

  /// What may stand beside data and is none.
  func isAside(_ name: XMLName) -> Bool {
    name == names.annotations || name == names.metadata || name == names.dataProvider
  }

  func beginText(if isEntered: Bool, _ place: SDMXPlace) -> SDMXPlace? {
    guard isEntered else { return nil }
    gathered.removeAll(keepingCapacity: true)
    return place
  }

  func beginDataSetOnce() throws(TableProblem) {
    guard !dataSetHasBegun else { return }
    dataSetHasBegun = true
    try receiver.beginDataSet(head)
  }

  func unexpected(_ element: XMLElement, in place: String) -> TableProblem {
    malformed("the element \(element.name.text) in \(place)")
  }

  func malformed(_ detail: String) -> TableProblem { TableProblem(.malformedXML, detail: detail) }
}

/// Where `SDMXHandler` is.
enum SDMXPlace: Equatable {
  case document, message
  case header, headerText, headerAction, structure, structureReference
  case footer, note, noteText
  case dataSet, keyFamily, group, atts, series, observation
  /// Generic components with these roles.
  case list(SDMXRole)
  /// The time of an observation in SDMX 2.0.
  case time
  case comp, compValue, compText
  /// Elements of formatted text.
  case markup
  /// An element that is done with when it begins.
  case leaf

  var holdsText: Bool {
    switch self {
    case .headerText, .headerAction, .structureReference, .noteText, .keyFamily, .time, .compValue,
      .compText, .markup:
      true
    default: false
    }
  }

  var isInData: Bool {
    switch self {
    case .dataSet, .group, .atts, .series, .observation, .list, .comp, .leaf: true
    default: false
    }
  }
}
