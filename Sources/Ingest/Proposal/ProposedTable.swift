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

/// A label above the table and what stands behind it.
struct ProposedField {
  let label: String
  let text: String

  /// The first field of that kind whose value is the code of a unit.
  static func unit(_ preamble: Preamble) -> ProposedField? {
    find(["统一社会信用代码", "组织机构代码", "法人单位代码", "单位代码"], preamble) {
      UnitCode($0) != nil && $0.utf8.count >= 8
    }
  }

  static func find(
    _ labels: [String], _ preamble: Preamble, where fits: (String) -> Bool = { !$0.isEmpty }
  ) -> ProposedField? {
    for label in labels {
      if let field = preamble.field([label]), fits(field.text) {
        return ProposedField(label: label, text: field.text)
      }
    }
    return nil
  }
}

/// What the columns below a header are, as far as their cells and headers say.
struct ColumnRoles {
  private let columns: [Header.Column]
  private let study: SheetStudy
  let unitCode: Header.Column?
  let period: Header.Column?
  let label: Header.Column?

  init(_ columns: [Header.Column], _ study: SheetStudy) {
    self.columns = columns
    self.study = study
    func counts(_ column: Header.Column) -> ColumnCounts {
      study.columns[column.column] ?? ColumnCounts()
    }
    unitCode =
      columns.first { counts($0).isOfUnitCodes }
      ?? columns.first { Self.isCode($0.words) && counts($0).isOfCodes }
    period =
      columns.first { Self.isPeriod($0.words) && counts($0).isOfPeriods }
      ?? columns.first { column in
        // Values may look like years; periods rarely stand behind the first column unnamed.
        let counts = counts(column)
        return counts.isOfPeriods && (column == columns.first || counts.numbers < counts.periods)
      }
    label =
      columns.first { column in
        let counts = counts(column)
        return counts.texts > 0 && counts.texts * 2 >= counts.filled && !counts.isOfUnitsOfMeasure
          && !counts.isOfPeriods
      } ?? columns.first
  }

  private static func isCode(_ words: String) -> Bool {
    let others = ["区划", "行业", "邮政", "地区", "登记注册", "电话"]
    return words.contains("代码") && !others.contains(where: words.contains)
  }

  private static func isPeriod(_ words: String) -> Bool {
    ["报告期", "时间", "time_period", "ref_date", "期", "period"].contains(words)
  }

  func shape(hasUnitField: Bool) -> ProposedTable.Shape {
    if unitCode != nil { return .unitRows }
    if hasUnitField { return .unitForm }
    let periods = columns.count { SeriesPeriod($0.text) != nil }
    if periods > 0, periods * 2 > columns.count - 1 { return .series }
    guard let period else { return .bureauTable }
    let others = columns.filter { $0 != period }
    let values = others.count { study.columns[$0.column]?.isNumeric ?? false }
    let isLong = others.contains { ["obs_value", "value", "数值"].contains($0.words) }
    let empty = others.count { study.columns[$0.column] == nil }
    if isLong || values + empty < others.count { return .long }
    return values > 0 ? .series : .bureauTable
  }
}
