// SPDX-License-Identifier: Apache-2.0

import Statistics

/// The flat form of B204-1 (工业产销总值及主要产品产量): one row a unit.
struct ReturnsTable {
  let period: Period
  let population: Population

  static let header: [String] =
    ["统一社会信用代码", "单位详细名称", "行政区划代码", "行业代码", "登记注册类型", "报告期"]
    + indicators.flatMap { name, unit in
      ["本月", "1-本月", "上年同期_本月", "上年同期_1-本月"].map { "\(name)_\($0)(\(unit))" }
    }

  private static let indicators = [
    ("工业总产值", "千元"), ("工业销售产值", "千元"), ("出口交货值", "千元"), ("工业增加值", "千元"),
    ("营业收入", "千元"), ("平均用工人数", "人"),
  ]

  func writeHeader(to table: TableWriter) throws {
    table.beginRow()
    for name in ReturnsTable.header { table.text(name) }
    try table.endRow()
  }

  func write(_ unit: SyntheticUnit, _ values: UnitReturnValues, to table: TableWriter) throws {
    table.beginRow()
    table.text(unit.code.text)
    table.text(population.name(of: unit))
    table.text(ReturnsTable.region)
    table.text(unit.profile.industry)
    table.text(unit.registration)
    table.text(period.platformText)
    for flow in ReturnsTable.flows { write(flow, values, to: table) }
    writeEmployment(values, to: table)
    try table.endRow()
  }

  /// 万江街道, with the three digits that name a street within 东莞.
  static let region = "441900005"

  private static let flows: [@Sendable (Flows) -> Int] = [
    \.output, \.sales, \.exports, \.valueAdded, \.revenue,
  ]

  private func write(
    _ flow: (Flows) -> Int, _ values: UnitReturnValues, to table: TableWriter
  ) {
    writeMonth(flow(values.current.month), to: table)
    table.number(flow(values.current.cumulative))
    writeMonth(flow(values.reference.month), to: table)
    table.number(flow(values.reference.cumulative))
  }

  private func writeEmployment(_ values: UnitReturnValues, to table: TableWriter) {
    writeMonth(values.current.monthEmployment, to: table)
    table.number(values.current.averageEmployment)
    writeMonth(values.reference.monthEmployment, to: table)
    table.number(values.reference.averageEmployment)
  }

  /// January and February are surveyed together: there is no month value.
  private func writeMonth(_ value: Int, to table: TableWriter) {
    period.slot == 0 ? table.blank() : table.number(value)
  }
}

/// What one unit reports for one period: its own year and the year before (上年同期).
struct UnitReturnValues: Hashable, Sendable {
  let current: YearToDate
  let reference: YearToDate

  init(_ model: UnitModel, _ period: Period) {
    current = model.yearToDate(period.year, through: period.slot)
    reference = model.yearToDate(period.year - 1, through: period.slot)
  }
}
