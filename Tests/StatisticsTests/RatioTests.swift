// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Statistics

@Suite struct RatioTests {
  @Test(arguments: [
    (1, 3, 1, "0.3"), (1, 20, 1, "0.1"), (-1, 20, 1, "-0.1"), (-1, 25, 1, "0.0"),
    (1, 25, 1, "0.0"), (1999, 1000, 2, "2.00"), (5, 2, 0, "3"), (-5, 2, 0, "-3"),
    (9995, 1000, 2, "10.00"), (0, 7, 1, "0.0"),
  ])
  func roundsHalfUpOnTheMagnitude(
    numerator: Int, denominator: Int, decimals: Int, text: String
  ) throws {
    let ratio = try Ratio(Int128(numerator), over: Int128(denominator))
    #expect(ratio.rounded(decimals: decimals) == text)
  }
}
