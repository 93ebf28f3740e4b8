// SPDX-License-Identifier: Apache-2.0
import Statistics
import Tables

/// Goes through one unknown file and proposes a layout for the sheet that was asked for, or the
/// first with a table.
package final class LayoutProposer: TableReceiver {
  private let file: String
  private let wanted: String?
  private let definitions: Definitions?
  private var open: SheetStudy?
  private var found: SheetStudy?
  private var isDone = false
  /// All that have begun.
  package private(set) var sheets: [SheetDescription] = []

  /// - Parameters:
  ///   - sheet: a sheet's name, or its number counted from 1; `nil` for the first with a table.
  ///   - definitions: of the workspace, whose names are used; `nil` without one.
  package init(file: String, sheet: String?, definitions: Definitions?) {
    self.file = file
    wanted = sheet
    self.definitions = definitions
  }

  package func beginTable(_ table: TableDescription) {}

  package func beginSheet(_ sheet: SheetDescription) {
    sheets.append(sheet)
    if isWanted(sheet) { open = SheetStudy(sheet, file: file) }
  }

  /// A name goes before a number: 5 may be the name of the second sheet.
  private func isWanted(_ sheet: SheetDescription) -> Bool {
    // A reader may bring another sheet before it asks whether more is wanted.
    guard !isDone else { return false }
    guard let wanted else { return true }
    return sheet.name == wanted || (found == nil && wanted == String(sheet.number))
  }

  package func receive(_ row: borrowing Row) { open?.add(row) }

  package func merge(_ area: MergedArea) { open?.add(area) }

  package func endSheet() {
    guard var study = open else { return }
    open = nil
    study.finish()
    if wanted != nil || study.header != nil { found = study }
    isDone = wanted == nil ? found != nil : study.sheet.name == wanted
  }

  package var wantsMore: Bool { !isDone }

  /// Whether the sheet that was asked for, or any, was there.
  package var foundSheet: Bool { wanted == nil ? !sheets.isEmpty : found != nil }

  /// - Returns: `nil` where no table was found.
  package var proposal: LayoutProposal? {
    guard let found, let header = found.header else { return nil }
    let table = ProposedTable(found, header, file: file, definitions: definitions)
    var writer = ProposalWriter(table)
    return writer.write()
  }

  /// What is to be said where no table was found.
  package var finding: Finding {
    let name = wanted == nil ? nil : found?.sheet.name
    return Finding(.noTableFound, at: Location(file: file, sheet: name))
  }
}
