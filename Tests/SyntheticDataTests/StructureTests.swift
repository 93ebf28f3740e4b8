// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import SyntheticData

@Suite struct StructureTests {
  @Test func thereAreThreeHundredPlaces() {
    #expect(UnitSlot.all.count == 300)
    #expect(UnitSlot.all.allSatisfy { $0.output > 0 })
    // A step that has no factor in common with the count takes each place once.
    #expect(Set((0..<300).map { $0 * 163 % 300 }).count == 300)
  }

  @Test func noIndustryOccursTwiceAndAllAreIndustrialClasses() {
    let codes = IndustryProfile.all.map(\.industry)
    #expect(Set(codes).count == codes.count)
    for code in codes {
      #expect(code.utf8.count == 4 && code.utf8.allSatisfy { (48...57).contains($0) })
      #expect(("13"..."46").contains(code.prefix(2)))
    }
  }

  @Test(arguments: [Course.smart, .maskMachinery, .mask, .steady, .traditional, .utility])
  func seasonsAddUpToTheYear(course: Course) {
    for year in 2018...2023 {
      #expect(course.season(of: year).count == 11)
      #expect(course.season(of: year).reduce(0, +) == 1_000_000)
    }
  }

  @Test func drawsAreFoundByPlace() {
    let draw = Draw(seed: 7)
    #expect(draw.at(3).at(4).below(1 << 31) == draw.at(3).at(4).below(1 << 31))
    #expect(draw.at(3).at(4).below(1 << 31) != draw.at(4).at(3).below(1 << 31))
    let sample = (0..<1000).map { draw.at($0).permille(50) }
    #expect(sample.min() == 950 && sample.max() == 1050)
    #expect((995...1005).contains(sample.reduce(0, +) / 1000))
  }

  /// The first values of SplitMix64 seeded with 0 would show a slip in the constants.
  @Test func mixesAsSplitMix64() {
    #expect(Draw(seed: 0).below(1 << 32) == 0xE220_A839)
  }

  /// Pinned: a machine, compiler or change that moves a value moves every committed sample.
  @Test func aValueIsTheSameEverywhere() throws {
    let workspace = try Fixture.workspace(units: 300, from: "2020-01..02", to: "2022-12")
    let model = workspace.scale.model(of: workspace.population.unit(42))
    let year = model.yearToDate(2022, through: 10)
    #expect(
      year.cumulative
        == Flows(output: 96_939, sales: 95_007, exports: 0, valueAdded: 21_580, revenue: 95_528))
    #expect(year.averageEmployment == 153)
  }
}
