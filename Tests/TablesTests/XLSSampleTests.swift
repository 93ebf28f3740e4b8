// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Tables

/// Values as xlrd gives them.
@Suite(.enabled(if: Samples.areThere, "no folder ../shared/samples"))
struct XLSSampleTests {
  @Test func theNationalBureausExportIsRead() throws {
    let recorder = record(Samples.bytes("nbs/hgyd_iva_total.xls"))
    #expect(recorder.problems.isEmpty)
    #expect(recorder.table?.format == .xls)
    #expect(recorder.sheets.map(\.description.name) == ["月度数据"])
    let rows = recorder.rows
    #expect(rows.map(\.number) == Array(1...9))
    #expect(rows[2].texts.prefix(3) == ["指标", "2020年4月", "2020年3月"])
    #expect(rows[3].texts.prefix(4) == ["工业增加值同比增长(%)", "3.9", "-1.1", "6.9"])
    #expect(rows[3].cells.prefix(4).map(\.column) == [1, 2, 3, 5])
    #expect(rows[3].cells.prefix(2).map(\.kind) == [.text, .number])
  }
}
