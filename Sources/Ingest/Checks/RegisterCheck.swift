// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Compares units that report with the register, once a unit and industry.
final class RegisterCheck {
  enum Outcome {
    case agrees
    /// Not in the register.
    case unknown
    /// In the register, but not for this survey period.
    case outside(enters: Period?, leaves: Period?)
    case otherIndustry(registered: String)
  }

  private struct Entry {
    let unit: Register.Unit?
    let industry: Int16?
  }

  private let register: Register
  private let classes: ClassNumbers
  /// By the unit's number in the store.
  @exclusivity(unchecked) private var entries: [Entry?] = []

  init(_ register: Register, classes: ClassNumbers) {
    self.register = register
    self.classes = classes
  }

  /// - Parameters:
  ///   - number: the unit's in the store.
  ///   - industry: the class's number; `nil` where it is in doubt.
  func check(_ number: Int32, _ unit: UnitCode, industry: Int16?, period: Period?) -> Outcome {
    let entry = entry(Int(number), unit)
    guard let registered = entry.unit else { return .unknown }
    if let period, !registered.isExpected(in: period) {
      return .outside(enters: registered.enters, leaves: registered.leaves)
    }
    if let industry, industry != entry.industry {
      return .otherIndustry(registered: registered.industry)
    }
    return .agrees
  }

  /// A unit's entry in the register; `nil` where it has none.
  func registered(_ number: Int32, _ unit: UnitCode) -> Register.Unit? {
    entry(Int(number), unit).unit
  }

  private func entry(_ number: Int, _ unit: UnitCode) -> Entry {
    while entries.count <= number { entries.append(nil) }
    if let entry = entries[number] { return entry }
    let registered = register.units[unit]
    let entry = Entry(unit: registered, industry: registered.flatMap { classes[$0.industry] })
    entries[number] = entry
    return entry
  }
}
