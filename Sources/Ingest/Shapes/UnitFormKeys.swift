// SPDX-License-Identifier: Apache-2.0
import Statistics
import Tables

/// The header fields of one unit's form: who reports, in which industry, for which period.
struct UnitFormKeys {
  private(set) var unit: UnitCode?
  private(set) var industry: Int16?
  let period: Period?
  private let isRegistered: Bool
  private var unitPlace: Location
  private var industryPlace: Location
  private var industryText = ""

  /// Whether all could be read; what could not is a finding.
  var areWhole: Bool { unit != nil && industry != nil && period != nil }

  init(_ layout: UnitFormLayout, _ context: SheetContext) {
    period = context.preamble.period(context.layout.period)
    isRegistered = layout.population == .register
    unitPlace = context.header.location
    industryPlace = context.header.location
    readUnit(layout, context)
    if period == nil { context.report(.noPeriod, at: context.header.location, unit: unit) }
    readIndustry(layout, context)
  }

  private mutating func readUnit(_ layout: UnitFormLayout, _ context: SheetContext) {
    guard let field = context.preamble.field(layout.unit) else {
      context.report(
        .missingField, at: context.header.location, period: period,
        ["field": layout.unit.first ?? ""])
      return
    }
    unitPlace = context.location(row: field.row.number, line: field.row.line, column: field.column)
    unit = UnitCode(HeaderText.folded(field.text))
    if unit == nil { context.report(.badUnitCode, at: unitPlace, period: period, raw: field.text) }
  }

  private mutating func readIndustry(_ layout: UnitFormLayout, _ context: SheetContext) {
    guard let field = context.preamble.field(layout.industry) else {
      context.report(
        .missingField, at: context.header.location, period: period, unit: unit,
        ["field": layout.industry.first ?? ""])
      return
    }
    let classes = context.contents.classes
    industryText = HeaderText.folded(field.text)
    industryPlace = context.location(
      row: field.row.number, line: field.row.line, column: field.column)
    industry = classes[industryText]
    if industry == nil {
      context.report(
        .unknownIndustry, at: industryPlace, period: period, unit: unit, raw: field.text,
        ["suggestion": context.contents.suggestions.near(industryText, among: classes.classes)])
    }
  }

  /// Compares with the register. - Returns: `false` for an error.
  func check(_ reference: UnitReference, _ context: SheetContext) -> Bool {
    let units = context.contents.units
    guard isRegistered, units.hasRegister, let unit else { return true }
    switch units.check(reference, industry: industry, period: period) {
    case .agrees: return true
    case .unknown:
      context.report(.unknownUnit, at: unitPlace, period: period, unit: unit, raw: unit.description)
      return false
    case .outside(let enters, let leaves):
      context.report(
        .outsidePopulation, at: unitPlace, period: period, unit: unit, raw: unit.description,
        ["enters": enters?.description ?? "", "leaves": leaves?.description ?? ""])
    case .otherIndustry(let registered):
      context.report(
        .industryDiffers, at: industryPlace, period: period, unit: unit, raw: industryText,
        ["registered": registered, "unit": unit.description])
    }
    return true
  }
}
