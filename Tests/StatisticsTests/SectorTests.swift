// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@Suite struct SectorTests {
  private static func sector() throws -> Sector {
    Sector(
      id: "s", name: LocalizedName(zh: "s"), aliases: [], definition: .classes(["3"]),
      earlier: [
        .init(.classes(["1"]), until: try #require(Period("2019-01..02"))),
        .init(.flag("f"), until: try #require(Period("2021-03"))),
      ], standing: .documented, note: LocalizedName(zh: ""))
  }

  @Test(arguments: [
    ("2018", Sector.Definition.classes(["1"])), ("2018-12", .classes(["1"])),
    ("2019-01..02", .flag("f")), ("2021-01..02", .flag("f")), ("2021-03", .classes(["3"])),
    ("2021-Q1", .classes(["3"])), ("2030", .classes(["3"])),
  ])
  func eachPeriodHasItsDefinition(period: String, definition: Sector.Definition) throws {
    #expect(try Self.sector().definition(in: #require(Period(period))) == definition)
  }

  @Test func itsBreaksAreWhereOneEnds() throws {
    #expect(try Self.sector().breaks.map(\.description) == ["2019-01..02", "2021-03"])
  }
}
