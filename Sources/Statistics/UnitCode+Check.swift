// SPDX-License-Identifier: Apache-2.0

/// The check character of a unified social credit code, GB 32100-2015, appendix A.
extension UnitCode {
  /// Whether it has the 18 characters of a unified social credit code and is none: its check
  /// character is wrong, or it has a letter that no such code has. Older, shorter codes have no
  /// check character and are not doubted.
  package var isDoubtful: Bool {
    let text = description
    guard text.utf8.count == 18 else { return false }
    return UnitCode.checkCharacter(of: text.utf8.prefix(17)) != text.utf8.last
  }

  /// The check character that belongs to its first 17 characters; `nil` for a code of another length
  /// and for one with a letter that no code has.
  package var expectedCheckCharacter: String? {
    let text = description
    guard text.utf8.count == 18 else { return nil }
    return UnitCode.checkCharacter(of: text.utf8.prefix(17)).map {
      String(Unicode.Scalar($0))
    }
  }

  /// 31 less the weighted sum modulo 31, over the digits and the letters without I, O, S, V and Z.
  ///
  /// - Parameter code: the first 17 characters, capitals.
  /// - Returns: `nil` for another number of characters and for other characters.
  package static func checkCharacter(of code: some Collection<UInt8>) -> UInt8? {
    guard code.count == weights.count else { return nil }
    var sum = 0
    for (character, weight) in zip(code, weights) {
      guard let value = alphabet.firstIndex(of: character) else { return nil }
      sum += value * weight
    }
    return alphabet[(31 - sum % 31) % 31]
  }

  /// Whether the 18 bytes, digits and capitals, end with the check character of those before it. The
  /// same as a code that is not doubtful, for a million of them.
  package static func hasItsCheckCharacter(_ code: ArraySlice<UInt8>) -> Bool {
    guard code.count == 18, let last = code.last else { return false }
    let (values, weights) = (values, weights)
    var sum = 0
    for (index, character) in code.dropLast().enumerated() {
      let value = values[Int(character)]
      if value < 0 { return false }
      sum += Int(value) * weights[index]
    }
    return alphabet[(31 - sum % 31) % 31] == last
  }

  /// By character: its place in the alphabet; −1 where it has none.
  private static let values: [Int8] = (0...255).map { character in
    Int8(alphabet.firstIndex(of: character) ?? -1)
  }

  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
  /// Powers of 3 modulo 31.
  private static let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
}
