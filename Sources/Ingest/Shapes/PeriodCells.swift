// SPDX-License-Identifier: Apache-2.0
import Statistics
import Tables

/// The period of each row: its own column's, or the sheet's.
final class PeriodCells {
  enum Reading {
    case known(Period)
    case unknown(String)
  }

  private let column: Int?
  private let sheetPeriod: Period?
  // Unchecked, as it is asked for every row: one thread's, and no method calls another while it changes
  // them.
  /// Of the last cell that held a period, that period.
  @exclusivity(unchecked) private var lastBytes: [UInt8] = []
  @exclusivity(unchecked) private var last: Period?
  /// The first that was read.
  @exclusivity(unchecked) private(set) var first: Period?

  init(column: Int?, sheetPeriod: Period?) {
    self.column = column
    self.sheetPeriod = sheetPeriod
  }

  func read(_ row: borrowing Row) -> Reading {
    guard let column else { return sheetPeriod.map { .known($0) } ?? .unknown("") }
    guard let cell = row.cell(at: column) else { return .unknown("") }
    if let last, repeatsLast(row.bytes, cell) { return .known(last) }
    let text = CellText.trimmed(row.text(of: cell))
    guard let period = Period(wording: text) ?? Period(dateText: text) else {
      return .unknown(text)
    }
    lastBytes = Array(row.bytes[cell.start..<cell.end])
    last = period
    if first == nil { first = period }
    return .known(period)
  }

  private func repeatsLast(_ bytes: [UInt8], _ cell: Cell) -> Bool {
    let (start, count) = (cell.start, lastBytes.count)
    guard cell.end &- start == count else { return false }
    return lastBytes.withUnsafeBufferPointer { last in
      bytes.withUnsafeBufferPointer { bytes in
        guard start >= 0, start <= bytes.count &- count else { return false }
        for index in 0..<count where bytes[start &+ index] != last[index] { return false }
        return true
      }
    }
  }
}

extension Period {
  /// The survey period of a day such as `2021-05-31`, as spreadsheets make one of a typed month.
  init?(dateText text: String) {
    guard text.wholeMatch(of: /\d{4}-\d{2}-\d{2}/) != nil else { return nil }
    self.init(wording: text.prefix(7))
  }
}
