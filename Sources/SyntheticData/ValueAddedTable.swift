// SPDX-License-Identifier: Apache-2.0

import Statistics

/// A bureau's monthly table of value added: levels and growth, computed one level above (下算一级).
struct ValueAddedTable {
  let period: Period
  let sums: BureauSums

  private static let header = [
    "指标名称", "本月", "本月止累计", "本月比上年同月增长(%)", "累计比上年同期增长(%)",
  ]

  func write(to table: TableWriter) throws {
    try table.title("东莞市万江街道规模以上工业增加值（\(period.titleText)）", across: 5)
    try table.row(["单位：亿元"])
    try table.row(ValueAddedTable.header)
    for (position, label) in BureauSectors.labels.enumerated() {
      if position == 1 { try table.row(["在总计中："]) }
      try write(label, sums.rows[position], to: table)
    }
    try table.row([Wording.note])
  }

  private func write(_ label: String, _ row: BureauSums.Row, to table: TableWriter) throws {
    let hasMonth = period.slot > 0
    table.beginRow()
    table.text(label)
    hasMonth ? table.number(try Wording.yi(thousands: row.month)) : table.blank()
    table.number(try Wording.yi(thousands: row.cumulative))
    hasMonth ? writeGrowth(row.month, over: row.referenceMonth, to: table) : table.blank()
    writeGrowth(row.cumulative, over: row.referenceCumulative, to: table)
    try table.endRow()
  }
}

extension ValueAddedTable {
  fileprivate func writeGrowth(_ current: Int, over reference: Int, to table: TableWriter) {
    guard let growth = Wording.growth(current, over: reference) else { return table.blank() }
    table.number(growth)
  }
}
