// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Statistics

@Suite struct FindingTests {
  private static let ordered = [
    Finding(.missingDefinition),
    Finding(.missingColumn, at: Location(file: "a", row: 1)),
    Finding(.notANumber, at: Location(file: "a", row: 2, column: 3)),
    Finding(.badUnitCode, at: Location(file: "a", row: 2, column: 3)),
    Finding(.emptyFile, at: Location(file: "b")),
    Finding(.notReported, at: Location(file: "a"), raw: "1"),
    Finding(.notReported, at: Location(file: "a"), raw: "2"),
    Finding(.unknownColumn, at: Location(file: "a", row: 1)),
  ]

  @Test func ordersBySeverityPlaceCodeAndText() {
    #expect(Self.ordered.reversed().sorted() == Self.ordered)
  }

  @Test func anyShuffleSortsIntoOneOrder() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<50 {
      #expect(Self.ordered.shuffled(using: &generator).sorted() == Self.ordered)
    }
  }

  @Test func twoUnitsAtOnePlaceHaveAnOrder() {
    let findings = ["1", "2"].map {
      Finding(.notReported, at: Location(file: "a"), unit: UnitCode($0))
    }
    #expect(findings[0] < findings[1])
    #expect(!(findings[1] < findings[0]))
  }

  @Test func twoPeriodsAtOnePlaceHaveAnOrder() throws {
    let periods = try ["2021-03", "2021-04"].map { try #require(Period($0)) }
    let findings = periods.map { Finding(.notReported, at: Location(file: "a"), period: $0) }
    #expect(findings[0] < findings[1])
    #expect(!(findings[1] < findings[0]))
  }

  @Test func aLongTextIsCut() {
    let long = String(repeating: "万", count: 1001)
    #expect(Finding(.notANumber, raw: long).raw == String(long.dropLast()) + "…")
    #expect(Finding(.notANumber, raw: String(long.dropLast())).raw == String(long.dropLast()))
  }
}
