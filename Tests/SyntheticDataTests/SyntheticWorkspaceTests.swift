// SPDX-License-Identifier: Apache-2.0

import Statistics
import Testing

@testable import SyntheticData

@Suite struct SyntheticWorkspaceTests {
  @Test(arguments: SyntheticWorkspace.Format.allCases)
  func writesTheSameBytesTwice(format: SyntheticWorkspace.Format) throws {
    let first = try Fixture.written(Fixture.workspace(format: format))
    let second = try Fixture.written(Fixture.workspace(format: format))
    #expect(first.files == second.files)
  }

  @Test func anotherSeedDiffersInEveryFileOfReturns() throws {
    let first = try Fixture.written(Fixture.workspace(seed: 1))
    let second = try Fixture.written(Fixture.workspace(seed: 2))
    #expect(first.files.keys == second.files.keys)
    for (path, bytes) in first.files where path.contains("b204") {
      #expect(second.files[path] != bytes, "\(path)")
    }
  }

  @Test func writesOneFileAPeriodAndThreeTables() throws {
    let sink = try Fixture.written(
      Fixture.workspace(units: 3, from: "2020-12", to: "2021-01..02"))
    #expect(
      sink.files.keys.sorted() == [
        "Input/reference/register.csv",
        "Input/returns/2020/b204-1-2020-12.csv",
        "Input/returns/2020/bureau-investment-2020-12.csv",
        "Input/returns/2020/bureau-value-added-2020-12.csv",
        "Input/returns/2020/city-value-added-2020-12.csv",
        "Input/returns/2021/b204-1-2021-01-02.csv",
        "Input/returns/2021/bureau-investment-2021-01-02.csv",
        "Input/returns/2021/bureau-value-added-2021-01-02.csv",
        "Input/returns/2021/city-value-added-2021-01-02.csv",
      ])
  }

  @Test func holdsNoMoreThanABufferOfRows() throws {
    let sink = try Fixture.written(
      Fixture.workspace(units: 2000, from: "2021-12", to: "2021-12"))
    #expect(sink.rows("Input/returns/2021/b204-1-2021-12.csv").count == 2000)
    #expect(sink.largestWrite < 80 << 10)
    #expect(sink.byteCount > 5 * sink.largestWrite)
  }

  /// The committed sample: 300 units, three years. A row is at most 1.6 kB in SpreadsheetML.
  @Test func staysSmallEnoughToCommit() throws {
    let sink = try Fixture.written(
      Fixture.workspace(units: 100, from: "2022-06", to: "2022-12", format: .mixed))
    #expect(sink.byteCount * 3 * 33 / 7 < 15_000_000)
  }
}
