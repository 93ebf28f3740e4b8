// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Statistics

@Suite struct LocationTests {
  @Test(arguments: [
    (1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (53, "BA"), (702, "ZZ"), (703, "AAA"),
    (16384, "XFD"),
  ])
  func namesColumnsAsSpreadsheetsDo(column: Int, letters: String) {
    #expect(Location.letters(ofColumn: column) == letters)
  }

  @Test(arguments: [
    (Location(file: "Input/a.csv", row: 400, column: 7, line: 418), "Input/a.csv:418:7"),
    (Location(file: "Input/a.csv", row: 3), "Input/a.csv:3"), (Location(file: "a.csv"), "a.csv"),
    (Location(file: "a.xml", sheet: "Sheet1", row: 418, column: 7), "a.xml:Sheet1!G418"),
    (Location(file: "a.xml", sheet: "表 1", row: 418), "a.xml:表 1!418"),
    (Location(file: "a.xml", sheet: "Sheet1"), "a.xml:Sheet1"),
  ])
  func saysWhereInTheWayOfTheFormat(location: Location, text: String) {
    #expect(location.description == text)
  }

  @Test func theCellNeedsRowAndColumn() {
    #expect(Location(file: "a", row: 418, column: 7).cell == "G418")
    #expect(Location(file: "a", row: 418).cell == nil)
    #expect(Location(file: "a", column: 7).cell == nil)
  }

  @Test func ordersByFileSheetRowLineAndColumn() {
    let ordered = [
      Location(file: "a", sheet: "1"), Location(file: "a", sheet: "1", row: 2, column: 9),
      Location(file: "a", sheet: "1", row: 10, column: 1),
      Location(file: "a", sheet: "1", row: 10, column: 2), Location(file: "a", sheet: "2", row: 1),
      Location(file: "b"), Location(file: "b", line: 4), Location(file: "b", line: 11),
    ]
    #expect(ordered.reversed().sorted() == ordered)
  }
}
