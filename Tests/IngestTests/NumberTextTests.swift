// SPDX-License-Identifier: Apache-2.0
import Statistics
import Tables
import Testing

@testable import Ingest

@Suite struct NumberTextTests {
  @Test(arguments: [
    ("123", "123"), ("-123.40", "-123.4"), ("+5", "5"), ("０", "0"), ("１２３．４", "123.4"),
    ("－１２", "-12"), ("−12", "-12"), ("1,234", "1234"), ("1,234,567.89", "1234567.89"),
    ("１，２３４", "1234"), ("999,999", "999999"), ("(123)", "-123"), ("（1,234.5）", "-1234.5"),
    ("1e3", "1000"), ("1.5E+3", "1500"), ("5e-2", "0.05"), ("100E-2", "1"), ("1.8230E4", "18230"),
    (" 12 ", "12"), ("\u{3000}12\u{A0}", "12"), ("12\t", "12"), (".5", "0.5"), ("5.", "5"),
    ("-0", "0"), ("0e999", "0"), ("000123", "123"), ("0.10", "0.1"),
    ("99999999999999999999999999999999999999", "99999999999999999999999999999999999999"),
    ("0.00000000000000000000000000000000000001", "0.00000000000000000000000000000000000001"),
  ])
  func readsNumbersAsBureausTypeThem(text: String, number: String) throws {
    #expect(try Self.number(text) == ExactDecimal(number))
  }

  /// The number, whatever was done to read it; fails where it has a unit of measure.
  private static func number(_ text: String) throws -> ExactDecimal? {
    guard case .number(let number, _, nil) = NumberText.read(text) else {
      Issue.record("\(text) is \(NumberText.read(text))")
      return nil
    }
    return number
  }

  @Test(
    arguments: [
      ("12", "12", NumberSteps(), nil), (" -12.50 ", "-12.5", [], nil),
      ("１２", "12", .fullWidth, nil),
      ("．5", "0.5", .fullWidth, nil), ("−12", "-12", .minusSign, nil),
      ("－12", "-12", .minusSign, nil),
      ("—12", "-12", .minusSign, nil), ("–0.5", "-0.5", .minusSign, nil),
      ("+5", "5", .plusSign, nil),
      ("＋5", "5", [.plusSign, .fullWidth], nil), ("(123)", "-123", .brackets, nil),
      ("（123）", "-123", [.brackets, .fullWidth], nil),
      ("( 1,234 )", "-1234", [.brackets, .separators, .blanks], nil),
      ("1,234", "1234", .separators, nil), ("1，234", "1234", [.separators, .fullWidth], nil),
      ("1 234 567", "1234567", .blanks, nil), ("1\u{A0}234.5", "1234.5", .blanks, nil),
      ("12\u{2009}345", "12345", .blanks, nil), ("1\u{3000}234", "1234", .blanks, nil),
      ("1\u{202F}234", "1234", .blanks, nil), ("1.5E+3", "1500", .exponent, nil),
      ("1E−2", "0.01", [.exponent, .minusSign], nil), ("1.5万", "15000", .multiplier, nil),
      ("１．５万", "15000", [.multiplier, .fullWidth], nil), ("3亿", "300000000", .multiplier, nil),
      ("2万亿", "2000000000000", .multiplier, nil), ("2百万", "2000000", .multiplier, nil),
      ("0.00012345万", "1.2345", .multiplier, nil), ("5 万", "50000", [.multiplier, .blanks], nil),
      ("(1.5万)", "-15000", [.brackets, .multiplier], nil), ("7.6%", "7.6", .percentSign, .percent),
      ("-0.5％", "-0.5", [.percentSign, .fullWidth], .percent),
      ("7.6 %", "7.6", [.percentSign, .blanks], .percent),
      ("(7.6%)", "-7.6", [.brackets, .percentSign], .percent),
      ("(7.6)%", "-7.6", [.brackets, .percentSign], .percent),
      ("1.5亿元", "1.5", .unit, .hundredMillionYuan), ("12.5千元", "12.5", .unit, .thousandYuan),
      ("300人", "300", .unit, .persons), ("1 300 人", "1300", [.unit, .blanks], .persons),
      ("3,000万元", "3000", [.unit, .separators], .tenThousandYuan),
      ("0.3个百分点", "0.3", .unit, .percentagePoint), ("5个", "5", .unit, UnitOfMeasure(.item)),
      ("12万千瓦·时", "12", .unit, UnitOfMeasure(.electricity, exponent: 4)),
    ] as [(String, String, NumberSteps, UnitOfMeasure?)])
  func saysWhatItDidAndInWhatUnit(
    text: String, number: String, steps: NumberSteps, unit: UnitOfMeasure?
  ) throws {
    #expect(NumberText.read(text) == .number(try #require(ExactDecimal(number)), steps, unit))
  }

  @Test(arguments: [
    ("", MissingReason.empty), ("   ", .empty), ("-", .marked), ("—", .marked), ("——", .marked),
    ("…", .marked), ("……", .marked), ("..", .marked), ("...", .marked), ("/", .marked),
    ("－", .marked),
    (" — ", .marked), ("#N/A", .errorValue), ("#n/a", .errorValue), ("#DIV/0!", .errorValue),
    ("#REF!", .errorValue), ("#VALUE!", .errorValue), ("#NAME?", .errorValue),
    ("#NUM!", .errorValue),
    ("#NULL!", .errorValue), ("#N/A N/A", .errorValue), ("－－", .marked), ("———", .marked),
    ("／", .marked),
    ("NaN", .marked), ("NA", .marked), ("n/a", .marked), ("－ －", .marked), ("\u{3000}", .empty),
  ])
  func tellsWhyThereIsNoNumber(text: String, reason: MissingReason) {
    #expect(NumberText.read(text) == .missing(reason))
  }

  @Test(arguments: [
    ("1，234.5o", 8), ("abc", 1), ("12a", 3), ("1,23", 2), ("12,34", 3), ("12,5", 3), ("1,2345", 2),
    ("1234,567", 5), ("1,234,5", 6), ("1.234,5", 6), ("1.2.3", 4), ("1.234.567", 6), ("1..2", 3),
    ("1 2", 2), ("1 2345", 2), ("0 123", 2), ("1 234 56", 6), ("1,234 567", 6), ("1 234,567", 6),
    ("1  234", 2), ("1.5 000", 4), ("--5", 2), ("——5", 2), ("+-5", 2), ("- 5", 2), ("5-", 2),
    ("5—10", 2),
    ("约100", 1), (">100", 1), ("一百", 1), ("x", 1), ("null", 1), ("0x10", 2), ("1e", 0), ("1e+", 0),
    (".", 0), ("(12", 0), ("(12x)", 4), ("(-5)", 2), ("12)", 3), ("()", 2), ("0,123", 2),
    ("000,123", 4),
    ("  12o", 5), ("　o", 2), ("￥5", 1), ("1e5.5", 4), ("=1+2", 1), ("5万5", 3), ("5万x", 3),
    ("5 x", 3),
    ("300人左右", 5), ("7.6%%", 5), ("%7", 1), ("7.6 %o", 6), ("5‰", 2), ("5万%", 3), ("(5万)元", 5),
    ("5百亿元", 3), ("1'234", 2), ("12 年", 4),
  ])
  func refusesAndPointsAtTheCharacter(text: String, character: Int) {
    #expect(NumberText.read(text) == .notANumber(character: character))
  }

  @Test(arguments: [
    "1e999", "1e-999", "1e39", "1e-39", "1e99999999999999999999",
    "1234567890123456789012345678901234567890", "170141183460469231731687303715884105728",
    "0.0000000000000000000000000000000000000001",
  ])
  func refusesMoreDigitsThanFit(text: String) {
    #expect(NumberText.read(text) == .tooManyDigits)
  }

  @Test(arguments: [
    ("x", MissingReason.confidential), (" X ", .confidential), ("ｘ", .confidential),
    ("保 密", .confidential), ("-9999", .notSurveyed), ("－9999", .notSurveyed), ("", .notReported),
    ("-", .notApplicable), ("—", .notApplicable), ("…", .marked), ("#N/A", .notReported),
  ])
  func aLayoutDeclaresMarksOfItsOwn(text: String, reason: MissingReason) {
    let marks: [String: MissingReason] = [
      "x": .confidential, "保密": .confidential, "-9999": .notSurveyed, "": .notReported,
      "-": .notApplicable, "#n/a": .notReported,
    ]
    #expect(NumberText.read(text, marks: marks) == .missing(reason))
    #expect(Self.read(text, as: .text, marks: marks) == .missing(reason))
    #expect(
      NumberText.read("12.5", marks: marks)
        == .number(ExactDecimal(coefficient: 125, scale: 1), [], nil))
  }

  @Test func theStepsAreNamedInAFixedOrder() {
    let steps: NumberSteps = [.unit, .separators, .fullWidth, .multiplier]
    #expect(steps.words.map(\.zh) == ["全角数字", "千分位", "千/万/亿", "计量单位"])
    #expect(NumberSteps().words.isEmpty)
    #expect(Set((0..<10).flatMap { NumberSteps(rawValue: 1 << $0).words.map(\.en) }).count == 10)
  }

  // MARK: - Properties

  /// Printed in any dress, a number is read as itself.
  @Test func readsTheSameNumberInEveryDress() throws {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<2000 {
      let decimal = ExactDecimal(
        coefficient: Int128.random(in: -Int128.max...Int128.max, using: &generator)
          >> Int128.random(in: 30...126, using: &generator),
        scale: Int.random(in: 0...8, using: &generator))
      let dressed = Self.dressed(decimal, using: &generator)
      guard case .number(let number, _, _) = NumberText.read(dressed) else {
        Issue.record("\(dressed) is \(NumberText.read(dressed))")
        continue
      }
      #expect(number == decimal, "\(dressed)")
    }
  }

  private static func dressed(
    _ decimal: ExactDecimal, using generator: inout SeededGenerator
  ) -> String {
    var text = decimal.description
    let isNegative = text.hasPrefix("-")
    if isNegative { text.removeFirst() }
    var (suffix, shift) =
      [("", 0), ("万", 4), ("百万", 6), ("%", 0), ("％", 0), (" 亿元", 0), ("人", 0)]
      .randomElement(using: &generator) ?? ("", 0)
    if shift > 0, let smaller = ExactDecimal(text)?.shifted(by: -shift) {
      text = smaller.description
    } else if shift > 0 {
      (suffix, shift) = ("", 0)
    }
    text = grouped(
      text, by: ["", ",", "，", " ", "\u{A0}", "\u{3000}"].randomElement(using: &generator) ?? "")
    let sign = ["-", "－", "−", "–", "("].randomElement(using: &generator) ?? "-"
    if isNegative {
      text = sign == "(" ? "(" + text + suffix + ")" : sign + text + suffix
    } else {
      text += suffix
    }
    if Bool.random(using: &generator) { text = fullWidth(text) }
    return [" ", "", "\u{3000}\t"].randomElement(using: &generator).map { $0 + text + $0 } ?? text
  }

  private static func grouped(_ text: String, by separator: String) -> String {
    let whole = Array(text.prefix { $0 != "." })
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index).isMultiple(of: 3) { grouped += separator }
      grouped.append(digit)
    }
    return grouped + text.dropFirst(whole.count)
  }

  private static func fullWidth(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isASCII = (0x21...0x7E).contains(scalar.value)
      scalars.append((isASCII ? Unicode.Scalar(scalar.value + 0xFEE0) : nil) ?? scalar)
    }
    return String(scalars)
  }

  /// Whatever stands in a cell: no trap, and a refusal points into the text.
  @Test func anyTextIsReadOrRefusedWithinItself() {
    var generator = SeededGenerator(seed: 5)
    let alphabet = Array(
      "0123456789012345678.,，．-－−—+()（）%％eE 　万亿千百元人个x…/#NA\u{200B}💥".unicodeScalars)
    for _ in 0..<5000 {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...12, using: &generator) {
        if let scalar = alphabet.randomElement(using: &generator) { scalars.append(scalar) }
      }
      let text = String(scalars)
      if case .notANumber(let character) = NumberText.read(text) {
        #expect((0...scalars.count).contains(character), "\(text)")
      }
    }
  }

  // MARK: - Cells

  private static func read(
    _ text: String, as kind: Cell.Kind, marks: [String: MissingReason] = [:]
  ) -> NumberText.Reading {
    let bytes = Array("xx\(text)".utf8)
    let cell = Cell(column: 1, kind: kind, start: 2, end: bytes.count)
    return NumberText.read(cell, of: Row(bytes: bytes, cells: [cell]), marks: marks)
  }

  @Test(arguments: [
    "0", "7", "-7", "123456789012345678", "-123456789012345678", "1234567890123456789", "-0", "007",
  ])
  func theQuickWayReadsWholeNumbersLikeTheSlowOne(text: String) {
    #expect(Self.read(text, as: .text) == NumberText.read(text))
  }

  /// The binary rests of spreadsheets are gone when `Tables` gives a cell; more digits are meant.
  @Test(arguments: [Cell.Kind.text, .number])
  func aCellKeepsAllItsDigits(kind: Cell.Kind) throws {
    let number = try #require(ExactDecimal("18230.400000000001"))
    #expect(Self.read("18230.400000000001", as: kind) == .number(number, [], nil))
  }

  @Test func otherKindsOfCellsAreNoNumbers() {
    #expect(Self.read("TRUE", as: .boolean) == .notANumber(character: 0))
    #expect(Self.read("2021-05-01", as: .date) == .notANumber(character: 0))
    #expect(Self.read("#N/A", as: .error) == .missing(.errorValue))
    #expect(Self.read("Err:502", as: .error) == .missing(.errorValue))
  }
}
