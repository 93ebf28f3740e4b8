// SPDX-License-Identifier: Apache-2.0
import Statistics

/// A table as it was studied, and what its columns seem to be.
struct ProposedTable {
  enum Shape: String {
    case unitRows = "unit-rows"
    case unitForm = "unit-form"
    case bureauTable = "bureau-table"
    case series, long
  }

  let study: SheetStudy
  let guess: HeaderGuess
  let file: String
  let names: LabelNames?
  let definitions: Definitions?
  /// Headers that stand once: which of two columns of one name is meant would be open.
  let columns: [Header.Column]
  let repeated: [Header.Column]
  let title: TitleWords?
  let shape: Shape
  let label: Header.Column?
  let unitCode: Header.Column?
  /// The field above the table that says the unit's code: label and value.
  let unitField: ProposedField?
  let period: Header.Column?

  init(_ study: SheetStudy, _ guess: HeaderGuess, file: String, definitions: Definitions?) {
    self.study = study
    self.guess = guess
    self.file = file
    self.definitions = definitions
    names = definitions.map(LabelNames.init)
    let all = guess.header.columns
    let times = Dictionary(grouping: all, by: \.words).mapValues(\.count)
    columns = all.filter { times[$0.words] == 1 }
    repeated = all.filter { times[$0.words] != 1 }
    title = TitleWords(guess.preamble)
    let roles = ColumnRoles(columns, study)
    unitCode = roles.unitCode
    period = roles.period
    label = roles.label
    unitField = ProposedField.unit(guess.preamble)
    shape = roles.shape(hasUnitField: unitField != nil)
  }

  func counts(_ column: Header.Column) -> ColumnCounts {
    study.columns[column.column] ?? ColumnCounts()
  }

  /// The indicator of that name, with or without what follows in brackets; of a path, else of its
  /// last part.
  func indicator(_ words: String) -> Indicator? {
    guard let names else { return nil }
    let label = RowLabel.folded(words)
    if let found = names.indicators[label] { return found }
    if let bracket = label.firstIndex(of: "("),
      let found = names.indicators[String(label[..<bracket])]
    {
      return found
    }
    return label.lastIndex(of: "/").flatMap { indicator(String(label[label.index(after: $0)...])) }
  }

  /// The indicator whose name is the longest in a text.
  func indicator(in text: String) -> Indicator? {
    let folded = HeaderText.folded(text)
    let found = names?.indicators.keys.filter { $0.count > 1 && folded.contains($0) }
    return found?.max { ($0.count, $1) < ($1.count, $0) }.flatMap { names?.indicators[$0] }
  }

  /// The indicator that the title names, else another line above the table, else the sheet's name.
  var indicatorOfTitle: Indicator? {
    let texts = [title?.title].compactMap(\.self) + guess.preamble.texts
    for text in texts + [guess.preamble.sheet ?? ""] {
      if let found = indicator(in: text) { return found }
    }
    return nil
  }

  /// What lines above the table count in, of one dimension.
  func statedUnit(like unit: UnitOfMeasure? = nil) -> UnitOfMeasure? {
    guard case .units(let units) = guess.preamble.unitLine else { return nil }
    guard let unit else { return units.count == 1 ? units.first : nil }
    return units.first { $0.dimension == unit.dimension }
  }
}
