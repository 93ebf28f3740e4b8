// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Gathers the marks and symbols that one table uses, so that its notes explain those and no more.
struct TableNotes {
  let catalogue: MessageCatalogue
  private var marked: [Message] = []
  private var symbols: [MissingSymbol] = []

  init(_ catalogue: MessageCatalogue) {
    self.catalogue = catalogue
  }

  /// The mark of a note, numbered by its first use: ①, in English a.
  mutating func mark(_ note: Message) -> String {
    let position = marked.firstIndex(of: note) ?? marked.count
    if position == marked.count { marked.append(note) }
    let marks = catalogue.language == .chinese ? ["①", "②", "③"] : ["a", "b", "c"]
    return marks[position % marks.count]
  }

  mutating func symbol(for reason: MissingReason) -> String {
    let symbol = MissingSymbol(reason)
    if !symbols.contains(symbol) { symbols.append(symbol) }
    return symbol.rawValue
  }

  var footnotes: [TableFootnote] {
    var copy = self
    return marked.map { TableFootnote(mark: copy.mark($0), text: catalogue.text($0)) }
  }

  /// The source first, then what the symbols for missing values mean.
  func sourceNotes(_ others: [String]) -> [TableFootnote] {
    let legend = MissingSymbol.allCases.filter(symbols.contains).map {
      catalogue.text($0.message, ["symbol": $0.rawValue])
    }
    let meaning = legend.joined(separator: catalogue.text(.semicolon)) + catalogue.text(.stop)
    return (others + (legend.isEmpty ? [] : [meaning])).map { TableFootnote(mark: "", text: $0) }
  }
}

/// What stands in a cell without a value.
enum MissingSymbol: String, CaseIterable, Sendable {
  case notApplicable = "—"
  case noData = "…"
  case incomplete = "×"

  init(_ reason: MissingReason) {
    switch reason {
    case .notApplicable, .notSurveyed, .noBase, .hardlyChanged: self = .notApplicable
    case .empty, .marked, .confidential, .errorValue, .notReported: self = .noData
    case .partMissing: self = .incomplete
    }
  }

  var message: Message {
    switch self {
    case .notApplicable: .missingNotApplicable
    case .noData: .missingNoData
    case .incomplete: .missingIncomplete
    }
  }
}
