// SPDX-License-Identifier: Apache-2.0

/// What a message says besides its data: its kind, its header and its footer.
final class SDMXMessage {
  /// A structure that data sets refer to.
  struct Structure {
    /// The name by which data sets refer to it.
    var reference = ""
    /// The structure's own id; empty where only its URN is given, see `urn`.
    var id = ""
    var urn: [UInt8] = []
    var observationDimension = ""
    var hasExplicitMeasures = false

    /// The id, also out of a URN such as `urn:…Dataflow=ECB:EXR(1.0)`.
    var name: String {
      if !id.isEmpty { return id }
      let object = urn.split(separator: UInt8(ascii: "=")).last ?? []
      let artefact = object.prefix { $0 != UInt8(ascii: "(") }
      let id = artefact.split(separator: UInt8(ascii: ":")).last ?? []
      return String(decoding: id, as: UTF8.self)
    }
  }

  var structures: [Structure] = []
  var dataSetID = ""
  var action = ""
  /// Of the footer, or of an error message: code, severity and text of each.
  var notes: [(text: String, line: Int)] = []

  /// More is not kept: it is read by people.
  static let noteBytes = 2000
  static let mostNotes = 100
  /// A header names one structure for each data set at most.
  static let mostStructures = 4096

  /// All notes in one text.
  var allNotes: String {
    String(notes.map(\.text).joined(separator: "; ").prefix(SDMXMessage.noteBytes))
  }

  func structure(_ reference: String) -> Structure? {
    structures.first { $0.reference == reference } ?? (structures.count == 1 ? structures[0] : nil)
  }
}

/// The kinds of messages, by their root elements.
enum SDMXMessageKind {
  case generic
  /// Structure-specific data; in SDMX 2.0 and 1.0 "compact" data.
  case structureSpecific
  /// Data sets of several forms (SDMX 1.0 and 2.0).
  case group
  case error

  /// - Throws: `.unsupportedFormat`, which names the kind of a message that holds no data, or holds
  ///   them in a form that Yuebao does not read.
  init(root: String, namespace: String) throws(TableProblem) {
    switch root {
    case "GenericData", "GenericTimeSeriesData": self = .generic
    case "StructureSpecificData", "StructureSpecificTimeSeriesData", "CompactData":
      self = .structureSpecific
    case "MessageGroup": self = .group
    case "Error": self = .error
    default: throw .unsupported(SDMXMessageKind.refusal(of: root, namespace))
    }
  }

  private static func refusal(of root: String, _ namespace: String) -> String {
    let version = version(of: namespace)
    switch root {
    case "Structure": return "an \(version) structure message: code lists and definitions, no data"
    case "UtilityData": return "an \(version) message of utility data"
    case "CrossSectionalData": return "an \(version) message of cross-sectional data"
    case "RegistryInterface": return "an \(version) registry message, which holds no data"
    case "GenericMetadata", "StructureSpecificMetadata", "MetadataReport", "MetadataSet":
      return "an \(version) message of reference metadata, which holds no data"
    case _ where root.contains("Query"): return "an \(version) query, which holds no data"
    default: return "an \(version) message with the root element \(root)"
    }
  }

  /// `SDMX-ML 2.1` for `http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message`.
  static func version(of namespace: String) -> String {
    for part in namespace.split(separator: "/") where part.first == "v" {
      let numbers = part.dropFirst().split(separator: "_")
      if numbers.count == 2 { return "SDMX-ML \(numbers[0]).\(numbers[1])" }
    }
    return "SDMX-ML"
  }
}
