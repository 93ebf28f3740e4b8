// SPDX-License-Identifier: Apache-2.0
import Statistics

/// `shape: unit-rows`.
extension ProposalWriter {
  mutating func writeUnitRows() {
    if table.unitCode?.words.contains("项目") ?? false {
      proposal.add("population: open", Remark("population_open"))
    }
    if table.period == nil { writePeriod() }
    writeUnitRowsKeys()
    let keys = Set([table.unitCode, industryColumn, table.period].compactMap(\.?.column))
    var ignored: [(Header.Column, Remark)] = []
    var groups: [ValueGroup] = []
    for column in table.columns where !keys.contains(column.column) {
      guard table.counts(column).isNumeric, !isCodeColumn(column) else {
        ignored.append((column, seen(column)))
        continue
      }
      place(column, &groups, &ignored)
    }
    writeIgnored(ignored)
    proposal.addBlank()
    if groups.isEmpty { return proposal.add("values: []", Remark("no_values")) }
    proposal.add("values:", Remark("values"))
    for group in groups { write(group) }
  }

  private mutating func writeUnitRowsKeys() {
    proposal.addBlank()
    proposal.add("keys:")
    if let unit = table.unitCode {
      proposal.add("  unit: \(YAMLText.list([words(unit)]))", seen(unit))
    }
    if let industry = industryColumn {
      proposal.add("  industry: \(YAMLText.list([words(industry)]))", seen(industry))
    } else {
      proposal.add("  industry: [TODO_INDUSTRY]", Remark("no_industry"))
    }
    if let period = table.period {
      proposal.add("  period: \(YAMLText.list([words(period)]))", seen(period))
    }
  }

  /// The columns of one indicator.
  private struct ValueGroup {
    let name: String
    let id: String
    let indicator: Indicator?
    var columns: [(part: ValuePart, column: Header.Column, isPartStated: Bool)] = []
  }

  private mutating func place(
    _ column: Header.Column, _ groups: inout [ValueGroup],
    _ ignored: inout [(Header.Column, Remark)]
  ) {
    let meaning = HeaderMeaning(column.words, unit: column.unit)
    guard meaning.measure == .level else {
      ignored.append((column, Remark("rate")))
      return
    }
    let name = meaning.rest.isEmpty ? column.words : meaning.rest
    let (id, indicator) = indicatorID(name)
    if let indicator, let unit = column.unit, unit.factor(to: indicator.unit) == nil {
      ignored.append((column, Remark("other_dimension", ["unit": indicator.unit.symbol])))
      return
    }
    let index = groups.firstIndex { $0.id == id } ?? groups.endIndex
    if index == groups.endIndex {
      groups.append(ValueGroup(name: name, id: id, indicator: indicator))
    }
    if groups[index].columns.contains(where: { $0.part == meaning.part }) {
      ignored.append((column, Remark("same_value", ["indicator": id])))
    } else {
      groups[index].columns.append((meaning.part, column, meaning.isBasisStated))
    }
  }

  private mutating func write(_ group: ValueGroup) {
    proposal.add(
      "  - indicator: \(group.id)",
      Remark(group.indicator == nil ? "unknown_indicator" : "indicator", ["words": group.name]))
    let stated = group.columns.lazy.compactMap(\.column.unit).first
    let (unit, why) = unit(stated, of: group.indicator)
    proposal.add("    unit: \(unit)", why)
    proposal.add("    columns:")
    for part in ValuePart.allCases {
      for (_, column, isStated) in group.columns
      where part == HeaderMeaning(column.words, unit: column.unit).part {
        proposal.add(
          "      \(part.rawValue): \(YAMLText.scalar(words(column)))",
          isStated ? seen(column, isValue: true) : Remark("basis_assumed"))
      }
    }
  }
}
