// SPDX-License-Identifier: Apache-2.0

import Statistics

/// A bureau's monthly table of industrial investment; only cumulative, as it is surveyed.
struct InvestmentTable {
  let period: Period
  let investment: Investment

  func write(to table: TableWriter) throws {
    try table.title("东莞市万江街道工业投资（\(period.titleText)）", across: 3)
    try table.row(["单位：亿元"])
    try table.row(["指标名称", "本月止累计", "累计比上年同期增长(%)"])
    for kind in Investment.Kind.allCases {
      let current = investment.cumulative(kind, period)
      let reference = investment.cumulative(kind, period.yearEarlier)
      table.beginRow()
      table.text(kind.label)
      table.number(try Wording.yi(thousands: current))
      Wording.growth(current, over: reference).map(table.number) ?? table.blank()
      try table.endRow()
    }
    try table.row([Wording.note])
  }
}
