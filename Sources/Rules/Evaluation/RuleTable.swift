// SPDX-License-Identifier: Apache-2.0
import Statistics

/// One survey period's returns as rules see them: units in rows 0..<count, in any order.
package protocol RuleTable {
  var period: Period { get }
  var count: Int { get }
  /// The variable's value in every row; for a lag, the same unit's value in that period.
  func column(_ variable: RuleVariable) -> RuleColumn
  /// The exact value in base units; `nil` where it is missing.
  func exact(_ variable: RuleVariable, row: Int) -> ExactDecimal?
  func texts(_ field: RuleTextField) -> RuleTexts
  /// Whether the register gives each row's unit the flag; `nil` where the unit is not in it.
  func flags(_ name: String) -> [Bool?]
  func unit(_ row: Int) -> UnitCode
}

/// A variable's values as binary numbers in base units, as a filter before the exact ones.
package struct RuleColumn: Sendable {
  /// NaN where the value is missing; else within 2⁻⁵⁰ of it, relatively.
  package let values: [Double]
  /// Which rows' numbers differ from the exact value at all; `nil`: none. Whole numbers of up to 15
  /// digits do not, and their ties are decided without the exact values.
  package let isRounded: [Bool]?

  /// - Precondition: `isRounded` is as long as `values`.
  package init(values: [Double], isRounded: [Bool]? = nil) {
    precondition(isRounded.map { $0.count == values.count } ?? true, "one flag a value")
    self.values = values
    self.isRounded = isRounded
  }

  package init(_ exact: some Sequence<ExactDecimal?>) {
    var values: [Double] = []
    var isRounded: [Bool] = []
    for decimal in exact {
      let nearest = decimal.map { $0.asDouble }
      values.append(nearest?.value ?? .nan)
      isRounded.append(nearest?.isRounded ?? false)
    }
    self.init(values: values, isRounded: isRounded.contains(true) ? isRounded : nil)
  }
}

/// A text of every row, each different text once.
package struct RuleTexts: Sendable {
  package let values: [String]
  /// For each row the position in `values`, or −1 where it has none.
  package let codes: [Int32]

  package init(values: [String], codes: [Int32]) {
    self.values = values
    self.codes = codes
  }

  package init(_ texts: some Sequence<String?>) {
    var positions: [String: Int32] = [:]
    var values: [String] = []
    codes = texts.map { text in
      guard let text else { return -1 }
      if let known = positions[text] { return known }
      positions[text] = Int32(values.count)
      values.append(text)
      return Int32(values.count - 1)
    }
    self.values = values
  }

  func text(_ row: Int) -> String? { codes[row] < 0 ? nil : values[Int(codes[row])] }
}

extension ExactDecimal {
  /// The value within 2⁻⁵⁰ relatively, and whether it differs from the exact one.
  package var asDouble: (value: Double, isRounded: Bool) {
    let isRounded = scale > 0 || coefficient.magnitude > 1 << 53
    let whole = Double(coefficient)
    return (scale == 0 ? whole : whole / Double(Int128.powerOfTen(scale)), isRounded)
  }
}
