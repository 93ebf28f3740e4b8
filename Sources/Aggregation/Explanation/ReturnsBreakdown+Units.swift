// SPDX-License-Identifier: Apache-2.0
import Statistics

extension ReturnsBreakdown {
  /// Adds up units' values.
  ///
  /// - Parameters:
  ///   - values: of the units that the sum is over, in any order.
  ///   - unit: the unit of measure of all amounts.
  ///   - limit: how many units are listed; `nil` for all.
  init(
    _ sum: ReturnsSum, _ addition: Addition, _ values: [UnitValue], in unit: UnitOfMeasure,
    limit: Int?, _ classification: Classification
  ) throws(ArithmeticError) {
    self.sum = sum
    self.addition = addition
    self.unit = unit
    let adding = Adding(addition, sum, unit: unit)
    var groups: [String: Group] = [:]
    var counted: [(value: UnitValue, magnitude: Ratio)] = []
    var missing: [UnitValue] = []
    for value in values {
      let code = classification.category(of: value.industry, at: .division)?.code ?? ""
      if let addend = adding.addend(of: value) {
        groups[code, default: Group()].sum.add(addend)
        groups[code, default: Group()].units += 1
        counted.append((value, adding.magnitude(of: value)))
      } else if adding.isMissing(value) {
        groups[code, default: Group()].missing += 1
        missing.append(value)
      }
    }
    divisions = try Self.divisions(groups, adding, classification)
    missingCount = missing.count
    self.missing = Array(
      missing.sorted { $0.unit.description < $1.unit.description }.prefix(limit ?? missing.count))
    counted.sort { left, right in
      if left.magnitude != right.magnitude { return left.magnitude.isAbove(right.magnitude) }
      return left.value.unit.description < right.value.unit.description
    }
    let listed = counted.prefix(limit ?? counted.count)
    units = try listed.map { (unit) throws(ArithmeticError) in
      let addend = adding.addend(of: unit.value) ?? .zero
      return Unit(value: unit.value, amount: try adding.amount(Ratio(addend)))
    }
    var others = ExactSum()
    for unit in counted[listed.endIndex...] { others.add(adding.addend(of: unit.value) ?? .zero) }
    rest = (counted.count - listed.count, try adding.amount(Ratio(others.value)))
  }

  private static func divisions(
    _ groups: [String: Group], _ adding: Adding, _ classification: Classification
  ) throws(ArithmeticError) -> [Division] {
    var divisions: [Division] = []
    for (code, group) in groups.sorted(by: { $0.key < $1.key }) {
      divisions.append(
        Division(
          code: code, name: classification[code]?.name,
          amount: try adding.amount(Ratio(group.sum.value)), units: group.units,
          missing: group.missing))
    }
    return divisions
  }

  /// Whether it is what was computed: the same sum, of as many units, or as many units without a
  /// sum because some gave no value or none did.
  func comesTo(_ derivation: Derivation) -> Bool {
    let count = units.count + rest.units
    guard count == sum.units, divisions.reduce(0, { $0 + $1.units }) == count else { return false }
    guard let wanted = derivation.ratio else { return missingCount > 0 || count == 0 }
    return missingCount == 0 || addition != .values
      ? Self.sum(divisions.map(\.amount)) == wanted
        && Self.sum(units.map(\.amount) + [rest.amount]) == wanted
      : false
  }

  /// `nil` for one that does not fit 128 bits.
  private static func sum(_ amounts: [Ratio]) -> Ratio? {
    try? amounts.reduce(.zero) { try $0.adding($1) }
  }
}

extension Ratio {
  /// Whether it is greater; mostly both are whole numbers, which need no products.
  fileprivate func isAbove(_ other: Ratio) -> Bool {
    denominator == other.denominator ? numerator > other.numerator : self > other
  }
}

private struct Group {
  var sum = ExactSum()
  var units = 0
  var missing = 0
}

/// What is added up of each unit.
private struct Adding {
  private let addition: ReturnsBreakdown.Addition
  private let minimum: Ratio?
  /// From the base unit of measure.
  private let factor: Ratio?

  init(_ addition: ReturnsBreakdown.Addition, _ sum: ReturnsSum, unit: UnitOfMeasure) {
    self.addition = addition
    if case .atLeast(_, let minimum) = sum.addend {
      self.minimum = Ratio(minimum)
    } else {
      minimum = nil
    }
    factor = UnitOfMeasure(unit.dimension).factor(to: unit)
  }

  /// In the base unit of measure; `nil` for a unit that adds nothing.
  func addend(of value: UnitValue) -> ExactDecimal? {
    switch addition {
    case .values: value.value?.decimal
    case .returns: ExactDecimal(1)
    case .valuesGiven: value.value?.decimal.map { _ in ExactDecimal(1) }
    case .valuesReaching:
      value.value?.decimal.flatMap { decimal in
        minimum.map { Ratio(decimal) >= $0 } ?? false ? ExactDecimal(1) : nil
      }
    }
  }

  /// Whether the unit's form has the value and the unit gave none.
  func isMissing(_ value: UnitValue) -> Bool {
    guard addition == .values || addition == .valuesGiven else { return false }
    guard case .missing? = value.value else { return false }
    return true
  }

  /// What units are listed by.
  func magnitude(of value: UnitValue) -> Ratio {
    guard let decimal = value.value?.decimal else { return .zero }
    return Ratio(ExactDecimal(coefficient: abs(decimal.coefficient), scale: decimal.scale))
  }

  /// In the unit of measure of all amounts.
  func amount(_ sum: Ratio) throws(ArithmeticError) -> Ratio {
    guard let factor else { throw .incompatibleUnits }
    return try sum.multiplied(by: factor)
  }
}
