// SPDX-License-Identifier: Apache-2.0
import BigInt
import Statistics

extension ExactFraction {
  /// Reads what `exactText` gives: `12.5`, `-3`, `37/3`. `nil` for any other text.
  package init?(exactText text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard let first = parts.first, parts.count <= 2, text.utf8.count <= 1000,
      let top = Self.decimal(first)
    else { return nil }
    guard parts.count == 2 else {
      self = top
      return
    }
    guard let bottom = BigInt(String(parts[1])), bottom > 0 else { return nil }
    self = top / ExactFraction(bottom, 1)
  }

  private static func decimal(_ text: Substring) -> ExactFraction? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let digits = BigInt(parts.joined()) else { return nil }
    let places = parts.count == 2 ? parts[1].utf8.count : 0
    guard parts.count == 1 || places > 0 else { return nil }
    return ExactFraction(digits, BigInt(10).power(places))
  }
}
