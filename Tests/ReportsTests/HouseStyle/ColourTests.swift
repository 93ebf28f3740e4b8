// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Reports

struct ColourTests {
  @Test(arguments: [("#0B4f7a", "#0b4f7a"), ("#0bf", "#00bbff"), ("#000000", "#000000")])
  func reads(text: String, css: String) {
    #expect(Colour(text)?.css == css)
  }

  @Test(arguments: [
    "", "#", "0b4f7a", "#0b4f7", "#0b4f7ag", "#０b4f7a", "red", "#12 456", "#+12345",
  ])
  func refuses(text: String) {
    #expect(Colour(text) == nil)
  }

  /// The ratios that WebAIM's and the W3C's pages state.
  @Test(arguments: [
    ("#000000", "#ffffff", 210), ("#777777", "#ffffff", 44), ("#767676", "#ffffff", 45),
    ("#ffffff", "#ffffff", 10), ("#0000ff", "#ffffff", 85), ("#ff0000", "#ffffff", 39),
  ])
  func contrast(one: String, other: String, tenths: Int) throws {
    let (one, other) = (try #require(Colour(one)), try #require(Colour(other)))
    #expect(one.contrast(with: other) == tenths)
    #expect(other.contrast(with: one) == tenths)
  }
}
