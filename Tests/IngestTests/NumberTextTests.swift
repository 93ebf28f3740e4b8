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
    #expect(NumberText.read(text) == .number(try #require(ExactDecimal(number))))
  }

  @Test(arguments: [
    ("", MissingReason.empty), ("   ", .empty), ("-", .marked), ("—", .marked), ("——", .marked),
    ("…", .marked), ("……", .marked), ("..", .marked), ("...", .marked), ("/", .marked),
    ("－", .marked),
    (" — ", .marked), ("#N/A", .errorValue), ("#n/a", .errorValue), ("#DIV/0!", .errorValue),
    ("#REF!", .errorValue), ("#VALUE!", .errorValue), ("#NAME?", .errorValue),
    ("#NUM!", .errorValue),
    ("#NULL!", .errorValue),
  ])
  func tellsWhyThereIsNoNumber(text: String, reason: MissingReason) {
    #expect(NumberText.read(text) == .missing(reason))
  }

  @Test(arguments: [
    ("1，234.5o", 8), ("abc", 1), ("12a", 3), ("1,23", 2), ("12,34", 3), ("1,2345", 2),
    ("1234,567", 5),
    ("1,234,5", 6), ("1.234,5", 6), ("1.2.3", 4), ("1 234", 2), ("12%", 3), ("--5", 2), ("+-5", 2),
    ("5万", 2), ("x", 1), ("0x10", 2), ("1e", 0), ("1e+", 0), (".", 0), ("(12", 0), ("(-5)", 2),
    ("12)", 3),
    ("0,123", 2), ("000,123", 4), ("NaN", 1), ("  12o", 5), ("　o", 2), ("￥5", 1), ("1e5.5", 4),
    ("=1+2", 1),
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

  @Test(arguments: [("7.6%", "7.6"), ("7.6％", "7.6"), ("-0.5%", "-0.5"), ("7.6", "7.6")])
  func aPercentSignStandsWhereTheColumnHoldsPercentages(text: String, number: String) throws {
    let value = try #require(ExactDecimal(number))
    #expect(NumberText.read(text, allowsPercent: true) == .number(value))
  }

  @Test(arguments: ["7.6%%", "%7", "7.6 %o"])
  func onePercentSignAtTheEndOnly(text: String) {
    guard case .notANumber = NumberText.read(text, allowsPercent: true) else {
      Issue.record("read \(text)")
      return
    }
  }

  // MARK: - Cells

  private static func read(_ text: String, as kind: Cell.Kind) -> NumberText.Reading {
    let bytes = Array("xx\(text)".utf8)
    let cell = Cell(column: 1, kind: kind, start: 2, end: bytes.count)
    return NumberText.read(cell, of: Row(bytes: bytes, cells: [cell]))
  }

  @Test(arguments: [
    "0", "7", "-7", "123456789012345678", "-123456789012345678", "1234567890123456789", "-0", "007",
  ])
  func theQuickWayReadsWholeNumbersLikeTheSlowOne(text: String) {
    #expect(Self.read(text, as: .text) == NumberText.read(text))
  }

  /// Excel writes 17 digits of a binary number of which it shows 15.
  @Test(arguments: [
    ("18230.400000000001", "18230.4"), ("1.1000000000000001", "1.1"),
    ("5.0000000000000003E-2", "0.05"),
    ("-18230.400000000001", "-18230.4"), ("0.10000000000000001", "0.1"),
    ("0.30000000000000004", "0.30000000000000004"), ("428571.42857142858", "428571.42857142858"),
    ("12345678901234567.5", "12345678901234567.5"), ("1234567890123456789", "1234567890123456789"),
    ("18230.4", "18230.4"), ("1.50000000000000000", "1.5"),
  ])
  func aTypedNumberLosesItsBinaryRest(text: String, number: String) throws {
    #expect(Self.read(text, as: .number) == .number(try #require(ExactDecimal(number))))
  }

  @Test func aTextKeepsAllItsDigits() throws {
    let number = try #require(ExactDecimal("18230.400000000001"))
    #expect(Self.read("18230.400000000001", as: .text) == .number(number))
  }

  @Test func otherKindsOfCellsAreNoNumbers() {
    #expect(Self.read("TRUE", as: .boolean) == .notANumber(character: 0))
    #expect(Self.read("2021-05-01", as: .date) == .notANumber(character: 0))
    #expect(Self.read("#N/A", as: .error) == .missing(.errorValue))
    #expect(Self.read("Err:502", as: .error) == .missing(.errorValue))
  }
}
