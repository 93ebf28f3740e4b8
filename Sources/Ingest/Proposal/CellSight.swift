// SPDX-License-Identifier: Apache-2.0
import Statistics
import Tables

/// What one cell's text may be. Several at once: `3912` is a number and may be a class.
struct CellSight {
  enum Kind: Hashable {
    case number, missing, text
  }

  let kind: Kind
  let isPeriod: Bool
  /// 18 digits and capital letters, digits among them.
  let isUnitCode: Bool
  /// 8 to 18 digits and capital letters.
  let isCode: Bool
  let isFourDigits: Bool
  let isUnitOfMeasure: Bool

  init(_ text: String, kind cellKind: Cell.Kind) {
    let utf8 = text.utf8
    switch cellKind == .date || cellKind == .boolean ? nil : NumberText.read(text) {
    case .number?, .tooManyDigits?: kind = .number
    case .missing?: kind = .missing
    case .notANumber?, nil: kind = .text
    }
    let isShort = utf8.count <= 18
    let isDigits = isShort && utf8.allSatisfy(\.isDigit)
    let isAlphanumeric =
      isDigits || (isShort && utf8.allSatisfy { $0.isDigit || (65...90).contains($0) })
    isFourDigits = isDigits && utf8.count == 4
    isUnitCode = isAlphanumeric && utf8.count == 18 && utf8.count(where: \.isDigit) >= 8
    isCode = isAlphanumeric && utf8.count >= 8 && utf8.contains(where: \.isDigit)
    isPeriod = Self.mayBePeriod(text, isNumber: kind == .number) && SeriesPeriod(text) != nil
    isUnitOfMeasure = kind == .text && utf8.count <= 24 && UnitOfMeasure(text) != nil
  }

  /// A number is looked at as a period only where it begins like a year of our time.
  private static func mayBePeriod(_ text: String, isNumber: Bool) -> Bool {
    guard isNumber else { return text.utf8.count <= 48 }
    guard text.hasPrefix("19") || text.hasPrefix("20") else { return false }
    let digits = text.utf8.prefix(while: \.isDigit).count
    switch text.utf8.count {
    case 4: return digits == 4
    case 6: return digits == 6 || digits == 4
    case 7: return digits == 4
    default: return false
    }
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (48...57).contains(self) }
}
