// SPDX-License-Identifier: Apache-2.0
import Statistics
import Tables

/// Writes a layout for a table. What all shapes have stands here, the shapes' own keys in a file
/// each.
struct ProposalWriter {
  typealias Remark = LayoutProposal.Remark

  let table: ProposedTable
  var proposal = LayoutProposal()

  init(_ table: ProposedTable) { self.table = table }

  mutating func write() -> LayoutProposal {
    writeOrigin()
    writeNames()
    proposal.add("shape: \(table.shape.rawValue)", shapeRemark)
    writeRecognition()
    writeHeaderRows()
    switch table.shape {
    case .unitRows: writeUnitRows()
    case .unitForm: writeUnitForm()
    case .bureauTable: writeBureauTable()
    case .series: writeSeries()
    case .long: writeLong()
    }
    writeRepeated()
    writeFooter()
    return proposal
  }

  // MARK: - Head

  private mutating func writeOrigin() {
    let name = table.file.split(separator: "/").last.map(String.init) ?? table.file
    let sheet = table.study.sheet.name ?? ""
    proposal.add("", Remark("origin", ["file": name, "sheet": sheet]))
    proposal.add("", Remark("todo"))
    if table.definitions == nil { proposal.add("", Remark("no_workspace")) }
    proposal.addBlank()
  }

  private mutating func writeNames() {
    let number = formNumber
    if let number {
      proposal.add(
        "form: \(YAMLText.scalar(number.text))", Remark("form_number", ["label": number.label]))
    } else {
      proposal.add("form: \(YAMLText.scalar(fileStem))", Remark("form_of_file"))
    }
    if let title = table.title {
      proposal.add("name: \(YAMLText.scalar(title.words))", Remark("title", ["title": title.title]))
    } else {
      proposal.add("name: \(YAMLText.scalar(fileStem))", Remark("no_title"))
    }
  }

  /// What stands behind 表号, without the word 表 at its end.
  private var formNumber: ProposedField? {
    guard let field = ProposedField.find(["表号"], table.guess.preamble) else { return nil }
    let text = HeaderText.folded(field.text).uppercased()
    let number = text.hasSuffix("表") ? String(text.dropLast()) : text
    return number.isEmpty || number.count > 20
      ? nil : ProposedField(label: field.label, text: number)
  }

  private var fileStem: String {
    let file = table.file.split(separator: "/").last ?? ""
    let stem = file.lastIndex(of: ".").map { file[..<$0] } ?? file
    // Without the period that follows the form's name.
    let year = stem.firstRange(of: /[-_. ]?20[0-9][0-9]/)?.lowerBound ?? stem.endIndex
    let name = year == stem.startIndex ? stem : stem[..<year]
    return name.isEmpty || name == "-" ? "TODO" : String(name)
  }

  private var shapeRemark: Remark {
    let rows = String(table.study.dataRows)
    switch table.shape {
    case .unitRows:
      return Remark(
        "unit_rows", ["header": table.unitCode?.text ?? "", "rows": rows])
    case .unitForm:
      return Remark("unit_form", ["label": table.unitField?.label ?? ""])
    case .bureauTable: return Remark("bureau_table")
    case .series where periodHeaders.isEmpty:
      return Remark("series_down", ["header": table.period?.text ?? ""])
    case .series: return Remark("series_across", ["count": String(periodHeaders.count)])
    case .long: return Remark("long", ["header": table.period?.text ?? "", "rows": rows])
    }
  }

  var periodHeaders: [Header.Column] { table.columns.filter { SeriesPeriod($0.text) != nil } }

  // MARK: - Recognition

  private mutating func writeRecognition() {
    proposal.addBlank()
    proposal.add("recognise:", Remark("recognise"))
    // Series and long tables are of no one title; a title of units' rows may be missing next time.
    if table.shape == .bureauTable || table.shape == .unitForm, let title = table.title {
      proposal.add("  title: \(YAMLText.list([title.words]))", Remark("title_words"))
    }
    if let number = formNumber, table.shape == .unitForm {
      proposal.add("  form-number: \(YAMLText.list([number.text]))")
    }
    proposal.add("  headers: \(YAMLText.list(recognisedHeaders))")
  }

  /// A `|` separates alternatives there, so a header that has one cannot be named.
  private var recognisedHeaders: [String] {
    let wanted: [Header.Column?] =
      switch table.shape {
      case .unitRows: [table.unitCode, industryColumn, firstValue]
      case .unitForm: [table.label, formCodeColumn]
      case .bureauTable: [table.label, firstValue]
      case .series: [seriesLabel]
      case .long: [longIndicator, table.period, longValue]
      }
    let headers = wanted.compactMap(\.self).filter { !$0.words.contains("|") }.map(words)
    if !headers.isEmpty { return headers }
    return table.columns.prefix(2).map { words($0).replacing("|", with: " ") }
  }

  private var firstValue: Header.Column? {
    table.columns.first { table.counts($0).isNumeric && !isCodeColumn($0) }
  }

  private mutating func writeHeaderRows() {
    let rows = table.guess.rows
    let last = table.guess.header.location.row ?? rows.upperBound + 1
    let span = rows.count == 1 ? "\(last)" : "\(last - rows.count + 1)–\(last)"
    proposal.add(
      "header-rows: \(rows.count)",
      Remark("header_rows", ["rows": span, "data": String(table.study.dataRows)]))
  }

  // MARK: - Period and area

  /// Where the period stands, apart from a column of its own.
  mutating func writePeriod() {
    let preamble = table.guess.preamble
    let labels = ["报告期", "时间", "所属期", "统计期间"]
    let field = ProposedField.find(labels, preamble) { Period(wording: $0) != nil }
    if let field {
      proposal.add(
        "period: {field: \(YAMLText.list([field.label]))}",
        Remark("period_field", ["text": field.text]))
      return
    }
    for source in Layout.PeriodPlace.Source.allCases {
      guard let period = preamble.period(Layout.PeriodPlace(sources: [source])) else { continue }
      proposal.add(
        "period: {from: [\(source.rawValue)]}",
        Remark("period_\(source.rawValue)", ["period": period.description]))
      return
    }
    proposal.add("period: {from: [title, sheet, file]}", Remark("no_period"))
  }

  /// Which line above the table says the area.
  mutating func writeArea() {
    guard let field = ProposedField.find(["地区", "省市", "区域"], table.guess.preamble) else {
      writeAreaOfTitle()
      return
    }
    proposal.add(
      "area: {field: \(YAMLText.list([field.label]))}", Remark("area_field", ["text": field.text]))
  }

  /// The National Bureau's export names no area where it is of the nation; other tables are of the
  /// area that their title names, else of the office's own.
  private mutating func writeAreaOfTitle() {
    guard let names = table.names else { return }
    let texts = table.guess.preamble.texts
    let isNational = texts.contains { $0.hasPrefix("数据库") } && names.areas["nation"] == "nation"
    if isNational {
      proposal.add("area: nation", Remark("no_area"))
    } else if !texts.contains(where: { names.area(in: $0) != nil }) {
      proposal.add("", Remark("own_area"))
    }
  }

  // MARK: - Columns

  /// A header as the layout names it: as written; its folded words where they leave something out,
  /// such as the unit of measure.
  func words(_ column: Header.Column) -> String {
    let isAsWritten =
      HeaderText.folded(column.text) == column.words
      && !column.text.unicodeScalars.contains { $0 != " " && $0.isBlank }
    return isAsWritten ? column.text : column.words
  }

  /// Whether the numbers are codes or years and no values.
  func isCodeColumn(_ column: Header.Column) -> Bool {
    let words = ["代码", "编码", "编号", "登记注册类型", "序号", "电话", "邮编", "区划", "年月", "日期"]
    let ends = ["年份", "时间", "月份", "报告期", "time", "date", "year"]
    return words.contains(where: column.words.contains)
      || (table.counts(column).isOfPeriods && ends.contains(where: column.words.hasSuffix))
  }

  var industryColumn: Header.Column? {
    table.columns.first { $0.words.contains("行业代码") && $0 != table.unitCode }
      ?? table.columns.first { $0.words.contains("行业") && table.counts($0).isOfClasses }
  }

  /// `512 of 512 cells are …`: what a column held.
  ///
  /// - Parameter isValue: `1430` is then a number, whatever else it may be.
  func seen(_ column: Header.Column, isValue: Bool = false) -> Remark {
    let counts = table.counts(column)
    let (key, count) =
      switch counts {
      case _ where counts.filled == 0: ("seen_nothing", 0)
      case _ where isValue: ("seen_numbers", counts.numbers)
      case _ where counts.isOfUnitCodes: ("seen_unit_codes", counts.unitCodes)
      case _ where counts.isOfPeriods: ("seen_periods", counts.periods)
      case _ where counts.isOfClasses: ("seen_classes", counts.fourDigits)
      case _ where counts.isOfUnitsOfMeasure: ("seen_units", counts.unitsOfMeasure)
      case _ where counts.isOfCodes: ("seen_codes", counts.codes)
      case _ where counts.isNumeric: ("seen_numbers", counts.numbers)
      default: ("seen_texts", counts.texts)
      }
    return Remark(
      key,
      [
        "count": String(count), "filled": String(counts.filled),
        "rows": String(table.study.dataRows), "missing": Self.unlessZero(counts.missing),
        "empty": Self.unlessZero(table.study.dataRows - counts.filled),
      ])
  }

  /// Empty for none, so that a sentence leaves the clause out.
  private static func unlessZero(_ count: Int) -> String { count > 0 ? String(count) : "" }

  /// `ignore`, a line each.
  mutating func writeIgnored(_ columns: [(column: Header.Column, remark: Remark)]) {
    guard !columns.isEmpty else { return }
    proposal.addBlank()
    proposal.add("ignore:", Remark("ignore"))
    for (column, remark) in columns {
      proposal.add("  - \(YAMLText.scalar(words(column)))", remark)
    }
  }

  /// An indicator's id and unit, for a header or label of those words; placeholders for what is not
  /// known.
  mutating func indicatorID(_ words: String) -> (id: String, indicator: Indicator?) {
    if let indicator = table.indicator(words) { return (indicator.id, indicator) }
    return (proposal.placeholder(for: words), nil)
  }

  /// The unit of a level, with why: from the header, a line above the table, or what the indicator
  /// always counts.
  func unit(_ stated: UnitOfMeasure?, of indicator: Indicator?) -> (text: String, remark: Remark) {
    if let stated {
      return (YAMLText.scalar(stated.symbol), Remark("unit_header"))
    }
    if let line = table.statedUnit(like: indicator?.unit) {
      return (YAMLText.scalar(line.symbol), Remark("unit_line", ["unit": line.symbol]))
    }
    if let unit = indicator?.unit, unit.dimension != .money {
      return (YAMLText.scalar(unit.symbol), Remark("unit_indicator"))
    }
    return (LayoutProposal.unknownUnit, Remark("no_unit"))
  }

  // MARK: - Foot

  private mutating func writeRepeated() {
    guard !table.repeated.isEmpty else { return }
    proposal.addBlank()
    for column in table.repeated.prefix(20) {
      proposal.add(
        "", Remark("repeated", ["header": column.text, "column": String(column.column)]))
    }
  }

  private mutating func writeFooter() {
    guard table.study.noteRows > 0 else { return }
    proposal.addBlank()
    let texts = table.study.notes.map { String($0.prefix(20)) }.joined(separator: "; ")
    proposal.add(
      "", Remark("footer", ["count": String(table.study.noteRows), "texts": texts]))
  }
}
