// SPDX-License-Identifier: Apache-2.0
import Statistics

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
