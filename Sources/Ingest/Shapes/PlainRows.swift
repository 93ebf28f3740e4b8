// SPDX-License-Identifier: Apache-2.0
import Statistics
import Tables

/// Values of rows that need no second look, read without making texts and kept row by row until there
/// are enough of them to be written into columns.
struct PlainRows {
  /// What reading a value needs of its column, without texts: millions of cells come through here.
  struct Place {
    /// Counted from 1.
    let column: Int
    let slot: Int
    /// Of the column's unit of measure: the power of ten of base units that a whole number counts.
    let exponent: Int
    /// Whether it may be blank in January and February, without a word.
    let isOptionalInFirstMonths: Bool
  }

  static let most = 256

  /// In the order of columns.
  let places: [Place]
  private let columns: [Int]
  /// Rows that are kept.
  private(set) var rowCount = 0
  /// Places of the row read last whose value is not plain.
  private(set) var unusual: [Int] = []
  /// Places of that row that hold something else than up to eight digits.
  private var others: [Int] = []
  /// By row and place, for `most` rows.
  private(set) var counts: [Int32]

  init(_ places: [Place]) {
    self.places = places
    columns = places.map(\.column)
    counts = Array(repeating: ValueColumn.absent, count: places.count * Self.most)
  }

  var isFull: Bool { rowCount == Self.most }

  /// Reads a row. It counts once it is kept.
  ///
  /// - Parameter isOfFirstMonths: whether the row is of January and February.
  mutating func read(_ row: borrowing Row, isOfFirstMonths: Bool) {
    let first = rowCount * places.count
    others.removeAll(keepingCapacity: true)
    unusual.removeAll(keepingCapacity: true)
    row.readPlainCounts(columns, into: &counts, at: first, others: &others)
    for index in others {
      let place = places[index]
      let isBlank = row.cell(at: place.column).map(\.isBlankText) ?? true
      let isUsual = isBlank && isOfFirstMonths && place.isOptionalInFirstMonths
      counts[first + index] = isUsual ? ValueColumn.notSurveyed : ValueColumn.absent
      if !isUsual { unusual.append(index) }
    }
  }

  mutating func keepRow() { rowCount += 1 }

  mutating func removeAll() { rowCount = 0 }
}

extension Cell {
  fileprivate var isBlankText: Bool { start == end && isTextOrNumber }
}
