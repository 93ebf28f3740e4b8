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

  /// A class, so that looking one up copies no texts.
  private final class Entry {
    let unit: Register.Unit?
    let industry: Int16?
    /// `nil` where the unit is not in the register.
    let stay: Register.Stay?
    /// Where they are the same in every survey period.
    private let lasting: RegisterFlags?

    init(_ unit: Register.Unit?, industry: Int16?) {
      self.unit = unit
      self.industry = industry
      stay = unit?.stay
      lasting = unit == nil ? [] : unit?.lastingFlags
    }

    func flags(in period: Period) -> RegisterFlags {
      if let lasting { return lasting }
      return unit?.flags(in: period) ?? []
    }
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
    guard let stay = entry.stay else { return .unknown }
    if let period, !stay.covers(period) {
      return .outside(enters: stay.enters, leaves: stay.leaves)
    }
    if let industry, industry != entry.industry {
      return .otherIndustry(registered: entry.unit?.industry ?? "")
    }
    return .agrees
  }

  /// The flags that a unit has in a survey period; none where it is not in the register.
  func flags(_ number: Int32, _ unit: UnitCode, in period: Period) -> RegisterFlags {
    entry(Int(number), unit).flags(in: period)
  }

  private func entry(_ number: Int, _ unit: UnitCode) -> Entry {
    while entries.count <= number { entries.append(nil) }
    if let entry = entries[number] { return entry }
    let registered = register.units[unit]
    let entry = Entry(registered, industry: registered.flatMap { classes[$0.industry] })
    entries[number] = entry
    return entry
  }
}
