// SPDX-License-Identifier: Apache-2.0

import Statistics

/// A city's monthly table of growth, which the sub-district's own is held against. Invented like all
/// else: four fifths of the sub-district's growth and 0.6 points.
struct CityTable {
  let period: Period
  let sums: BureauSums

  func write(to table: TableWriter) throws {
    try table.title("东莞市规模以上工业增加值（\(period.titleText)）", across: 2)
    try table.row(["指标名称", "累计比上年同期增长(%)"])
    for (position, label) in BureauSectors.labels.enumerated() {
      table.beginRow()
      table.text(label)
      let row = sums.rows[position]
      Self.growth(row.cumulative, over: row.referenceCumulative).map(table.number) ?? table.blank()
      try table.endRow()
    }
    try table.row([Wording.note])
  }

  private static func growth(_ current: Int, over reference: Int) -> String? {
    guard reference > 0 else { return nil }
    let change = Int128(current - reference) * 80
    let growth = try? Ratio(change, over: Int128(reference)).adding(Ratio(3, over: 5))
    return growth?.rounded(decimals: 1)
  }
}
