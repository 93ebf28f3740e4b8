// SPDX-License-Identifier: Apache-2.0

/// What stood in one column below the header, counted over every row, in memory that does not grow
/// with them.
struct ColumnCounts {
  /// Different texts that are kept of a column.
  static let mostDistinct = 2000
  private static let longestText = 120

  private(set) var filled = 0
  private(set) var numbers = 0
  private(set) var missing = 0
  private(set) var texts = 0
  private(set) var periods = 0
  private(set) var unitCodes = 0
  private(set) var codes = 0
  private(set) var fourDigits = 0
  private(set) var unitsOfMeasure = 0
  /// In the order of their first rows; no more than `mostDistinct`.
  private(set) var distinct: [String] = []
  private var seen: Set<String> = []
  private var last = ""

  /// - Returns: whether the text is one more that is kept.
  mutating func add(_ text: String, _ sight: CellSight, keepingTexts: Bool) -> Bool {
    filled += 1
    switch sight.kind {
    case .number: numbers += 1
    case .missing: missing += 1
    case .text: texts += 1
    }
    if sight.isPeriod { periods += 1 }
    if sight.isUnitCode { unitCodes += 1 }
    if sight.isCode { codes += 1 }
    if sight.isFourDigits { fourDigits += 1 }
    if sight.isUnitOfMeasure { unitsOfMeasure += 1 }
    return keepingTexts && keep(text)
  }

  private mutating func keep(_ text: String) -> Bool {
    guard text != last, distinct.count < Self.mostDistinct else { return false }
    last = text
    let short = String(text.prefix(Self.longestText))
    guard seen.insert(short).inserted else { return false }
    distinct.append(short)
    return true
  }

  /// Whether there are numbers, and nothing but numbers and missing values in nine of ten cells.
  var isNumeric: Bool { numbers > 0 && Self.nearlyAll(numbers + missing, of: filled) }

  /// Cells that are filled and not marked as missing.
  var stated: Int { filled - missing }

  var isOfPeriods: Bool { Self.nearlyAll(periods, of: stated) }
  var isOfUnitCodes: Bool { Self.nearlyAll(unitCodes, of: stated) }
  var isOfCodes: Bool { Self.nearlyAll(codes, of: stated) }
  var isOfClasses: Bool { Self.nearlyAll(fourDigits, of: stated) }
  var isOfUnitsOfMeasure: Bool { Self.nearlyAll(unitsOfMeasure, of: stated) }

  private static func nearlyAll(_ part: Int, of whole: Int) -> Bool {
    whole > 0 && part * 10 >= whole * 9
  }
}
