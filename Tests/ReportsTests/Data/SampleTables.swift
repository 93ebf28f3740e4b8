// SPDX-License-Identifier: Apache-2.0

@testable import Reports

extension Table {
  /// Every part that a table can have, and what is told of numbers.
  static let sample = Table(
    caption: "分行业工业增加值：2021年1—5月规上工业增加值同比增长5.6%", stubHead: "行业",
    spanners: [TableSpanner(text: "5月", span: 1), TableSpanner(text: "1—5月", span: 2)],
    columns: [
      TableColumn(heading: "总量", unit: "亿元", flatHeading: "5月 总量（亿元）"),
      TableColumn(heading: "用工", unit: "人", flatHeading: "1—5月 用工（人）"),
      TableColumn(heading: "同比", unit: "%", flatHeading: "1—5月 同比（%）"),
    ],
    rows: [
      TableRow(
        stub: "规模以上工业", isTotal: true,
        cells: [
          TableCell(text: "1250.12"), TableCell(text: "5,071"), TableCell(text: "-9.9", mark: "①"),
        ]),
      TableRow(
        stub: "先进制造业", mark: "②", isPart: true,
        cells: [
          TableCell(text: "5", padding: "\u{2008}\u{2007}\u{2007}"), TableCell(text: "71"),
          TableCell(text: "…", reason: "未报送"),
        ]),
    ],
    footnotes: [
      TableFootnote(mark: "①", text: "近似数。"), TableFootnote(mark: "②", text: "口径为推定。"),
    ],
    sourceNotes: [TableFootnote(mark: "", text: "资料来源：样例。“…”表示无数据。")])

  /// Words that try to be something else.
  static let hostileTexts = [
    "<script>alert(1)</script>", "=1+1", "  =1+1", "a|b", "甲\u{202E}乙", "a\u{0}b\u{1F}",
    "一\r\n=2+2", "\"引号\",逗号", "@SUM(A1)", "＝１＋１", "_x0041__x000d_", "&lt;'&#39;", "-2+3", "\tx",
    String(repeating: "长", count: 10_000), "\u{FFFF}\u{E000}", "👨‍👩‍👧", "{=1}", "https://x.cn",
    "9144190000000000", "'", "",
  ]

  static let hostile = Table(
    caption: "=HYPERLINK(\"https://x.cn\")", stubHead: "+1+cmd",
    columns: [
      TableColumn(heading: "@a", unit: "=1", flatHeading: "@a（=1）", isText: true),
      TableColumn(heading: "b", unit: nil, flatHeading: "b"),
    ],
    rows: hostileTexts.map {
      TableRow(stub: $0, mark: $0, cells: [.words($0), TableCell(text: $0)])
    },
    footnotes: hostileTexts.map { TableFootnote(mark: $0, text: $0) },
    sourceNotes: hostileTexts.map { TableFootnote(mark: "", text: $0) })
}
