// SPDX-License-Identifier: Apache-2.0
import Statistics

/// All returns that were accepted, by survey period, unit and slot.
///
/// What must see several files at once works on it: repeats and corrections, the register, unit
/// slips, the rules. Its size is that of the values alone: four bytes each in nearly all returns,
/// and ten for a row's unit and class. Where rows came from takes no room where they follow one another.
package final class ReturnStore {
  private let registered: RegisteredUnits?
  /// Units that the register does not have, in the order met; their numbers follow its positions.
  private var others: [UnitCode] = []
  private var numbers: [UnitCode: Int32] = [:]
  private(set) var tables: [SheetTable] = []
  private var periodReturns: [Period: PeriodReturns] = [:]
  let slots: Int

  init(slots: Int, register: Register?) {
    self.slots = slots
    registered = register?.units
  }

  // MARK: - Adding

  /// Adds what a file says. The order of files decides nothing but how units are numbered.
  func add(_ contents: FileContents) {
    let firstTable = Int32(truncatingIfNeeded: tables.count)
    tables += contents.tables
    for (period, rows) in contents.returns.sorted(by: { $0.key < $1.key }) {
      let numbers = rows.numbers(number)
      makeReturns(of: period).append(rows, units: numbers, firstTable: firstTable)
    }
  }

  /// - Parameter unit: one that the register does not have.
  private func number(of unit: UnitCode) -> Int32 {
    if let number = numbers[unit] { return number }
    let number = Int32(truncatingIfNeeded: registeredCount + others.count)
    numbers[unit] = number
    others.append(unit)
    return number
  }

  private func makeReturns(of period: Period) -> PeriodReturns {
    if let returns = periodReturns[period] { return returns }
    let returns = PeriodReturns(period: period, store: self)
    periodReturns[period] = returns
    return returns
  }

  // MARK: - Reading

  /// Oldest first.
  package var periods: [Period] { periodReturns.keys.sorted() }

  package func returns(of period: Period) -> PeriodReturns? { periodReturns[period] }

  /// How many units the register has: smaller numbers than this are positions in it.
  var registeredCount: Int { registered?.count ?? 0 }

  /// All numbers of units are smaller.
  var unitCount: Int { registeredCount + others.count }

  func unit(_ number: Int32) -> UnitCode {
    let place = Int(number)
    if let registered, place < registered.count { return registered.keys[place] }
    return others[place - registeredCount]
  }

  /// The number of a unit of the register, or of one with a return; `nil` for others.
  func existingNumber(of unit: UnitCode) -> Int32? {
    registered?.position(of: unit) ?? numbers[unit]
  }

  func location(_ source: ReturnSource, slot: Int?) -> Location {
    tables[Int(source.table)].location(
      row: Int(source.row), line: Int(source.line), slot: slot)
  }
}
