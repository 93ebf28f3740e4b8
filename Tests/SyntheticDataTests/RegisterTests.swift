// SPDX-License-Identifier: Apache-2.0

import Statistics
import Testing

@testable import SyntheticData

@Suite struct RegisterTests {
  private static let code = "统一社会信用代码"

  @Test(arguments: ["2020-07", "2020-08", "2021-01..02", "2021-12", "2022-01..02"])
  func agreesWithTheReturns(periodText: String) throws {
    let period = try #require(Period(periodText))
    let sink = try Fixture.written(
      Fixture.workspace(units: 240, from: periodText, to: "2022-01..02"))
    let path = "Input/returns/\(period.year)/b204-1-\(period.fileText).csv"
    let listed = sink.rows("Input/reference/register.csv").filter {
      let entry = Period($0["入库报告期"] ?? "")
      let exit = Period($0["退库报告期"] ?? "")
      return entry.map { $0 <= period } ?? true && exit.map { period < $0 } ?? true
    }
    let returned = sink.rows(path)
    #expect(returned.count > 200)
    #expect(returned.map { $0[Self.code] } == listed.map { $0[Self.code] })
    for name in ["单位详细名称", "行业代码", "行政区划代码"] {
      #expect(returned.map { $0[name] } == listed.map { $0[name] })
    }
  }

  @Test func theLastPeriodHasAllUnitsAndEarlierOnesFewer() throws {
    let workspace = try Fixture.workspace(units: 300, from: "2020-01..02", to: "2022-12")
    let counts = try [(2020, 2), (2020, 12), (2021, 12), (2022, 12)].map { year, month in
      let period = try #require(Period(year: year, month: month))
      return (0..<workspace.population.count).count {
        workspace.population.unit($0).reports(in: period)
      }
    }
    #expect(counts == [276, 276, 289, 300])
  }

  @Test func codesAndNamesAreUniqueAndSayThatTheyAreInvented() throws {
    let workspace = try Fixture.workspace(units: 5000)
    let units = (0..<workspace.population.count).map(workspace.population.unit)
    let names = units.map(workspace.population.name)
    #expect(Set(names).count == names.count)
    #expect(Set(units.map(\.code.text)).count == units.count)
    #expect(names.allSatisfy { $0.contains("（虚构）") })
    #expect(units.allSatisfy { $0.community.hasPrefix("虚构社区") })
    #expect(Set(units.map(\.community)).count == 28)
  }

  @Test func checkCharactersAreThoseOfTheStandard() {
    let code = CreditCode(number: 123_456).bytes
    #expect(code.count == 18)
    #expect(UnitCode.checkCharacter(of: code.dropLast()) == code[17])
    #expect(CreditCode(number: 123_456).text.hasPrefix("91441900XN123456"))
  }
}
