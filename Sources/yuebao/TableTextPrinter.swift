// SPDX-License-Identifier: Apache-2.0
import Reports
import Statistics
import Tables

/// Prints a file for people: what it is, then each sheet's grid under column letters, with row
/// numbers, aligned also with Chinese text.
///
/// The first rows of a sheet decide how wide its columns are; where a later one needs more, the
/// column is wider from there on.
final class TableTextPrinter: TablePrinter {
  private static let sampleRows = 200
  private static let sampleBytes = 1 << 20
  /// Merged areas that are listed; the rest are counted.
  private static let listedAreas = 100

  let output = StandardOutput()
  let showsVisibility = true
  private let file: String
  private let catalogue: MessageCatalogue
  /// Whether texts that look like numbers are numbers: in formats that have only texts.
  private var guessesNumbers = false
  private var sheet: SheetDescription?
  private var isVisible = true
  private var grid = TextGrid()
  private var sample: [TextGrid.Line] = []
  private var sampleSize = 0
  private var isSampling = true
  private var line = TextGrid.Line()
  private var areas: [String] = []
  private var areaCount = 0

  init(file: String, catalogue: MessageCatalogue) {
    self.file = file
    self.catalogue = catalogue
  }

  private func say(_ key: String, _ arguments: [String: String] = [:]) {
    output.write(catalogue.text(of: Message(key, arguments)) + "\n")
  }

  func beginTable(_ table: TableDescription) {
    guessesNumbers = table.format == .csv || table.format == .html
    say("table_file", ["file": file.onOneLine])
    say("table_format", ["format": table.format.rawValue])
    say(
      table.encodingIsCertain ? "table_encoding" : "table_encoding_guessed",
      ["encoding": table.encoding.rawValue])
  }

  func beginSheet(_ sheet: SheetDescription) {
    self.sheet = sheet
    isVisible = sheet.isVisible
    grid = TextGrid()
    sample = []
    sampleSize = 0
    isSampling = true
    areas = []
    areaCount = 0
  }

  func print(_ cells: ArraySlice<Cell>, inRow number: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    line.set(cells, inRow: number, bytes, guessesNumbers: guessesNumbers)
    guard isSampling else { return write(line) }
    sample.append(line)
    sampleSize += line.bytes.count + 32 * line.cells.count
    if sample.count == Self.sampleRows || sampleSize > Self.sampleBytes {
      endSample(isWhole: false)
    }
  }

  func sheetIsHidden() {
    isVisible = false
    // The sheet's head has been printed.
    if !isSampling { say("table_sheet_is_hidden") }
  }

  func merge(_ area: MergedArea) {
    areaCount += 1
    guard areas.count < Self.listedAreas else { return }
    let first = Location.letters(ofColumn: area.columns.lowerBound) + "\(area.rows.lowerBound)"
    let last = Location.letters(ofColumn: area.columns.upperBound) + "\(area.rows.upperBound)"
    areas.append(first + ":" + last)
  }

  func endSheet() {
    guard sheet != nil else { return }
    if isSampling { endSample(isWhole: true) }
    if areaCount > 0 {
      let more = areaCount > areas.count ? String(areaCount - areas.count) : ""
      say("table_merged", ["areas": areas.joined(separator: " "), "more": more])
    }
    sheet = nil
  }

  func finish() { endSheet() }

  // MARK: - The grid

  /// Prints the sheet's head and the rows that were held back.
  private func endSample(isWhole: Bool) {
    isSampling = false
    output.write("\n")
    if let sheet, let name = sheet.name {
      say(
        isVisible ? "table_sheet" : "table_sheet_hidden",
        ["number": String(sheet.number), "name": name.onOneLine])
    }
    guard !sample.isEmpty else { return say("table_no_cells") }
    grid.fit(sample, isWhole: isWhole)
    output.write(grid.head)
    for line in sample { write(line) }
    sample = []
  }

  private func write(_ line: TextGrid.Line) {
    grid.write(line, to: output)
  }
}
