// SPDX-License-Identifier: Apache-2.0
import Statistics

/// A sum of exact decimals, an integer over a power of ten: the same in whatever order it is added.
package struct ExactSum: Hashable, Sendable {
  private var coefficient: Int128 = 0
  private var scale = 0
  /// The sum left 128 bits; it stays so, and asking for its value throws.
  private var overflowed = false

  package init() {}

  @inline(__always)
  package mutating func add(_ value: ExactDecimal) {
    add(coefficient: value.coefficient, scale: value.scale)
  }

  /// Adds `coefficient × 10^power`.
  package mutating func add(coefficient added: Int128, power: Int) {
    guard power > 0 else { return add(coefficient: added, scale: -power) }
    let (product, overflow) = added.multipliedReportingOverflow(by: Int128.powerOfTen(power))
    overflowed = overflowed || overflow
    add(coefficient: product, scale: 0)
  }

  package mutating func merge(_ other: ExactSum) {
    overflowed = overflowed || other.overflowed
    add(coefficient: other.coefficient, scale: other.scale)
  }

  private mutating func add(coefficient added: Int128, scale addedScale: Int) {
    guard addedScale != scale else {
      let (sum, overflow) = coefficient.addingReportingOverflow(added)
      coefficient = sum
      overflowed = overflowed || overflow
      return
    }
    rescaleAndAdd(coefficient: added, scale: addedScale)
  }

  private mutating func rescaleAndAdd(coefficient added: Int128, scale addedScale: Int) {
    let common = max(scale, addedScale)
    let (left, leftOverflow) = coefficient.multipliedReportingOverflow(
      by: Int128.powerOfTen(common - scale))
    let (right, rightOverflow) = added.multipliedReportingOverflow(
      by: Int128.powerOfTen(common - addedScale))
    let (sum, overflow) = left.addingReportingOverflow(right)
    overflowed = overflowed || leftOverflow || rightOverflow || overflow
    coefficient = sum
    scale = common
  }

  /// Whether both are the same number, in however many digits.
  package static func == (left: ExactSum, right: ExactSum) -> Bool {
    left.overflowed == right.overflowed && left.shortest == right.shortest
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(shortest.coefficient)
    hasher.combine(shortest.scale)
  }

  /// Without zeros at the end of the digits behind the point.
  private var shortest: (coefficient: Int128, scale: Int) {
    var (coefficient, scale) = (coefficient, scale)
    while scale > 0, coefficient % 10 == 0 { (coefficient, scale) = (coefficient / 10, scale - 1) }
    return (coefficient, scale)
  }

  package var value: ExactDecimal {
    get throws(ArithmeticError) {
      if overflowed || coefficient == .min { throw .overflow }
      return ExactDecimal(coefficient: coefficient, scale: scale)
    }
  }
}
