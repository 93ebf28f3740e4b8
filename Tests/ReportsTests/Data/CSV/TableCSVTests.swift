// SPDX-License-Identifier: Apache-2.0
import Statistics
import Tables
import Testing

@testable import Reports

struct TableCSVTests {
  private let chinese = MessageCatalogue(.chinese, from: Templates())

  private func text(_ table: Table) -> String {
    String(decoding: tableCSV(table, in: chinese), as: UTF8.self)
  }

  @Test func numbersAreDigitsAndTheRestIsInTheNotes() {
    #expect(
      text(.sample) == """
        \u{FEFF}行业,5月 总量（亿元）,1—5月 用工（人）,1—5月 同比（%）,说明\r
        规模以上工业,1250.12,5071,-9.9,1—5月 同比（%）：近似数\r
        先进制造业,5,71,,口径为推定；1—5月 同比（%）：未报送\r

        """)
  }

  @Test func aTableWithoutMarksHasNoColumnOfNotes() {
    let table = Table(
      caption: "", stubHead: "a", columns: [TableColumn(heading: "b", unit: nil, flatHeading: "b")],
      rows: [TableRow(stub: "c", cells: [TableCell(text: "1")])])
    #expect(text(table) == "\u{FEFF}a,b\r\nc,1\r\n")
  }

  @Test func unitsThatDifferHaveAColumnOfTheirOwn() {
    let table = Table(
      caption: "", stubHead: "目标",
      columns: [TableColumn(heading: "数值", unit: nil, flatHeading: "数值")],
      rows: [
        TableRow(stub: "甲", cells: [TableCell(text: "50.1", unit: "亿元")]),
        TableRow(stub: "乙", cells: [TableCell(text: "7.6", unit: " %")]),
      ])
    #expect(text(table) == "\u{FEFF}目标,数值,数值（计量单位）\r\n甲,50.1,亿元\r\n乙,7.6,%\r\n")
  }

  @Test func aRowOfTooFewCellsIsFilledUp() {
    var table = Table.sample
    table.rows = [TableRow(stub: "x", cells: [])]
    #expect(text(table).hasSuffix("\r\nx,,,\r\n"))
  }

  @Test func hostileWordsReadBackHarmless() {
    let back = ReadBack.of(tableCSV(.hostile, in: chinese))
    #expect(back.problems.isEmpty)
    #expect(back.encoding == .utf8WithMark)
    let cells = back.sheets[0].cells
    for (index, text) in Table.hostileTexts.enumerated() {
      let stub = cells["A\(index + 2)"]?.text ?? ""
      #expect(stub == harmless(text) || stub == "'" + harmless(text))
    }
    for cell in cells.values {
      #expect(!"=@＝＠".contains(cell.text.drop { $0 == " " }.first ?? "x"))
      #expect(!cell.text.unicodeScalars.contains { $0.properties.generalCategory == .control })
      #expect(!cell.text.unicodeScalars.contains("\u{202E}"))
    }
  }
}
