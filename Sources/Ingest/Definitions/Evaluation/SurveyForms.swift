// SPDX-License-Identifier: Apache-2.0
import Statistics
import Tables

/// What belongs to the surveys, so that an evaluation can be kept from it: the forms that units fill
/// in, and the indicators that are computed from them.
struct SurveyForms {
  private let layouts: [Layout]
  private let indicators: [Indicator]
  /// The headers and row labels with values, folded, with their form.
  private let values: [String: String]

  init(_ definitions: Definitions) {
    layouts = definitions.layouts.filter { layout in
      switch layout.shape {
      case .unitRows, .unitForm: true
      case .bureauTable, .series, .long: false
      }
    }
    indicators = definitions.indicators
    var values: [String: String] = [:]
    for layout in layouts {
      for header in layout.surveyHeaders { values[header] = layout.form }
    }
    self.values = values
  }

  /// The form, or the indicator, that a header or an id belongs to; `nil` for none.
  func owner(of text: String) -> String? {
    let words = HeaderText.splitUnit(HeaderText.folded(text)).words
    if let form = values[words] { return form }
    return indicators.first { indicator in
      indicator.id == text
        || ([indicator.name.zh] + indicator.aliases).contains { HeaderText.folded($0) == words }
    }?.id
  }

  /// The form that a file is, as the layouts recognise it; `nil` for none.
  func form(ofFile file: String, _ bytes: [UInt8]) -> String? {
    let search = FormSearch(file: file, layouts: layouts)
    _ = readTable(from: MemorySource(bytes), to: search)
    return search.form
  }
}

extension Layout {
  /// What names a value in it.
  fileprivate var surveyHeaders: [String] {
    switch shape {
    case .unitRows(let rows): rows.values.map(\.header)
    case .unitForm(let form): form.values.compactMap(\.label)
    case .bureauTable, .series, .long: []
    }
  }
}

/// Looks for the header of a survey form among a file's rows.
private final class FormSearch: TableReceiver {
  private let file: String
  private let layouts: [Layout]
  private var search: LayoutSearch
  private(set) var form: String?

  init(file: String, layouts: [Layout]) {
    self.file = file
    self.layouts = layouts
    search = LayoutSearch(file: file, sheet: nil, layouts: layouts)
  }

  func beginTable(_ table: TableDescription) {}
  func beginSheet(_ sheet: SheetDescription) {
    search = LayoutSearch(file: file, sheet: sheet.name, layouts: layouts)
  }
  func endSheet() {}

  func receive(_ row: borrowing Row) {
    guard form == nil else { return }
    search.add(RowTexts(row), line: row.line, merged: [])
    if search.mayBeHeader { form = search.found()?.layouts.first?.form }
  }
}
