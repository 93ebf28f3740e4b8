// SPDX-License-Identifier: Apache-2.0

/// A column of values of which many are alike: each is kept once, and known by a number.
struct Interned<Value: Hashable & Sendable>: Sendable {
  /// By number, in the order met.
  private(set) var known: [Value] = []
  /// By row.
  private(set) var numbers: [Int32] = []
  private var numberOfValue: [Value: Int32] = [:]
  private var last: Value?

  /// - Parameter first: the value that has number 0, whether or not a row has it.
  init(first: Value? = nil) {
    guard let first else { return }
    known = [first]
    numberOfValue[first] = 0
  }

  mutating func append(_ value: Value) {
    if let number = numbers.last, value == last { return numbers.append(number) }
    last = value
    if let number = numberOfValue[value] { return numbers.append(number) }
    let number = Int32(truncatingIfNeeded: known.count)
    known.append(value)
    numberOfValue[value] = number
    numbers.append(number)
  }

  subscript(row: Int) -> Value { known[Int(numbers[row])] }
}
