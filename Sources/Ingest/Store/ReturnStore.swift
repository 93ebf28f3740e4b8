// SPDX-License-Identifier: Apache-2.0
import Statistics

/// All returns that were accepted, by survey period, unit and slot.
///
/// What must see several files at once works on it: repeats and corrections, the register, unit
/// slips, the rules. Its size is that of the values alone: four bytes each in nearly all returns,
/// and twelve for the place that a row came from.
package final class ReturnStore {
  // Unchecked: one thread's, and no method calls another while it changes them.
  @exclusivity(unchecked) private var numbers: [UnitCode: Int32] = [:]
  @exclusivity(unchecked) private(set) var units: [UnitCode] = []
  /// The unit that followed each one last time: files mostly list units in one order.
  @exclusivity(unchecked) private var followers: [Int32] = []
  @exclusivity(unchecked) private var lastNumber: Int32 = -1
  @exclusivity(unchecked) private(set) var tables: [SheetTable] = []
  private var periodReturns: [Period: PeriodReturns] = [:]
  let slots: Int

  init(slots: Int) { self.slots = slots }

  /// Oldest first.
  package var periods: [Period] { periodReturns.keys.sorted() }

  package func returns(of period: Period) -> PeriodReturns? { periodReturns[period] }

  func table(_ table: SheetTable) -> Int32 {
    tables.append(table)
    return Int32(tables.count - 1)
  }

  /// Replaces a table of one form, whose rows are known only at its end.
  func replace(table number: Int32, with table: SheetTable) { tables[Int(number)] = table }

  /// The unit's number in this store, from 0 in the order met.
  func number(of unit: UnitCode) -> Int32 {
    if lastNumber >= 0 {
      let guess = followers[Int(lastNumber)]
      if guess >= 0, units[Int(guess)] == unit {
        lastNumber = guess
        return guess
      }
    }
    let number = lookUp(unit)
    if lastNumber >= 0 { followers[Int(lastNumber)] = number }
    lastNumber = number
    return number
  }

  private func lookUp(_ unit: UnitCode) -> Int32 {
    if let number = numbers[unit] { return number }
    let number = Int32(units.count)
    numbers[unit] = number
    units.append(unit)
    followers.append(-1)
    return number
  }

  /// The number of a unit that has a return; `nil` for others.
  func existingNumber(of unit: UnitCode) -> Int32? { numbers[unit] }

  func makeReturns(of period: Period) -> PeriodReturns {
    if let returns = periodReturns[period] { return returns }
    let returns = PeriodReturns(period: period, store: self)
    periodReturns[period] = returns
    return returns
  }

  func location(_ source: ReturnSource, slot: Int?) -> Location {
    tables[Int(source.table)].location(
      row: Int(source.row), line: Int(source.line), slot: slot)
  }
}
