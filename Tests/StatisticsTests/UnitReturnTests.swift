// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Statistics

@Suite struct UnitReturnTests {
  @Test func everySlotHasItsOwnPlace() {
    var indices: [Int] = []
    for indicator in 0..<3 {
      for basis in Basis.allCases {
        for side in Side.allCases {
          indices.append(ReturnSlot(indicator: indicator, basis: basis, side: side).index)
        }
      }
    }
    #expect(indices.sorted() == Array(0..<3 * ReturnSlot.perIndicator))
  }

  @Test func sixtyFourFlagsAreApart() {
    let flags = (0..<64).map { RegisterFlags(position: $0) }
    #expect(Set(flags.map(\.rawValue)).count == 64)
    #expect(flags.reduce(into: RegisterFlags()) { $0.formUnion($1) }.rawValue == .max)
    #expect(!RegisterFlags(position: 1).contains(RegisterFlags(position: 0)))
  }
}
