// SPDX-License-Identifier: Apache-2.0

import Statistics
import Testing

@testable import SyntheticData

@Suite struct ReturnsTests {
  private static let code = "统一社会信用代码"
  private static let flows = ["工业总产值", "工业销售产值", "出口交货值", "工业增加值", "营业收入"]

  @Test func hasTheHeaderOfTheFlatForm() {
    #expect(ReturnsTable.header.count == 30)
    #expect(ReturnsTable.header[6] == "工业总产值_本月(千元)")
    #expect(ReturnsTable.header[21] == "工业增加值_上年同期_1-本月(千元)")
    #expect(ReturnsTable.header[29] == "平均用工人数_上年同期_1-本月(人)")
  }

  @Test func cumulativeValuesAreTheSumsOfTheMonths() throws {
    let sink = try Fixture.written(Fixture.workspace(from: "2021-01..02", to: "2021-05"))
    var sums: [String: [Int]] = [:]
    for month in ["01-02", "03", "04", "05"] {
      for row in sink.rows("Input/returns/2021/b204-1-2021-\(month).csv") {
        let cumulative = try Self.values(row, "_1-本月(千元)")
        let added = month == "01-02" ? cumulative : try Self.values(row, "_本月(千元)")
        let unit = try #require(row[Self.code])
        let sum = zip(sums[unit] ?? [0, 0, 0, 0, 0], added).map(+)
        #expect(sum == cumulative)
        sums[unit] = sum
      }
    }
    #expect(sums.count >= 60)
  }

  @Test func theNextYearRefersToWhatWasReported() throws {
    let sink = try Fixture.written(Fixture.workspace(from: "2020-11", to: "2021-11"))
    let before = sink.rows("Input/returns/2020/b204-1-2020-11.csv")
    let after = sink.rows("Input/returns/2021/b204-1-2021-11.csv")
    let byUnit = Dictionary(uniqueKeysWithValues: before.map { ($0[Self.code], $0) })
    var met = 0
    for row in after {
      guard let old = byUnit[row[Self.code]] else { continue }
      met += 1
      for kind in ["本月", "1-本月"] {
        for flow in Self.flows {
          #expect(old["\(flow)_\(kind)(千元)"] == row["\(flow)_上年同期_\(kind)(千元)"])
        }
        #expect(old["平均用工人数_\(kind)(人)"] == row["平均用工人数_上年同期_\(kind)(人)"])
      }
    }
    #expect(met > 50)
  }

  @Test func januaryAndFebruaryHaveNoMonthValues() throws {
    let sink = try Fixture.written(Fixture.workspace(to: "2021-01..02"))
    let row = try #require(sink.rows("Input/returns/2021/b204-1-2021-01-02.csv").first)
    #expect(row["报告期"] == "202102")
    for (name, value) in row where name.contains("_") {
      #expect(value.isEmpty == !name.contains("1-本月"), "\(name)")
    }
  }

  @Test func valuesArePlausible() throws {
    let sink = try Fixture.written(
      Fixture.workspace(units: 300, from: "2021-06", to: "2021-06"))
    let rows = sink.rows("Input/returns/2021/b204-1-2021-06.csv")
    #expect(rows.count == 300)
    for row in rows {
      let values = try Self.values(row, "_1-本月(千元)")
      #expect(values.allSatisfy { $0 >= 0 } && values[0] > 0)
      #expect(values[1] <= values[0] && values[2] <= values[1])
      #expect((16...30).contains(values[3] * 100 / values[0]))
    }
  }

  @Test func employmentIsTheAverageOfTheMonths() throws {
    let workspace = try Fixture.workspace()
    let model = workspace.scale.model(of: workspace.population.unit(5))
    let staff = (0...3).map { model.yearToDate(2021, through: $0).monthEmployment }
    let average = model.yearToDate(2021, through: 3).averageEmployment
    #expect(average == (2 * staff[0] + staff[1] + staff[2] + staff[3]).divided(by: 5))
  }

  private static func values(_ row: [String: String], _ suffix: String) throws -> [Int] {
    try flows.map { try #require(Int(row[$0 + suffix] ?? "")) }
  }
}
