// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Aggregation

@Suite struct RevisionTriangleTests {
  private func value(_ text: String?) throws -> ExactFraction? {
    try text.map { try #require(ExactFraction(exactText: $0)) }
  }

  /// Months of 2021 from March on, each with what its vintages said.
  private func triangle(_ rows: [[String?]]) throws -> RevisionTriangle {
    RevisionTriangle(
      rows: try rows.enumerated().map { index, values in
        RevisionTriangle.Row(
          period: try #require(Period(year: 2021, month: 3 + index)),
          values: try values.map(value))
      })
  }

  /// By hand: R = 0.5, −0.2, 0; ΣR = 0.3, Σ|R| = 0.7.
  @Test func meansAreOverPeriodsWithMoreThanOneVintage() throws {
    let summary = try #require(
      try triangle([["10.0", "10.5"], ["8.2", "8.0"], ["7", "7.3", "7"], ["5"]]).summary)
    #expect(summary.count == 3 && summary.up == 1 && summary.down == 1)
    #expect(summary.mean.exactText == "0.1")
    #expect(summary.meanAbsolute.exactText == "7/30")
    #expect(summary.largest.period.description == "2021-03")
    #expect(summary.largest.revision.exactText == "0.5")
    #expect(summary.isBiased == false)
  }

  /// R = 1.0, 1.1, 0.9: mean 1, s = 0.1, t = 1 ÷ (0.1 ÷ √3) = 17.3, above 4.303.
  @Test func revisionsThatAllGoOneWayAreBias() throws {
    let summary = try #require(try triangle([["1", "2"], ["1", "2.1"], ["1", "1.9"]]).summary)
    #expect(summary.isBiased == true)
  }

  @Test func twoPeriodsAreNotTested() throws {
    let summary = try #require(try triangle([["1", "2"], ["1", "2"]]).summary)
    #expect(summary.isBiased == nil)
  }

  @Test func missingValuesAreNoValues() throws {
    let rows = try triangle([[nil, "3", "5"], ["1", nil], [nil, nil]]).rows
    #expect(rows.map { $0.revision?.exactText } == ["2", nil, nil])
  }

  @Test func noRevisionsGiveNoSummary() throws {
    #expect(try triangle([["1"], [], [nil]]).summary == nil)
  }

  @Test(arguments: ["0", "-3", "12.5", "37/3", "-599725/39357376", "0.000000000000001"])
  func readsExactTexts(text: String) throws {
    #expect(try #require(ExactFraction(exactText: text)).exactText == text)
  }

  @Test(arguments: ["", ".", "1.", "x", "1/0", "1/-2", "1/2/3", "1e5", "1/", "--1"])
  func refusesOtherTexts(text: String) { #expect(ExactFraction(exactText: text) == nil) }
}
