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

  /// The first is the example of GB 32100-2015 itself.
  @Test(arguments: ["91350100M000100Y43", "91441900XN0000012P", "91441900xn0000012p"])
  func aValidCreditCodeIsNotDoubted(text: String) throws {
    #expect(try #require(UnitCode(text)).isDoubtful == false)
  }

  @Test(arguments: [
    ("91350100M000100Y44", "3"), ("91350100M000100Y4Z", "3"), ("91441900MA0000001A", "0"),
    // I, O, S, V and Z stand in no code, so that no check character belongs to it.
    ("9135O100M000100Y43", nil), ("ZZZZZZZZZZZZZZZZZZ", nil),
  ])
  func aWrongCheckCharacterIsDoubtful(text: String, expected: String?) throws {
    let code = try #require(UnitCode(text))
    #expect(code.isDoubtful)
    #expect(code.expectedCheckCharacter == expected)
  }

  @Test(arguments: ["91A", "1234567890", "91350100M000100Y4"])
  func shorterCodesHaveNoCheckCharacter(text: String) throws {
    let code = try #require(UnitCode(text))
    #expect(!code.isDoubtful && code.expectedCheckCharacter == nil)
  }

  /// Any one character mistaken for another, and most pairs exchanged, are noticed.
  @Test func everySingleSlipIsDoubtful() throws {
    let valid = Array("91350100M000100Y43")
    for position in valid.indices {
      for other in "0123456789ABCDEFGHJKLMNPQRTUWXY" where other != valid[position] {
        var slip = valid
        slip[position] = other
        #expect(try #require(UnitCode(String(slip))).isDoubtful)
      }
    }
  }
}
