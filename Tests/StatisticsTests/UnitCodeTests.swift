// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Statistics

@Suite struct UnitCodeTests {
  @Test(arguments: [
    "91441900MA0000001A", "0", "000000000000000000", "00A", "A", "ZZZZZZZZZZZZZZZZZZ", "1234567890",
  ])
  func printsWhatItRead(text: String) {
    #expect(UnitCode(text)?.description == text)
  }

  @Test func smallLettersBecomeCapitals() {
    #expect(UnitCode("91441900ma0000001a") == UnitCode("91441900MA0000001A"))
  }

  @Test(arguments: [
    "", "91441900MA0000001AB", "91441900-MA", "９１", "注：", "91 44", "'91441900", "9.14E+17", "a_b",
  ])
  func refusesOtherText(text: String) {
    #expect(UnitCode(text) == nil)
  }

  @Test func differentCodesAreDifferent() {
    let codes = ["1", "01", "001", "10", "A", "0A", "A0"].compactMap { UnitCode($0) }
    #expect(Set(codes).count == 7)
  }
}
