// SPDX-License-Identifier: Apache-2.0

/// The header, which says how data sets are to be read, and the footer, which people read.
extension SDMXHandler {
  func enterHeader(_ element: XMLElement) -> SDMXPlace? {
    if element.name == names.structure {
      guard message.structures.count < SDMXMessage.mostStructures else { return nil }
      message.structures.append(
        SDMXMessage.Structure(
          reference: text(element.attribute(names.structureID, in: element.namespace)),
          observationDimension: text(
            element.attribute(names.dimensionAtObservation, in: element.namespace)),
          hasExplicitMeasures: text(
            element.attribute(names.explicitMeasures, in: element.namespace)) == "true"))
      return .structure
    }
    if element.name == names.dataSetAction { return beginText(if: true, .headerAction) }
    let holdsName = element.name == names.dataSetID || element.name == names.keyFamilyRef
    return beginText(if: holdsName, .headerText)
  }

  func enterStructure(_ element: XMLElement) -> SDMXPlace? {
    let name = element.name
    return beginText(
      if: name == names.structure || name == names.structureUsage
        || name == names.provisionAgreement || name == names.provisionAgrement,
      .structureReference)
  }

  /// A reference is a `Ref`, or a URN with or without an element around it.
  func enterReference(_ element: XMLElement) -> SDMXPlace {
    guard element.name == names.ref else { return .markup }
    let id = text(element.attribute(names.id, in: element.namespace))
    if let last = message.structures.indices.last { message.structures[last].id = id }
    return .leaf
  }

  func endReference() {
    guard let last = message.structures.indices.last else { return }
    message.structures[last].urn = trimmed(gathered)
  }

  /// Without the blanks around it.
  var gatheredText: String { String(decoding: trimmed(gathered), as: UTF8.self) }

  // MARK: - Data sets

  func readHead(_ element: XMLElement) throws(TableProblem) -> SDMXDataSetHead {
    let reference = text(ofDataSet: element, names.structureRef)
    let setID = text(ofDataSet: element, names.setID)
    let datasetID = text(ofDataSet: element, names.datasetID)
    let structure = message.structure(reference)
    var head = SDMXDataSetHead()
    let candidates = [structure?.name ?? "", setID, datasetID, reference, message.dataSetID]
    head.name = candidates.first { !$0.isEmpty } ?? ""
    head.action = text(ofDataSet: element, names.action)
    if head.action.isEmpty { head.action = message.action }
    guard let structure else { return head }
    head.hasExplicitMeasures = structure.hasExplicitMeasures && !isGeneric
    let isFlat = structure.observationDimension == "AllDimensions"
    if !structure.observationDimension.isEmpty, !isFlat {
      head.observationDimension = try components.number(ofID: structure.observationDimension)
    } else if isFlat, head.hasExplicitMeasures {
      throw .unsupported("an SDMX message of flat data with explicit measures")
    }
    return head
  }

  /// Qualified in structure-specific messages, in no namespace in others.
  private func text(ofDataSet element: XMLElement, _ name: XMLName) -> String {
    for index in 0..<element.attributeCount {
      let attribute = element.attribute(at: index)
      guard attribute.name == name else { continue }
      if attribute.namespace == names.schemaInstance { continue }
      return text(attribute.value)
    }
    return ""
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>?) -> String {
    bytes.map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  func trimmed(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    bytes.trimBlanks(from: 0)
    return bytes
  }

  // MARK: - Footer

  func beginNote(_ element: XMLElement) -> SDMXPlace? {
    guard message.notes.count < SDMXMessage.mostNotes else { return nil }
    let code = text(element.attribute(names.code, in: element.namespace))
    let severity = text(element.attribute(names.severity, in: element.namespace))
    noteLead = [code, severity].filter { !$0.isEmpty }.joined(separator: " ")
    message.notes.append((noteLead, line))
    return .note
  }

  func endNoteText() {
    guard let last = message.notes.indices.last else { return }
    let words = gatheredText
    let before = message.notes[last].text
    let separator = before.isEmpty ? "" : before == noteLead ? ": " : " "
    message.notes[last].text = String(
      (before + separator + words).prefix(SDMXMessage.noteBytes))
  }

  func endNote() { noteLead = "" }
}
