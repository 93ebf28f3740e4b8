// SPDX-License-Identifier: Apache-2.0

/// A column of texts of which many are alike: each is kept once, and known by a number. They are told
/// apart by their bytes, so that adding one makes no text.
struct InternedTexts: Sendable {
  /// By number, in the order met; none is empty.
  private(set) var known: [String] = []
  /// By row; −1 for none.
  private(set) var numbers: [Int32] = []
  /// By hash, or the next free one where two texts have the same.
  private var numberOfHash: [Int: Int32] = [:]
  private var last: [UInt8] = []

  /// - Parameter text: UTF-8; empty for none.
  mutating func append(_ text: ArraySlice<UInt8>) {
    if text.isEmpty {
      numbers.append(-1)
    } else if let number = numbers.last, number >= 0, text.elementsEqual(last) {
      numbers.append(number)
    } else {
      last = Array(text)
      numbers.append(number(of: text))
    }
  }

  private mutating func number(of text: ArraySlice<UInt8>) -> Int32 {
    var hasher = Hasher()
    text.withUnsafeBytes { hasher.combine(bytes: $0) }
    var hash = hasher.finalize()
    while let number = numberOfHash[hash] {
      if known[Int(number)].utf8.elementsEqual(text) { return number }
      hash &+= 1
    }
    let number = Int32(truncatingIfNeeded: known.count)
    known.append(String(decoding: text, as: UTF8.self))
    numberOfHash[hash] = number
    return number
  }

  /// `nil` for none.
  subscript(row: Int) -> String? { numbers[row] < 0 ? nil : known[Int(numbers[row])] }
}
