// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Finds units in the register, one after another, and holds against it what they say of themselves.
final class UnitSearch {
  private let units: RegisteredUnits?
  // Of `units`, so that looking at one copies nothing.
  private let codes: [UnitCode]
  private let codeTexts: CodeTexts
  private let industries: [Int16]
  /// 0 for units that are always in the population.
  private let stays: [Int32]
  /// The position behind the unit that was found last: files mostly list units in the register's order.
  @exclusivity(unchecked) private var next = 0

  init(_ register: Register?) {
    units = register?.units
    codes = units?.keys ?? []
    codeTexts = units?.codeTexts ?? CodeTexts()
    industries = units?.industries ?? []
    stays = units?.stays.numbers ?? []
  }

  var hasRegister: Bool { units != nil }
  var registeredCount: Int { codes.count }

  /// The unit whose code is the text, where it is the next one of the register and written alike.
  func next(_ bytes: [UInt8], _ text: Range<Int>) -> UnitReference? {
    guard next < codes.count, codeTexts.isText(next, bytes, text) else { return nil }
    next += 1
    return UnitReference(code: codes[next - 1], position: Int32(truncatingIfNeeded: next - 1))
  }

  func reference(to unit: UnitCode) -> UnitReference {
    let position: Int32
    if next < codes.count, codes[next] == unit {
      position = Int32(truncatingIfNeeded: next)
    } else {
      position = units?.position(of: unit) ?? -1
    }
    if position >= 0 { next = Int(position) + 1 }
    return UnitReference(code: unit, position: position)
  }

  /// Whether a unit is always in the population and of the class: then there is nothing to check.
  @inline(__always)
  func certainlyAgrees(_ unit: UnitReference, industry: Int16?) -> Bool {
    let position = Int(unit.position)
    guard let industry, stays.indices.contains(position) else { return false }
    return stays[position] == 0 && industries[position] == industry
  }

  /// - Parameter industry: the class's number; `nil` where it is in doubt.
  func check(_ unit: UnitReference, industry: Int16?, period: Period?) -> RegisterCheck {
    guard let units, unit.position >= 0 else { return .unknown }
    let position = Int(unit.position)
    if let period, let stay = units.limitedStay(position), !stay.covers(period) {
      return .outside(enters: stay.enters, leaves: stay.leaves)
    }
    if let industry, industry != industries[position] {
      return .otherIndustry(registered: units.industry(position))
    }
    return .agrees
  }
}

/// What the register says of a unit that reports.
enum RegisterCheck {
  case agrees
  /// Not in the register.
  case unknown
  /// In the register, but not for this survey period.
  case outside(enters: Period?, leaves: Period?)
  case otherIndustry(registered: String)
}
