// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The classes of the classification as small numbers, found from the bytes of a cell.
struct ClassNumbers: Sendable {
  /// Sorted; a class's number is its place here.
  let classes: [String]
  /// The number of each class's division (大类), its first two digits.
  let divisions: [Int16]
  private let numbers: [String: Int16]
  /// By the value of four digits; −1 for none.
  private let byDigits: [Int16]

  init(_ classification: Classification) {
    classes = classification.classes.sorted()
    var numbers: [String: Int16] = [:]
    var byDigits = [Int16](repeating: -1, count: 10_000)
    for (index, code) in classes.enumerated() {
      let number = Int16(truncatingIfNeeded: index)
      numbers[code] = number
      if code.utf8.count == 4, code.utf8.allSatisfy({ (48...57).contains($0) }),
        let digits = Int(code)
      {
        byDigits[digits] = number
      }
    }
    let divisionCodes = Set(classes.map { $0.prefix(2) }).sorted()
    divisions = classes.map { code in
      Int16(truncatingIfNeeded: divisionCodes.firstIndex(of: code.prefix(2)) ?? 0)
    }
    self.numbers = numbers
    self.byDigits = byDigits
  }

  subscript(code: String) -> Int16? { numbers[code] }

  /// The class whose four digits are the bytes of the range; `nil` for anything else.
  @inline(__always)
  func number(_ bytes: [UInt8], _ range: Range<Int>) -> Int16? {
    guard range.count == 4 else { return nil }
    var value = 0
    for index in range {
      let digit = bytes[index] &- 48
      guard digit <= 9 else { return nil }
      value = value * 10 + Int(digit)
    }
    return byDigits[value] >= 0 ? byDigits[value] : nil
  }
}
