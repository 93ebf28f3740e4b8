// SPDX-License-Identifier: Apache-2.0

/// Reads the workbook part (ECMA-376 part 1, §18.2): its sheets in their order, and how it counts
/// days.
final class WorkbookHandler: OfficeXMLHandler {
  struct Sheet {
    let name: String
    let isVisible: Bool
    /// Of the relationship that leads to its part.
    let id: String
  }

  private(set) var sheets: [Sheet] = []
  private(set) var dateSystem = DateSystem.from1900
  private let limits: TableLimits
  private let workbook: XMLName
  private let properties: XMLName
  private let from1904: XMLName
  private let sheetsName: XMLName
  private let sheet: XMLName
  private let name: XMLName
  private let state: XMLName
  private let id: XMLName

  init(_ names: XMLNames, limits: TableLimits) {
    self.limits = limits
    workbook = names["workbook"]
    properties = names["workbookPr"]
    from1904 = names["date1904"]
    sheetsName = names["sheets"]
    sheet = names["sheet"]
    name = names["name"]
    state = names["state"]
    id = names["id"]
    super.init(names, transitional: spreadsheetNamespace, strict: strictSpreadsheetNamespace)
  }

  override func enter(_ element: XMLElement) throws(TableProblem) -> Bool {
    if element.name == workbook || element.name == sheetsName { return true }
    if element.name == properties {
      let isFrom1904 = element.attribute(from1904, in: unprefixed)?.isTrue ?? false
      dateSystem = isFrom1904 ? .from1904 : .from1900
      return true
    }
    guard element.name == sheet else { return false }
    if sheets.count == limits.sheets { throw .limit("sheets", limits.sheets) }
    let id =
      element.attribute(id, in: officeRelationships)
      ?? element.attribute(id, in: strictOfficeRelationships)
    let state = element.attribute(state, in: unprefixed)
    sheets.append(
      Sheet(
        name: element.attribute(name, in: unprefixed)?.unescaped ?? "",
        isVisible: state.map { !$0.equals("hidden") && !$0.equals("veryHidden") } ?? true,
        id: id.map { String(decoding: $0, as: UTF8.self) } ?? ""))
    return true
  }
}
