// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Statistics

@Suite struct ReturnSlotsTests {
  private static func indicator(_ id: String, _ source: Indicator.Source = .reported) -> Indicator {
    Indicator(
      id: id, name: LocalizedName(zh: id), aliases: [], unit: .yuan, decimals: 0,
      isAdditive: true, source: source)
  }

  @Test func countsComeBehindTheValues() {
    let ten = Indicator.Minimum(indicator: "b", value: ExactDecimal(10))
    let slots = ReturnSlots([
      Self.indicator("a"), Self.indicator("b"), Self.indicator("c", .units(.atLeast(ten))),
      Self.indicator("d", .units(.atLeast(ten))), Self.indicator("e", .units(.all)),
      Self.indicator("f", .units(.atLeast(.init(indicator: "x", value: ExactDecimal(1))))),
    ])
    #expect(slots.units == 24)
    #expect(slots.counted == [.init(minimum: ten, indicator: 1)])
    #expect(slots.counting(ten, side: .current) == 25)
    #expect(slots.counting(ten, side: .reference) == 26)
    #expect(slots.counting(.init(indicator: "b", value: ExactDecimal(9)), side: .current) == nil)
    #expect(slots.count == 27)
  }
}
