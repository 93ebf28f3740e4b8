// SPDX-License-Identifier: Apache-2.0

/// Gathers the shared texts (ECMA-376 part 1, §18.4): `sst` › `si` › `t`, or › `r` › `t` for the
/// runs of rich text. Phonetic readings (`rPh`) are no part of a text. How many texts the part
/// claims to hold is not believed.
final class SharedTextsHandler: OfficeXMLHandler {
  private enum Place { case document, table, item, run, text }

  let texts = SharedTexts()
  private let limits: TableLimits
  private let report: (TableProblem) -> Void
  @exclusivity(unchecked) private var place = Place.document
  @exclusivity(unchecked) private var textIsInRun = false
  @exclusivity(unchecked) private var textStart = 0
  @exclusivity(unchecked) private var mayHaveEscapes = false

  private let table: XMLName
  private let item: XMLName
  private let run: XMLName
  private let textName: XMLName

  /// - Parameter report: called with problems that do not stop the reading.
  init(_ names: XMLNames, limits: TableLimits, report: @escaping (TableProblem) -> Void) {
    self.limits = limits
    self.report = report
    table = names["sst"]
    item = names["si"]
    run = names["r"]
    textName = names["t"]
    super.init(
      names, transitional: spreadsheetNamespace, strict: strictSpreadsheetNamespace)
  }

  override func enter(_ element: XMLElement) throws(TableProblem) -> Bool {
    switch place {
    case .item where element.name == textName, .run where element.name == textName:
      textIsInRun = place == .run
      textStart = texts.bytes.count
      mayHaveEscapes = false
      place = .text
    case .table where element.name == item: place = .item
    case .item where element.name == run: place = .run
    case .document where element.name == table: place = .table
    default: return false
    }
    return true
  }

  override func leave() throws(TableProblem) {
    switch place {
    case .text:
      if mayHaveEscapes, !texts.decodeEscapes(from: textStart) { reportHalfCharacter() }
      place = textIsInRun ? .run : .item
    case .run: place = .item
    case .item:
      texts.endText()
      try checkSize()
      place = .table
    case .table, .document: place = .document
    }
  }

  override func take(_ text: UnsafeBufferPointer<UInt8>) throws(TableProblem) {
    guard place == .text else { return }
    texts.append(text)
    if text.contains(UInt8(ascii: "_")) { mayHaveEscapes = true }
    try checkSize()
  }

  private func checkSize() throws(TableProblem) {
    if texts.size > limits.sharedTextBytes {
      throw .limit("sharedTextBytes", limits.sharedTextBytes)
    }
  }

  private func reportHalfCharacter() {
    report(
      TableProblem(
        .badValue, detail: "shared text \(texts.count) has an escape that is half a character"))
  }
}
