// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Reads one number with what stands around it: a sign or brackets, separators, an exponent, a
/// multiplier or a unit of measure.
struct NumberParser {
  /// Folded to half width, every dash as `-`; positions count characters as the sender sees them.
  private let characters: [Unicode.Scalar]
  private let original: [Unicode.Scalar]
  private var position = 0
  private var steps: NumberSteps = []
  private var coefficient: Int128 = 0
  private var scale = 0
  private var digits = 0
  private var overflowed = false

  /// - Parameter text: without blanks at either end.
  init(_ text: String) {
    original = Array(text.unicodeScalars)
    characters = original.map { scalar in
      switch scalar.value {
      // Dashes, minus, horizontal bar and the small and full-width hyphen-minus.
      case 0x2010...0x2015, 0x2212, 0x2500, 0xFE63, 0xFF0D: "-"
      case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
      default: scalar
      }
    }
  }

  mutating func parse() -> NumberText.Reading {
    let isBracketed = take("(")
    if isBracketed {
      steps.insert(.brackets)
      skipBlanks()
    }
    let isNegative = isBracketed || take("-", as: .minusSign)
    if !isNegative, take("+") { steps.insert(.plusSign) }
    readWhole()
    if take(".") { readDigits(countingScale: true) }
    guard digits > 0 else { return refusal }
    var power = 0
    if take("e") || take("E") {
      guard let exponent = readExponent() else { return refusal }
      power = exponent
    }
    var suffix = NumberSuffix()
    if isBracketed {
      suffix = readSuffix()
      skipBlanks()
      guard take(")") else { return refusal }
    }
    if suffix == NumberSuffix() { suffix = readSuffix() }
    guard position == characters.count else { return refusal }
    return value(isNegative: isNegative, power: power + suffix.exponent, unit: suffix.unit)
  }

  private var refusal: NumberText.Reading {
    .notANumber(character: position < characters.count ? position + 1 : 0)
  }

  private func value(isNegative: Bool, power: Int, unit: UnitOfMeasure?) -> NumberText.Reading {
    guard !overflowed else { return .tooManyDigits }
    let number = ExactDecimal(isNegative ? -coefficient : coefficient).shifted(by: power - scale)
    return number.map { .number($0, steps, unit) } ?? .tooManyDigits
  }

  // MARK: - Characters

  private var current: Unicode.Scalar? {
    position < characters.count ? characters[position] : nil
  }

  /// - Parameter step: what it is to be noted as where the sender did not write `scalar` itself.
  private mutating func take(_ scalar: Unicode.Scalar, as step: NumberSteps = .fullWidth) -> Bool {
    guard current == scalar else { return false }
    noteWidth(as: step)
    position += 1
    return true
  }

  private mutating func noteWidth(as step: NumberSteps = .fullWidth) {
    if characters[position] != original[position] { steps.insert(step) }
  }

  private mutating func skipBlanks() {
    while let current, current.isBlank {
      steps.insert(.blanks)
      position += 1
    }
  }

  // MARK: - Digits

  /// Digits, with commas or blanks only as separators of groups of three, and never both. No group
  /// follows a leading zero: the comma of `0,123` may be a decimal one.
  private mutating func readWhole() {
    let start = position
    readDigits(countingScale: false)
    guard (1...3).contains(digits), characters[start] != "0" else { return }
    let isComma = current == ","
    let step: NumberSteps = isComma ? .separators : .blanks
    while let current, isComma ? current == "," : current.isBlank, isGroup(at: position + 1) {
      noteWidth(as: isComma ? .fullWidth : [])
      steps.insert(step)
      position += 1
      readDigits(countingScale: false)
    }
  }

  /// Whether exactly three digits stand at `start`.
  private func isGroup(at start: Int) -> Bool {
    characters.dropFirst(start).prefix(4).prefix { $0.digit != nil }.count == 3
  }

  private mutating func readDigits(countingScale: Bool) {
    while let digit = current?.digit {
      let (tenfold, overflow) = coefficient.multipliedReportingOverflow(by: 10)
      let (sum, carry) = tenfold.addingReportingOverflow(Int128(digit))
      overflowed = overflowed || overflow || carry
      coefficient = sum
      digits += 1
      if countingScale { scale += 1 }
      noteWidth()
      position += 1
    }
  }

  private mutating func readExponent() -> Int? {
    steps.insert(.exponent)
    let isNegative = take("-", as: .minusSign)
    if !isNegative { _ = take("+") }
    var value = 0
    var count = 0
    while let digit = current?.digit {
      // Far more than any number has digits.
      value = min(value * 10 + digit, 1_000_000)
      count += 1
      noteWidth()
      position += 1
    }
    return count == 0 ? nil : (isNegative ? -value : value)
  }

  // MARK: - Behind the digits

  /// A multiplier or a unit of measure, up to a bracket or the end. Of an unknown word the known
  /// beginning is passed over, so that the refusal points at what is not understood.
  private mutating func readSuffix() -> NumberSuffix {
    let start = position
    while let current, current.isBlank { position += 1 }
    guard let current, current.digit == nil, current != ")" else {
      position = start
      return NumberSuffix()
    }
    let rest = characters[position...].prefix { $0 != ")" }
    for length in stride(from: min(rest.count, NumberSuffix.mostCharacters), to: 0, by: -1) {
      var word = String.UnicodeScalarView()
      word.append(contentsOf: rest.prefix(length))
      guard let suffix = NumberSuffix(String(word)) else { continue }
      if position > start { steps.insert(.blanks) }
      for _ in 0..<length {
        noteWidth()
        position += 1
      }
      steps.insert(suffix.step)
      return suffix
    }
    return NumberSuffix()
  }
}

/// What stands behind a number's digits.
struct NumberSuffix: Equatable {
  /// The longest word looked for: `percentage points` is longer than every Chinese one.
  static let mostCharacters = 20

  /// The power of ten by which the number is multiplied.
  var exponent = 0
  var unit: UnitOfMeasure?
  var step: NumberSteps = []
}

extension NumberSuffix {
  /// `nil` for an unknown word.
  init?(_ word: String) {
    if let exponent = UnitOfMeasure.exponent(ofMultiplier: word) {
      self.init(exponent: exponent, step: .multiplier)
    } else if let unit = UnitOfMeasure(word) {
      self.init(unit: unit, step: word == "%" ? .percentSign : .unit)
    } else {
      return nil
    }
  }
}

extension Unicode.Scalar {
  fileprivate var digit: Int? {
    ("0"..."9").contains(self) ? Int(value) - 48 : nil
  }
}
