// SPDX-License-Identifier: Apache-2.0
import Statistics

/// `shape: unit-form`.
extension ProposalWriter {
  var formCodeColumn: Header.Column? {
    table.columns.first { ["代码", "指标代码", "编码"].contains($0.words) }
  }

  private var unitColumn: Header.Column? {
    table.columns.first { table.counts($0).isOfUnitsOfMeasure || $0.words == "计量单位" }
  }

  mutating func writeUnitForm() {
    writePeriod()
    writeFields()
    proposal.addBlank()
    if let code = formCodeColumn { proposal.add("code: \(YAMLText.list([words(code)]))") }
    if let label = table.label {
      proposal.add("label: \(YAMLText.list([words(label)]))", seen(label))
    }
    if let unit = unitColumn {
      proposal.add("unit-of-measure: \(YAMLText.list([words(unit)]))", seen(unit))
    }
    let columns = formColumns
    proposal.addBlank()
    proposal.add("columns:")
    for (part, column, isStated) in columns {
      proposal.add(
        "  \(part.rawValue): \(YAMLText.list([words(column)]))",
        isStated ? seen(column, isValue: true) : Remark("basis_assumed"))
    }
    writeFormValues(Set(columns.map(\.column.column)))
  }

  private mutating func writeFields() {
    proposal.addBlank()
    proposal.add("fields:")
    if let field = table.unitField {
      proposal.add(
        "  unit: \(YAMLText.list([field.label]))", Remark("field", ["text": field.text]))
    }
    if let industry = ProposedField.find(["行业代码", "行业小类代码"], table.guess.preamble) {
      proposal.add(
        "  industry: \(YAMLText.list([industry.label]))", Remark("field", ["text": industry.text]))
    } else {
      proposal.add("  industry: [TODO_INDUSTRY]", Remark("no_industry"))
    }
  }

  /// One column a part, the first that says it.
  private var formColumns: [(part: ValuePart, column: Header.Column, isStated: Bool)] {
    var found: [(part: ValuePart, column: Header.Column, isStated: Bool)] = []
    let others = Set([table.label, formCodeColumn, unitColumn].compactMap(\.?.column))
    for column in table.columns
    where !others.contains(column.column) && table.counts(column).numbers > 0 {
      let meaning = HeaderMeaning(column.words, unit: column.unit)
      guard meaning.measure == .level, !found.contains(where: { $0.part == meaning.part }) else {
        continue
      }
      found.append((meaning.part, column, meaning.isBasisStated))
    }
    return found
  }

  // MARK: - Rows

  private mutating func writeFormValues(_ valueColumns: Set<Int>) {
    let rows = table.study.formRows.filter { row in
      row.hasNumbers && row.texts.keys.contains(where: valueColumns.contains)
    }
    let (classes, values) = split(rows)
    proposal.addBlank()
    if values.isEmpty {
      proposal.add("values: []", Remark("no_values"))
    } else {
      proposal.add("values:", Remark("form_values", ["count": String(values.count)]))
    }
    for row in values { write(row) }
    guard let first = classes.first else { return }
    proposal.addBlank()
    let (id, _) = indicatorID(blockWords(above: first, values))
    proposal.add("industries: \(id)", Remark("industries", ["count": String(classes.count)]))
  }

  private func text(_ row: SheetStudy.FormRow, _ column: Header.Column?) -> String {
    column.flatMap { row.texts[$0.column] } ?? ""
  }

  /// Rows whose code is a class, and the others.
  private func split(
    _ rows: [SheetStudy.FormRow]
  ) -> (classes: [SheetStudy.FormRow], values: [SheetStudy.FormRow]) {
    func isClass(_ row: SheetStudy.FormRow) -> Bool {
      let code = text(row, formCodeColumn)
      if let classification = table.definitions?.classification {
        return classification.isClass(code)
      }
      return code.utf8.count == 4 && Int(code) != nil
    }
    return (rows.filter(isClass), rows.filter { !isClass($0) })
  }

  /// A row's label as an indicator's name: `一、工业总产值(当年价格)` is 工业总产值.
  private func labelWords(_ row: SheetStudy.FormRow) -> String {
    let label = RowLabel.folded(text(row, table.label))
    let words = label.firstIndex(of: "(").map { String(label[..<$0]) } ?? label
    return words.isEmpty ? label : words
  }

  /// What the block by class is of: the last of the form's values that the head above it names,
  /// else its first.
  private func blockWords(
    above first: SheetStudy.FormRow, _ values: [SheetStudy.FormRow]
  ) -> String {
    let head = table.study.formRows.last { $0.number < first.number && !$0.hasNumbers }
    let words = values.map(labelWords)
    let headWords = head.map { RowLabel.folded(text($0, table.label)) } ?? ""
    return words.last { !$0.isEmpty && headWords.contains($0) } ?? words.first ?? headWords
  }

  private mutating func write(_ row: SheetStudy.FormRow) {
    let words = labelWords(row)
    let (id, indicator) = indicatorID(words)
    let stated = UnitOfMeasure(text(row, unitColumn))
    let (unit, _) = unit(stated, of: indicator)
    let code = text(row, formCodeColumn)
    var pairs = ["indicator: \(id)"]
    if !code.isEmpty { pairs.append("code: \(YAMLText.scalar(code))") }
    pairs.append("label: \(YAMLText.scalar(words))")
    pairs.append("unit: \(unit)")
    proposal.add(
      "  - {\(pairs.joined(separator: ", "))}",
      Remark(
        indicator == nil ? "unknown_row_indicator" : "row",
        ["row": String(row.number), "words": words]))
  }
}
