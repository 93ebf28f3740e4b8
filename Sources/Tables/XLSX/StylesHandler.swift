// SPDX-License-Identifier: Apache-2.0

/// Learns from the styles part (ECMA-376 part 1, §18.8) which cell formats show a number as a date:
/// `numFmts` › `numFmt`, and `cellXfs` › `xf` in their order.
final class StylesHandler: OfficeXMLHandler {
  private enum Place { case document, styles, formats, cellFormats, leaf }

  /// By a cell's `s`: what it shows of a number, `nil` for the number itself.
  private(set) var dateFormats: [DateFormat?] = []
  /// Formats that the file itself defines, also with the number of a built-in one.
  private var custom: [Int: DateFormat?] = [:]
  private let limits: TableLimits
  private var place = Place.document
  private var leafIsCellFormat = false
  private let styles: XMLName
  private let formats: XMLName
  private let format: XMLName
  private let cellFormats: XMLName
  private let cellFormat: XMLName
  private let id: XMLName
  private let code: XMLName

  init(_ names: XMLNames, limits: TableLimits) {
    self.limits = limits
    styles = names["styleSheet"]
    formats = names["numFmts"]
    format = names["numFmt"]
    cellFormats = names["cellXfs"]
    cellFormat = names["xf"]
    id = names["numFmtId"]
    code = names["formatCode"]
    super.init(names, transitional: spreadsheetNamespace, strict: strictSpreadsheetNamespace)
  }

  override func enter(_ element: XMLElement) throws(TableProblem) -> Bool {
    switch place {
    case .document where element.name == styles: place = .styles
    case .styles where element.name == formats: place = .formats
    case .styles where element.name == cellFormats: place = .cellFormats
    case .formats where element.name == format: try addFormat(element)
    case .cellFormats where element.name == cellFormat: try addCellFormat(element)
    default: return false
    }
    return true
  }

  override func leave() throws(TableProblem) {
    switch place {
    case .leaf: place = leafIsCellFormat ? .cellFormats : .formats
    case .formats, .cellFormats: place = .styles
    case .styles, .document: place = .document
    }
  }

  private func addFormat(_ element: XMLElement) throws(TableProblem) {
    place = .leaf
    leafIsCellFormat = false
    if custom.count >= limits.cellFormats { throw .limit("cellFormats", limits.cellFormats) }
    guard let id = element.attribute(id, in: unprefixed)?.count32,
      let code = element.attribute(code, in: unprefixed)
    else { return }
    custom[id] = .some(NumberFormat.dateFormat(ofCode: code))
  }

  private func addCellFormat(_ element: XMLElement) throws(TableProblem) {
    place = .leaf
    leafIsCellFormat = true
    if dateFormats.count == limits.cellFormats { throw .limit("cellFormats", limits.cellFormats) }
    let id = element.attribute(id, in: unprefixed)?.count32 ?? 0
    dateFormats.append(custom[id] ?? NumberFormat.dateFormat(ofBuiltIn: id))
  }
}
