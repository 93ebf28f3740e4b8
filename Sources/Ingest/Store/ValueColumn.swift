// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The values of one slot for all units of a survey period, exact and small.
///
/// A value is a whole number of `10^exponent` base units in 32 bits, which is what nearly all
/// returns need; the column widens to 64 bits and a finer exponent when a value asks for it, and
/// what does not fit even then is kept aside as an exact decimal.
struct ValueColumn: Sendable {
  /// Marks below all narrow values. The same numbers serve in the wide form.
  static let absent = Int32.min
  static let aside = Int32.min + 1
  private static let firstReason = Int32.min + 2
  static let smallest = Int32.min + 64
  private static let finest = -6

  private static let reasons = MissingReason.allCases
  /// The mark of a value that is not surveyed for its period.
  static let notSurveyed = mark(.notSurveyed)

  private static func mark(_ reason: MissingReason) -> Int32 {
    firstReason + Int32(reasons.firstIndex(of: reason) ?? 0)
  }

  private(set) var narrow: [Int32] = []
  private(set) var wide: [Int64] = []
  private(set) var isWide = false
  /// The power of ten of the base unit that one count stands for; `nil` before the first value.
  private(set) var exponent: Int?
  private(set) var exact: [Int: ExactDecimal] = [:]

  /// Rows behind its end are absent.
  private var count: Int { isWide ? wide.count : narrow.count }

  // MARK: - Writing

  /// Sets a row's value to `coefficient × 10^power` base units.
  ///
  /// - Parameter power: −38…18, so that every value fits an exact decimal.
  mutating func set(_ row: Int, coefficient: Int64, power: Int) {
    if power == exponent, !isWide, let small = Int32(exactly: coefficient), small >= Self.smallest {
      put(small, row)
    } else {
      setAny(row, coefficient: coefficient, power: power)
    }
  }

  mutating func set(_ row: Int, _ value: ObservedValue) {
    switch value {
    case .missing(let reason):
      put(Self.mark(reason), row)
    case .known(let decimal):
      if let coefficient = Int64(exactly: decimal.coefficient) {
        setAny(row, coefficient: coefficient, power: -decimal.scale)
      } else {
        exact[row] = decimal
        put(Self.aside, row)
      }
    }
  }

  /// Makes room for rows.
  mutating func reserve(_ rows: Int) {
    if !isWide { narrow.reserveCapacity(rows) }
  }

  mutating func remove(_ row: Int) {
    if row < count { put(Self.absent, row) }
  }

  /// Adds the values of a place of rows that lie side by side: counts and marks.
  ///
  /// - Parameter first: the row of the first; no row from there on has been set.
  mutating func append(_ plain: PlainRows, place: Int, at first: Int) {
    let (width, power) = (plain.places.count, plain.places[place].exponent)
    let isAlike = !isWide && power >= Self.finest && power == exponent ?? power
    guard isAlike else {
      for row in 0..<plain.rowCount {
        let count = plain.counts[row * width + place]
        if count >= Self.smallest {
          setAny(first + row, coefficient: Int64(count), power: power)
        } else if count != Self.absent {
          put(count, first + row)
        }
      }
      return
    }
    exponent = power
    if narrow.count < first {
      narrow += repeatElement(Self.absent, count: first - narrow.count)
    }
    plain.counts.withUnsafeBufferPointer { counts in
      let rows = [Int32](unsafeUninitializedCapacity: plain.rowCount) { column, count in
        for row in 0..<plain.rowCount { column[row] = counts[row &* width &+ place] }
        count = plain.rowCount
      }
      narrow += rows
    }
  }

  /// Adds another column's rows, the first of them as row `first`.
  ///
  /// - Parameter first: no row from there on has been set.
  mutating func append(_ other: ValueColumn, at first: Int) {
    if first == 0 {
      self = other
    } else if !isWide, !other.isWide, other.exact.isEmpty,
      exponent == other.exponent || other.exponent == nil
    {
      if other.narrow.isEmpty { return }
      narrow += repeatElement(Self.absent, count: first - narrow.count)
      narrow += other.narrow
    } else {
      for row in 0..<other.count {
        if let value = other.value(row) { set(first + row, value) }
      }
    }
  }

  private mutating func setAny(_ row: Int, coefficient: Int64, power: Int) {
    if exponent == nil { exponent = max(power, Self.finest) }
    if let exponent, power < exponent, power >= Self.finest { refine(to: power) }
    guard let exponent, let count = Self.scaled(coefficient, by: power - exponent) else {
      return setAside(row, coefficient: coefficient, power: power)
    }
    if !isWide, let small = Int32(exactly: count), small >= Self.smallest { return put(small, row) }
    widen()
    // Wide values share the marks' numbers, so one that looks like a mark goes aside.
    if count < Int64(Self.smallest), count >= Int64(Int32.min) {
      return setAside(row, coefficient: coefficient, power: power)
    }
    putWide(count, row)
  }

  private mutating func setAside(_ row: Int, coefficient: Int64, power: Int) {
    let value: ExactDecimal =
      power >= 0
      ? ExactDecimal(Int128(coefficient) * Int128.powerOfTen(power))
      : ExactDecimal(coefficient: Int128(coefficient), scale: -power)
    exact[row] = value
    put(Self.aside, row)
  }

  private static func scaled(_ coefficient: Int64, by power: Int) -> Int64? {
    guard (0...18).contains(power) else { return nil }
    var factor: Int64 = 1
    for _ in 0..<power { factor *= 10 }
    let (product, overflow) = coefficient.multipliedReportingOverflow(by: factor)
    return overflow ? nil : product
  }

  private mutating func put(_ value: Int32, _ row: Int) {
    if isWide { return putWide(Int64(value), row) }
    while narrow.count < row { narrow.append(Self.absent) }
    if row == narrow.count { narrow.append(value) } else { narrow[row] = value }
  }

  private mutating func putWide(_ value: Int64, _ row: Int) {
    while wide.count < row { wide.append(Int64(Self.absent)) }
    if row == wide.count { wide.append(value) } else { wide[row] = value }
  }

  private mutating func widen() {
    guard !isWide else { return }
    wide = narrow.map(Int64.init)
    narrow = []
    isWide = true
  }

  /// Gives the column a finer exponent; values that no longer fit 64 bits go aside.
  private mutating func refine(to power: Int) {
    guard let old = exponent else { return }
    widen()
    exponent = power
    for row in wide.indices where !Self.isMark(wide[row]) {
      let value = wide[row]
      if let finer = Self.scaled(value, by: old - power), !Self.isMark(finer) {
        wide[row] = finer
      } else {
        setAside(row, coefficient: value, power: old)
      }
    }
  }

  static func isMark(_ value: Int64) -> Bool {
    value < Int64(smallest) && value >= Int64(Int32.min)
  }

  // MARK: - Reading

  func raw(_ row: Int) -> Int64 {
    guard row < count else { return Int64(Self.absent) }
    return isWide ? wide[row] : Int64(narrow[row])
  }

  /// In base units; `nil` where no file carries the value.
  func value(_ row: Int) -> ObservedValue? {
    let raw = raw(row)
    guard Self.isMark(raw) else { return .known(decimal(raw)) }
    switch Int32(raw) {
    case Self.absent: return nil
    case Self.aside: return exact[row].map { .known($0) }
    case let mark: return .missing(Self.reasons[Int(mark - Self.firstReason)])
    }
  }

  private func decimal(_ count: Int64) -> ExactDecimal {
    let exponent = exponent ?? 0
    if exponent >= 0 { return ExactDecimal(Int128(count) * Int128.powerOfTen(exponent)) }
    return ExactDecimal(coefficient: Int128(count), scale: -exponent)
  }

  var isEmpty: Bool { count == 0 }

  var hasPositiveValue: Bool {
    narrow.contains { $0 > 0 } || wide.contains { $0 > 0 }
      || exact.contains { raw($0.key) == Int64(Self.aside) && $0.value.coefficient > 0 }
  }

  /// Whether every value is a whole number of base units.
  var holdsWholeNumbers: Bool { (exponent ?? 0) >= 0 && exact.isEmpty }

  /// Whether every whole number that it holds is certainly below 2⁵³ base units.
  var isSmall: Bool { !isWide && exact.isEmpty && (exponent ?? 0) <= 6 }
}
