// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Ingest

@Suite struct ValueAddedFilesTests {
  private static let tree = Classification(
    edition: "test",
    categories: [("C", nil), ("39", "C"), ("391", "39"), ("3911", "391"), ("3912", "391")].map {
      Classification.Category(code: $0, name: LocalizedName(zh: $0), parent: $1)
    })

  private static func load(rates: String? = nil, prices: String? = nil) -> ValueAddedFiles {
    ValueAddedFiles(
      rates: rates.map { Array($0.utf8) }, prices: prices.map { Array($0.utf8) },
      classification: tree)
  }

  @Test func theNearestCategoryAndTheNewestRateCount() throws {
    let files = Self.load(
      rates: "code,from,rate\nC,2020-01..02,20\n39,2021-01..02,25.5\n3911,2021-03,26\n")
    #expect(files.findings.isEmpty)
    func rate(_ code: String, _ period: String) throws -> String? {
      try files.tables.rate(of: code, in: #require(Period(period)), Self.tree)?.value.description
    }
    #expect(try rate("3911", "2021-05") == "26")
    #expect(try rate("3911", "2021-01..02") == "25.5")
    #expect(try rate("3912", "2021-05") == "25.5")
    #expect(try rate("3912", "2020-05") == "20")
    #expect(try rate("3912", "2019-12") == nil)
    #expect(try rate("9999", "2021-05") == nil)
  }

  @Test func aPriceIsOfItsPeriodAndBasisOnly() throws {
    let files = Self.load(prices: "code,period,basis,index\n39,2021-05,ytd,101.2\n")
    func price(_ period: String, _ basis: Basis) throws -> String? {
      try files.tables.price(of: "3911", in: #require(Period(period)), basis: basis, Self.tree)?
        .value.description
    }
    #expect(try price("2021-05", .ytd) == "101.2")
    #expect(try price("2021-05", .month) == nil)
    #expect(try price("2021-06", .ytd) == nil)
  }

  @Test func anEntryKnowsItsCell() throws {
    let files = Self.load(rates: "code,from,rate\n39,2021-03,25\n")
    let entry = files.tables.rate(
      of: "39", in: try #require(Period("2021-05")), Self.tree)
    #expect(entry?.location.description == "Input/reference/value-added-rates.csv:2:3")
  }

  @Test(arguments: [
    ("99,2021-03,25", FindingCode.unknownName), (",2021-03,25", .badDefinition),
    ("39,2021-01,25", .badPeriod), ("39,2021,25", .badPeriod), ("39,2021-03,0", .badDefinition),
    ("39,2021-03,101", .badDefinition), ("39,2021-03,25%", .badDefinition),
    ("39,2021-03,25\n39,2021-03,26", .repeatedName),
  ])
  func slipsInRates(row: String, code: FindingCode) {
    #expect(Self.load(rates: "code,from,rate\n\(row)\n").findings.map(\.code) == [code])
  }

  @Test(arguments: [
    ("39,2021-03,year,101", FindingCode.badDefinition), ("39,2021-03,ytd,1.01", .badDefinition),
    ("39,2021-03,ytd,-101", .badDefinition), ("39,,ytd,101", .badPeriod),
    ("39,2021-03,ytd,101\n39,2021-03,ytd,101", .repeatedName),
  ])
  func slipsInPrices(row: String, code: FindingCode) {
    #expect(Self.load(prices: "code,period,basis,index\n\(row)\n").findings.map(\.code) == [code])
  }
}
